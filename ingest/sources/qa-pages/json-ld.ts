import { isRecord } from '../../../index/platform/is-record.js';
import type { JsonRecord } from '../rows/json-record.js';

/** What the JSON-LD of a page says. */
export interface PageQuestion {
  /** The question of a QAPage; null where the page is none. */
  readonly question: JsonRecord | null;
  /** Why a block that speaks of a QAPage cannot be read; null where each can. */
  readonly problem: string | null;
}

/** Deeper than that nobody nests, but for harm. */
const DEEPEST = 6;
const MOST_BLOCKS = 50;

/**
 * The question of a page with schema.org's QAPage in one of its `application/ld+json` blocks: as an object, in a list or in
 * a `@graph`. A FAQPage is the website's own list of questions and is none. A block that is no JSON is mended where it is
 * plain how; otherwise the others count.
 */
export function questionOfPage(html: string): PageQuestion {
  let problem: string | null = null;
  for (const block of blocksOf(html)) {
    const value = parseBlock(block);
    if (value === undefined) {
      if (block.includes('QAPage')) problem = 'its JSON-LD of a QAPage is no JSON';
      continue;
    }
    const page = findPage(value, 0);
    const entity = page ? first(page.mainEntity) : undefined;
    if (entity) return { question: entity, problem: null };
    if (page) problem = 'its QAPage has no question (mainEntity)';
  }
  return { question: null, problem };
}

/** The first object of what may be an object or a list of them. */
export function first(value: unknown): JsonRecord | undefined {
  const found = Array.isArray(value) ? value.find(isRecord) : value;
  return isRecord(found) ? found : undefined;
}

/** Texts of `<script type="application/ld+json">`, found without building a tree; linear in the page. */
function blocksOf(html: string): string[] {
  const lower = html.toLowerCase();
  const blocks: string[] = [];
  for (
    let at = lower.indexOf('<script');
    at >= 0 && blocks.length < MOST_BLOCKS;
    at = lower.indexOf('<script', at)
  ) {
    const start = lower.indexOf('>', at);
    const end = start < 0 ? -1 : lower.indexOf('</script', start);
    if (end < 0) return blocks;
    if (lower.slice(at, start).includes('application/ld+json')) blocks.push(html.slice(start + 1, end));
    at = end;
  }
  return blocks;
}

/** The value of a block, mended if need be; nothing where it stays broken. */
function parseBlock(block: string): unknown {
  const bare = block
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
    .trim();
  for (const text of [bare, mended(bare)]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form is tried; what stays broken is told by the caller.
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What templates do to JSON: line ends within texts, "," before an end, ";" behind all. */
function mended(json: string): string {
  let text = '';
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at] ?? '';
    if (isInText && sign === '\\') {
      text += sign + (json[at + 1] ?? '');
      at += 1;
    } else if (isInText && sign < ' ') text += ESCAPES[sign] ?? '';
    else {
      if (sign === '"') isInText = !isInText;
      const isStray = !isInText && sign === ',' && /^\s{0,200}[}\]]/.test(json.slice(at + 1, at + 202));
      if (!isStray) text += sign;
    }
  }
  return text.replace(/;\s*$/, '');
}

function findPage(value: unknown, depth: number): JsonRecord | undefined {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findPage(each, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  if (isOfType(value, 'QAPage')) return value;
  return findPage(value['@graph'], depth + 1) ?? findPage(value.mainEntityOfPage, depth + 1);
}

/** `QAPage`, `schema:QAPage`, `https://schema.org/QAPage`, or a list with one of them. */
function isOfType(value: JsonRecord, type: string): boolean {
  const types = [value['@type']].flat();
  return types.some((name) => typeof name === 'string' && name.split(/[/:#]/).at(-1) === type);
}
