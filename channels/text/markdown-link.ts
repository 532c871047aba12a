import { EVERY_MARK_IN_LINK, plainInline } from './plain-markdown.js';

/**
 * A link in Markdown. Its target cannot be ended early by a bracket, a space or a line break in the address.
 * @param label its words, as Markdown in which no bracket acts
 */
export function linkTo(label: string, url: string): string {
  const target = url
    .replace(
      /[()<>\s\\`|[\]]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${label}](${target})`;
}

/** A link with plain words. */
export function markdownLink(words: string, url: string): string {
  return linkTo(plainInline(words, EVERY_MARK_IN_LINK), url);
}

/** Whether an address may stand bare: clients find its borders by themselves, and nothing in it is a mark. */
export function canStandBare(address: string, before: string, after: string): boolean {
  const hasMark = /[\s<>"`*~\\[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&#?\w+(?:;|$)/u.test(address);
  const isAlone = !/[\p{L}\p{N}]$/u.test(before) && /^[.,;:!?)]*(?:\s|$)/.test(after);
  return /^https?:\/\//.test(address) && /[\p{L}\p{N}/]$/u.test(address) && !hasMark && isAlone;
}
