import type { Block } from './markdown-tree.js';
import { parseInline } from './parse-inline.js';

// Nothing that is said in a chat is longer; what lies beyond is not worth the time of the customer's browser.
const MOST_CHARACTERS = 40_000;
const MOST_NESTING = 3;

interface Marker {
  readonly indent: number;
  /** Columns before the words of the item. */
  readonly width: number;
  /** Its number, null for a bullet. */
  readonly number: number | null;
  readonly rest: string;
}

/**
 * Reads the Markdown of answers and of the bot's words into a tree: paragraphs, lists, quotations, code, headings and the
 * inline marks. HTML has no meaning in it and stays text. Never throws; time grows linearly with the text.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.slice(0, MOST_CHARACTERS).replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n');
  return parseBlocks(lines, 0);
}

function parseBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = readBlock(lines, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  const line = lines[at] ?? '';
  const fence = fenceOf(line);
  if (fence !== null) return readCode(lines, at, fence);
  const heading = headingOf(line);
  if (heading !== null) return [{ kind: 'heading', children: parseInline(heading) }, at + 1];
  if (depth < MOST_NESTING) {
    if (isQuote(line)) return readQuote(lines, at, depth);
    const marker = markerOf(line);
    if (marker) return readList(lines, at, marker, depth);
  }
  return readParagraph(lines, at, depth);
}

function readCode(lines: readonly string[], at: number, fence: string): readonly [Block, number] {
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(fence)) end += 1;
  return [{ kind: 'code-block', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function readQuote(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  let end = at;
  while (end < lines.length && isQuote(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ''));
  return [{ kind: 'quote', children: parseBlocks(inner, depth + 1) }, end];
}

/** Items of one kind (numbers or bullets) at the indent of the first; deeper lines belong to the item above them. */
function readList(
  lines: readonly string[],
  at: number,
  first: Marker,
  depth: number,
): readonly [Block, number] {
  const items: string[][] = [];
  let width = first.width;
  let isAfterBlank = false;
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line.trim() === '') {
      isAfterBlank = true;
      items.at(-1)?.push('');
      continue;
    }
    const marker = markerOf(line);
    const indent = indentOf(line);
    if (marker && marker.indent < first.indent + 2) {
      if ((marker.number === null) !== (first.number === null)) break;
      items.push([marker.rest]);
      width = marker.width;
    } else if (indent >= first.indent + 2) {
      items.at(-1)?.push(line.slice(Math.min(indent, width)));
    } else if (isAfterBlank || startsBlock(line)) {
      break;
    } else {
      items.at(-1)?.push(line.trimStart());
    }
    isAfterBlank = false;
  }
  const children = items.map((item) => parseBlocks(item, depth + 1));
  return [{ kind: 'list', start: first.number, items: children }, end];
}

function readParagraph(lines: readonly string[], at: number, depth: number): readonly [Block, number] {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (line.trim() === '' || (depth < MOST_NESTING && startsBlock(line))) break;
    end += 1;
  }
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join('\n');
  return [{ kind: 'paragraph', children: parseInline(text) }, end];
}

function startsBlock(line: string): boolean {
  if (fenceOf(line) !== null || headingOf(line) !== null || isQuote(line)) return true;
  const marker = markerOf(line);
  // "in\n2019. That year" is a sentence, not the 2019th item.
  return marker !== null && (marker.number === null || marker.number === 1);
}

function fenceOf(line: string): string | null {
  return /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1] ?? null;
}

function headingOf(line: string): string | null {
  const match = /^ {0,3}#{1,6} +(.*)$/.exec(line);
  return match ? (match[1] ?? '').trim().replace(/(?:^| )#+$/, '') : null;
}

function isQuote(line: string): boolean {
  return /^ {0,3}>/.test(line);
}

function markerOf(line: string): Marker | null {
  const match = /^( *)([-*+]|(\d{1,9})[.)])( +)(?=\S)/.exec(line);
  if (!match) return null;
  const whole = match[0];
  return {
    indent: (match[1] ?? '').length,
    width: whole.length,
    number: match[3] === undefined ? null : Number(match[3]),
    rest: line.slice(whole.length),
  };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
