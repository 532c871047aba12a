import { decodeEntities } from '../markdown/parse-html.js';
import { readableSign } from './readable-signs.js';

/** A sign of formatting, which the reader does not see: emphasis, code, a tag, the brackets of a link. */
export interface FormattingMark {
  /** As it is written; what closes a link carries its address. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What one mark closes another by; a tag needs no other. */
  readonly kind: 'pair' | 'link-open' | 'link-close' | 'tag';
}

/** A source text as its reader sees it. */
interface ReaderView {
  /** Entities decoded, signs made plain, marks and unseen signs left out, blanks in a row as one; a line end is `\n`. */
  readonly text: string;
  /** Where in the source the sign at an index of `text` begins. */
  readonly starts: readonly number[];
  /** Where in the source it has ended. */
  readonly ends: readonly number[];
  /** In order. */
  readonly marks: readonly FormattingMark[];
}

const TAG_NAMES =
  'a|abbr|b|big|bdi|bdo|code|dd|del|div|dl|dt|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr';
const ENTITY = String.raw`&(?:amp;){0,4}(?:#x[\da-f]{1,6};?|#\d{1,7};?|[a-z][a-z\d]{1,31};|nbsp|shy)`;
/** Everything that is not read sign by sign. Each alternative is bounded or stops at the sign that begins another. */
const TOKEN = new RegExp(
  [
    `(?<entity>${ENTITY})`,
    '(?<escaped>\\\\[!-/:-@[-`{-~])',
    String.raw`(?<line>(?:\\|[ \t]{0,40})\n[ \t]{0,40}(?:>[ \t]?){0,8}|<br\s{0,9}\/?>)`,
    String.raw`(?<tag><\/?(?:${TAG_NAMES})(?=[\s\/>])[^<>\n]{0,300}>)`,
    '(?<pair>\\*+|_+|~~|`+)',
  ].join('|'),
  'giu',
);
const LINK = /\[((?:[^[\]\\\n]|\\.){0,400})\](\(https?:\/\/[^\s()<>]{1,4000}\))/giu;

/** Reads Markdown or plain text as somebody sees it who reads it on a page. */
export function readerView(source: string): ReaderView {
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: FormattingMark[] = [];

  function add(text: string, start: number, end: number): void {
    for (const sign of text) {
      const readable = readableSign(sign);
      const isRepeated = readable === ' ' && signs.at(-1) === ' ';
      // What nobody sees goes with the sign before it.
      const isUnseen = readable === '' && ends.at(-1) === start;
      if (isRepeated || isUnseen) ends[ends.length - 1] = end;
      for (let at = 0; at < readable.length && !isRepeated; at++) {
        signs.push(readable[at] ?? '');
        starts.push(start);
        ends.push(end);
      }
    }
  }
  function addEach(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
      add(sign, at, at + sign.length);
      at += sign.length;
    }
  }
  function addTokens(from: number, to: number): void {
    let done = from;
    for (const match of source.slice(from, to).matchAll(TOKEN)) {
      const { entity, escaped, line, tag, pair } = match.groups ?? {};
      const start = from + match.index;
      const end = start + match[0].length;
      addEach(done, start);
      if (entity !== undefined) add(decoded.get(entity) ?? entity, start, end);
      else if (escaped !== undefined) add(escaped.slice(1), start, end);
      else if (line !== undefined) add('\n', start, end);
      else if (tag !== undefined) marks.push({ text: tag, start, end, kind: 'tag' });
      else if (isMark(source, start, end)) marks.push({ text: pair ?? '', start, end, kind: 'pair' });
      else addEach(start, end);
      done = end;
    }
    addEach(done, to);
  }

  const decoded = decodeAll(source);
  let done = 0;
  for (const match of source.matchAll(LINK)) {
    const end = match.index + match[0].length;
    const close = end - (match[2]?.length ?? 0) - 1;
    addTokens(done, match.index);
    marks.push({ text: '[', start: match.index, end: match.index + 1, kind: 'link-open' });
    addTokens(match.index + 1, close);
    marks.push({ text: source.slice(close, end), start: close, end, kind: 'link-close' });
    done = end;
  }
  addTokens(done, source.length);
  return { text: signs.join(''), starts, ends, marks };
}

/** Stars between blanks are a product, and an underscore between letters or digits is part of a name. */
function isMark(source: string, start: number, end: number): boolean {
  const before = source[start - 1] ?? ' ';
  const after = source[end] ?? ' ';
  if (source[start] === '_') return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
  return !(/\s/.test(before) && /\s/.test(after));
}

const ENTITIES = new RegExp(ENTITY, 'giu');
/** `&amp;nbsp;` is seen as a space by those whose page decodes twice. */
const MOST_LAYERS = 5;

/** Every entity of a text with what it stands for; all are decoded in one go, for each go costs a parser. */
function decodeAll(source: string): Map<string, string> {
  const written = [...new Set(source.match(ENTITIES))];
  let texts = written.map((entity) => (entity.endsWith(';') ? entity : `${entity};`));
  for (let layer = 0; layer < MOST_LAYERS && texts.some((text) => text.startsWith('&')); layer++) {
    texts = decodeEntities(texts.join('\u2028')).split('\u2028');
  }
  return new Map(written.map((entity, at) => [entity, texts[at] ?? entity]));
}
