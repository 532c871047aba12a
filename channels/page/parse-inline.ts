import type { Inline } from './markdown-tree.js';
import { safeLink } from './safe-link.js';

// Closers are sought this far only and nesting goes this deep only, so that hostile text costs linear time.
const REACH = 2000;
const DEPTH = 5;

interface Found {
  readonly node: Inline;
  /** Where reading goes on. */
  readonly end: number;
}

/** Reads the inline marks of one block of Markdown; a line break in the text is a line break on the screen. */
export function parseInline(text: string, depth = 0): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(at + 1))) {
      plain += text.charAt(at + 1);
      at += 2;
      continue;
    }
    const found = depth < DEPTH ? findMark(text, at, depth) : null;
    if (found) {
      if (found.node.kind === 'break') plain = plain.trimEnd();
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      plain += character;
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** Reads plain text as people type it: line breaks and bare web addresses, nothing else. */
export function parsePlain(text: string): Inline[] {
  const nodes: Inline[] = [];
  let plainFrom = 0;
  const flush = (to: number) => {
    if (to > plainFrom) nodes.push({ kind: 'text', text: text.slice(plainFrom, to) });
  };
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    const found = character === '\n' ? lineBreak(at) : character === 'h' ? bareAddress(text, at) : null;
    if (found) {
      flush(at);
      nodes.push(found.node);
      plainFrom = found.end;
    }
    at = found ? found.end : at + 1;
  }
  flush(text.length);
  return nodes;
}

function findMark(text: string, at: number, depth: number): Found | null {
  switch (text.charAt(at)) {
    case '\n':
      return lineBreak(at);
    case '`':
      return codeSpan(text, at);
    case '*':
    case '_':
      return emphasis(text, at, depth);
    case '[':
      return link(text, at, at, depth);
    case '!':
      // A picture from outside would tell its owner who reads: show a link to it.
      return text.charAt(at + 1) === '[' ? link(text, at + 1, at, depth) : null;
    case '<':
      return angleAddress(text, at);
    case 'h':
      return bareAddress(text, at);
    default:
      return null;
  }
}

function lineBreak(at: number): Found {
  return { node: { kind: 'break' }, end: at + 1 };
}

function codeSpan(text: string, at: number): Found | null {
  const fence = /^`{1,8}/.exec(text.slice(at, at + 9))?.[0] ?? '`';
  const from = at + fence.length;
  const close = text.slice(from, from + REACH).indexOf(fence);
  if (close < 1) return null;
  const inner = text.slice(from, from + close).replace(/\n/g, ' ');
  const isPadded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
  return {
    node: { kind: 'code', text: isPadded ? inner.slice(1, -1) : inner },
    end: from + close + fence.length,
  };
}

function emphasis(text: string, at: number, depth: number): Found | null {
  const mark = text.charAt(at);
  const run = text.charAt(at + 1) === mark ? 2 : 1;
  if (text.startsWith(mark.repeat(3), at)) return strongEmphasis(text, at, mark, depth);
  const isInsideWord = mark === '_' && isWordCharacter(text.charAt(at - 1));
  const from = at + run;
  if (isInsideWord || isSpace(text.charAt(from)) || text.charAt(from) === mark) return null;
  const limit = Math.min(text.length, from + REACH);
  for (let end = from + 1; end < limit; end += 1) {
    if (text.charAt(end) === '\\') {
      end += 1;
      continue;
    }
    if (text.charAt(end) !== mark || isSpace(text.charAt(end - 1))) continue;
    const length = runLength(text, end, mark);
    const isCloser =
      (run === 2 ? length >= 2 : length !== 2) &&
      !(mark === '_' && isWordCharacter(text.charAt(end + length)));
    if (isCloser) {
      // Of `***` at the end the inner mark closes first.
      const closesAt = length > run ? end + length - run : end;
      const children = parseInline(text.slice(from, closesAt), depth + 1);
      return { node: { kind: run === 2 ? 'strong' : 'emphasis', children }, end: closesAt + run };
    }
    end += length - 1;
  }
  return null;
}

/** `***both***`. */
function strongEmphasis(text: string, at: number, mark: string, depth: number): Found | null {
  const from = at + 3;
  const length = text.slice(from, from + REACH).indexOf(mark.repeat(3));
  const inner = text.slice(from, from + Math.max(length, 0));
  if (inner.trim() === '' || inner.trim() !== inner || inner.startsWith(mark)) return null;
  const children: Inline[] = [{ kind: 'emphasis', children: parseInline(inner, depth + 2) }];
  return { node: { kind: 'strong', children }, end: from + length + 3 };
}

function link(text: string, bracket: number, at: number, depth: number): Found | null {
  const close = matchingBracket(text, bracket);
  if (close < 0 || text.charAt(close + 1) !== '(') return null;
  const target = /^\(\s*<?([^\s<>]*?)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)$/.exec(
    balanced(text, close + 1, REACH),
  );
  if (!target) return null;
  const label = text.slice(bracket + 1, close);
  const end = close + 1 + target[0].length;
  const href = safeLink((target[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  // A link that may not be followed stays readable as its own source text.
  if (href === null) return { node: { kind: 'text', text: text.slice(at, end) }, end };
  const children = withoutLinks(parseInline(label, depth + 1));
  return {
    node: { kind: 'link', href, children: children.length > 0 ? children : [{ kind: 'text', text: href }] },
    end,
  };
}

function matchingBracket(text: string, bracket: number): number {
  let open = 0;
  const limit = Math.min(text.length, bracket + REACH);
  for (let at = bracket; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') open += 1;
    else if (character === ']') open -= 1;
    if (open === 0) return at;
  }
  return -1;
}

/** The text from an opening round bracket to the one that closes it. */
function balanced(text: string, from: number, reach: number): string {
  let open = 0;
  const limit = Math.min(text.length, from + reach);
  for (let at = from; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open === 0) return text.slice(from, at + 1);
  }
  return '';
}

function angleAddress(text: string, at: number): Found | null {
  const match = /^<((?:https?|mailto|tel):[^\s<>]+)>/i.exec(text.slice(at, at + REACH));
  const href = match ? safeLink(match[1] ?? '') : null;
  if (!match || href === null) return null;
  return { node: address(href, match[1] ?? href), end: at + match[0].length };
}

function bareAddress(text: string, at: number): Found | null {
  if (isWordCharacter(text.charAt(at - 1)) || !/^https?:\/\//.test(text.slice(at, at + 8))) return null;
  let match = /^[^\s<>"`]+/.exec(text.slice(at, at + REACH))?.[0] ?? '';
  while (/[.,;:!?'*_\]]$/.test(match) || (match.endsWith(')') && !hasOpenBracket(match))) {
    match = match.slice(0, -1);
  }
  const href = safeLink(match);
  return href === null ? null : { node: address(href, match), end: at + match.length };
}

function hasOpenBracket(text: string): boolean {
  return text.split('(').length >= text.split(')').length;
}

function address(href: string, shown: string): Inline {
  return { kind: 'link', href, children: [{ kind: 'text', text: shown }] };
}

function withoutLinks(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.kind === 'link') return withoutLinks(node.children);
    if (node.kind !== 'strong' && node.kind !== 'emphasis') return [node];
    return [{ kind: node.kind, children: withoutLinks(node.children) }];
  });
}

function runLength(text: string, at: number, mark: string): number {
  let length = 1;
  while (length < 8 && text.charAt(at + length) === mark) length += 1;
  return length;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}
