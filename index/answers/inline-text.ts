import type { AnswerInline } from './answer-tree.js';

/** What stands in the flat text for something that has no words: a picture, a tag. */
const WORDLESS = '\ufffc';

/**
 * The words of inlines in a row, one place a character, for those who look for places to cut at: what has no words takes
 * one place. `sliceInlines` cuts at places of it.
 */
export function flatText(inlines: readonly AnswerInline[]): string {
  return inlines.map(flat).join('');
}

function flat(inline: AnswerInline): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value === '' ? WORDLESS : inline.value;
    case 'break':
      return '\n';
    case 'image':
      return inline.alt === '' ? WORDLESS : inline.alt;
    case 'html':
      return WORDLESS;
    default:
      return flatText(inline.children);
  }
}

/** The inlines between two places of their flat text; marks go round what is left of them, code and pictures stay whole. */
export function sliceInlines(inlines: readonly AnswerInline[], from: number, to: number): AnswerInline[] {
  const kept: AnswerInline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const end = start + flat(inline).length;
    if (start < to && end > from) {
      const part = sliced(inline, Math.max(0, from - start), Math.min(end, to) - start, from <= start);
      if (part) kept.push(part);
    }
    start = end;
  }
  return kept;
}

function sliced(inline: AnswerInline, from: number, to: number, isFromStart: boolean): AnswerInline | null {
  switch (inline.type) {
    case 'text': {
      const value = inline.value.slice(from, to);
      return value === '' ? null : { type: 'text', value };
    }
    case 'break':
    case 'inlineCode':
    case 'image':
    case 'html':
      return isFromStart ? inline : null;
    default: {
      const children = sliceInlines(inline.children, from, to);
      return children.length === 0 ? null : { ...inline, children };
    }
  }
}

/** Inlines without white space at both ends. */
export function trimInlines(inlines: readonly AnswerInline[]): AnswerInline[] {
  const text = flatText(inlines);
  const from = text.length - text.trimStart().length;
  return sliceInlines(inlines, from, text.trimEnd().length);
}

/** Places strictly inside code, a link or emphasis, from the first to before the last. */
export function markedRanges(inlines: readonly AnswerInline[]): (readonly [from: number, to: number])[] {
  const ranges: (readonly [number, number])[] = [];
  let start = 0;
  for (const inline of inlines) {
    const end = start + flat(inline).length;
    if (inline.type !== 'text' && inline.type !== 'break') ranges.push([start + 1, end]);
    start = end;
  }
  return ranges;
}

/** The words of inlines on one line, as they are searched and compared: marks, tags and bare addresses are none. */
export function inlineWords(inlines: readonly AnswerInline[]): string {
  return squeezed(inlines.map(wordsIn).join(''));
}

function wordsIn(inline: AnswerInline): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value;
    case 'break':
    case 'html':
      return ' ';
    case 'image':
      return inline.alt;
    case 'link':
      return isBareAddress(inline) ? ' ' : inline.children.map(wordsIn).join('');
    default:
      return inline.children.map(wordsIn).join('');
  }
}

/** Whether the words of a link are its address. */
export function isBareAddress(link: Extract<AnswerInline, { type: 'link' }>): boolean {
  const words = flatText(link.children);
  return words === link.url || /^(?:https?:\/\/|mailto:|www\.)\S*$/i.test(words);
}

/** Whether something among inlines can be followed: a link, or an address in words. */
export function hasLink(inlines: readonly AnswerInline[]): boolean {
  return inlines.some(leadsSomewhere);
}

function leadsSomewhere(inline: AnswerInline): boolean {
  switch (inline.type) {
    case 'link':
      return true;
    case 'strong':
    case 'emphasis':
    case 'delete':
      return hasLink(inline.children) || showsAddress(inline);
    case 'text':
    case 'break':
    case 'inlineCode':
    case 'image':
    case 'html':
      return showsAddress(inline);
  }
}

function showsAddress(inline: AnswerInline): boolean {
  return /https?:\/\//.test(flat(inline));
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
