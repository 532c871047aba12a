import type { TextFormat } from '../../../ingest/sources/contracts.js';
import { squeezeBody } from '../../../ingest/steps/bound-body.js';
import { redact } from '../../../ingest/steps/redact.js';
import { labelFor } from '../../../ingest/steps/redaction/labels.js';
import { readerView } from '../../../ingest/steps/redaction/reader-view.js';
import { toMarkdown } from '../../../ingest/steps/to-markdown.js';

/** A piece of text with the personal data in it: a row of data/evaluation/snippets-*.jsonl. */
export interface LabelledSnippet {
  readonly id: string;
  readonly language: string;
  readonly format: TextFormat;
  readonly text: string;
  readonly spans: readonly { readonly kind: string; readonly text: string }[];
  readonly keep: readonly string[];
}

/** What the product leaves of a snippet. */
export interface SnippetJudgement {
  readonly id: string;
  readonly language: string;
  readonly spans: readonly { readonly kind: string; readonly text: string; readonly isHidden: boolean }[];
  /** Whether there was nothing to hide. */
  readonly isClean: boolean;
  /** Whether something was hidden. */
  readonly isRedacted: boolean;
  readonly kept: number;
  /** What had to stay and went with the personal data. */
  readonly lost: readonly string[];
}

/** Cleans a snippet as a reply is cleaned, takes personal data out of it, and compares. */
export function judgeSnippet({ id, language, format, text, spans, keep }: LabelledSnippet): SnippetJudgement {
  const cleaned = toMarkdown(squeezeBody(text), format, null);
  const redacted = redact(cleaned, language);
  const before = seen(cleaned);
  const after = seen(redacted.text);
  // A salutation or closing that goes with the courtesies was not hidden by redaction.
  const standing = keep.map(seen).filter((words) => before.includes(words));
  const own = wordsOf(spans.map((span) => seen(span.text)).join(' '));
  const labels = redacted.kinds.map((kind) => seen(labelFor(kind, language)));
  const left = wordsOf(labels.reduce((rest, label) => rest.replace(label, ' '), after));
  const outside = wordsOf(before);
  const isLeft = (word: string) => count(left, word) > Math.max(0, count(outside, word) - count(own, word));
  return {
    id,
    language,
    spans: spans.map((span) => ({ ...span, isHidden: !wordsOf(seen(span.text)).some(isLeft) })),
    isClean: spans.length === 0,
    isRedacted: redacted.kinds.length > 0,
    kept: standing.length,
    lost: standing.filter((words) => !after.includes(words)),
  };
}

/** Text as a reader sees it, on one line. */
function seen(text: string): string {
  return readerView(text).text.replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function count(words: readonly string[], word: string): number {
  return words.filter((one) => one === word).length;
}
