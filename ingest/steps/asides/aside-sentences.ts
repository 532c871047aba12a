import { mayBeAside } from '../../../index/asides/may-be-aside.js';
import type { PlacedSentence } from '../../../index/contracts/asides.js';
import { spokenSentences } from '../markdown/emoji-faces.js';
import { stripMarkdown } from '../text/strip-markdown.js';

/** Fewer words than these are no answer: then all stays. */
const FEWEST_WORDS_LEFT = 4;
/** Steps, tables, headings, quotations and templates are not spoken to anybody. */
const NOT_PROSE = /^\s*(?:[-*+] |\d{1,3}[.)] |\||>|#| {4})/;
/** A sentence with a mark of its own, a link or code says more than it seems. */
const MARKED = /[`*_[\]|~]|https?:/;

/**
 * The sentences of an answer in Markdown that may be asides, by rules alone: what stands in running text, at an end of the answer or
 * short. Of an answer in one sentence there are none.
 */
export function sentencesToJudge(markdown: string): PlacedSentence[] {
  const found: PlacedSentence[] = [];
  const all = countSentences(markdown);
  walk(markdown, (sentence, at, isProse) => {
    const placed = { text: stripMarkdown(sentence), at, of: all };
    if (isProse && !MARKED.test(sentence) && mayBeAside(placed)) found.push(placed);
    return true;
  });
  return found;
}

/** An answer without the sentences of these numbers; as it is where next to nothing would be left. */
export function withoutSentences(markdown: string, gone: ReadonlySet<number>): string {
  if (gone.size === 0) return markdown;
  const text = walk(markdown, (_, at) => !gone.has(at))
    .replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n')
    .trim();
  const words = stripMarkdown(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= FEWEST_WORDS_LEFT ? text : markdown;
}

function countSentences(markdown: string): number {
  let count = 0;
  walk(markdown, () => {
    count += 1;
    return true;
  });
  return count;
}

/** Goes through the sentences line by line and leaves out those that are not kept; what stays is written as it was. */
function walk(markdown: string, isKept: (sentence: string, at: number, isProse: boolean) => boolean): string {
  let at = 0;
  let isFenced = false;
  return markdown
    .split(/(\n[ \t]*\n)/)
    .map((block) => {
      const fences = block.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
      const isCode = isFenced || fences > 0;
      if (fences % 2 === 1) isFenced = !isFenced;
      const isProse = !isCode && !NOT_PROSE.test(block);
      const lines = block.split('\n').map((line) => {
        const sentences = spokenSentences(line).filter((sentence) => sentence.trim() !== '');
        const kept = sentences.filter((sentence) => {
          const place = at;
          at += 1;
          return isKept(sentence, place, isProse && !NOT_PROSE.test(line));
        });
        if (kept.length === sentences.length) return line;
        const end = /(?: {2}|\\)$/.exec(line)?.[0] ?? '';
        return kept.length === 0 ? null : kept.join(' ') + end;
      });
      const left = lines.filter((line) => line !== null);
      // Behind the last line of a paragraph a mark of a line break would be read.
      return left.length < lines.length ? left.join('\n').replace(/(?: {2}|\\)$/, '') : left.join('\n');
    })
    .join('');
}
