import type { TextFormat } from '../../sources/contracts.js';
import { toMarkdown } from '../to-markdown.js';

const PICTURES: Readonly<Record<Exclude<TextFormat, 'text'>, RegExp>> = {
  html: /<img\b[^>]{0,20000}>/gi,
  markdown: /!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)/g,
};
/** Characters that stand in place of pictures that cannot be linked to. */
const MOST_WORDS_OF_PICTURES = 1000;
const LINK = /\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g;

/**
 * Whether a reply shows a picture and says nothing: what a picture shows cannot be searched, checked or read out.
 * @param markdown what `toMarkdown` made of the body
 */
export function isPictureOnly(body: string, format: TextFormat, markdown: string): boolean {
  // A long reply is not looked at twice.
  if (format === 'text' || markdown.replace(LINK, '').length > MOST_WORDS_OF_PICTURES) return false;
  const rest = body.replace(PICTURES[format], '');
  return rest !== body && !hasWords(toMarkdown(rest, format, null));
}

function hasWords(markdown: string): boolean {
  return /[\p{L}\p{N}]/u.test(markdown);
}
