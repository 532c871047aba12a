import { cutCode } from './cut-code.js';

const TAG = /<(del|s|strike)(?=[\s>])[^<>]{0,300}>(?:(?!<\1[\s>])[\s\S]){0,4000}?<\/\1\s*>/gi;
const STYLED =
  /<(span|p|div|font|b|i|u|em|strong)(?=\s)[^<>]{0,300}line-through[^<>]{0,300}>(?:(?!<\1[\s>])[\s\S]){0,4000}?<\/\1\s*>/gi;
/** Two tildes stand right at the words, and an empty line ends what they strike out. */
const TILDES = /(?<![\\~])~~(?=[^\s~])(?:(?!\n[ \t]*\n)[^~]|~(?!~)){1,4000}?(?<=[^\s\\])~~(?!~)/g;
const BBCODE = /\[(s|strike|del)\](?:(?!\[\1\])[\s\S]){0,4000}?\[\/\1\]/gi;
/** Words struck out sign by sign. */
const OVERLAID = /(?:[^\s\p{M}](?:\u0335|\u0336)|[ \t](?=[^\s\p{M}](?:\u0335|\u0336))){2,}/gu;

/** Takes struck-out words out of Markdown or plain text: their author has withdrawn them. Code keeps its text. */
export function dropStruck(text: string): string {
  return cutCode(text)
    .map((piece) => (piece.isCode ? piece.text : dropStruckWords(piece.text)))
    .join('');
}

function dropStruckWords(text: string): string {
  const shorter = dropOverlaid(text).replace(TAG, '').replace(STYLED, '').replace(TILDES, '');
  return shorter.replace(BBCODE, '');
}

/** Takes out what is struck out by combining signs, which need neither Markdown nor HTML. */
export function dropOverlaid(text: string): string {
  return text.replace(OVERLAID, '');
}
