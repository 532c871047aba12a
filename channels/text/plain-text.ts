import type { AnswerTree, SpokenLanguage } from '../../bot/contracts/messages.js';
import { answerBlocks, STRUCK } from '../page/answer-blocks.js';
import { type InlineWriting, inlineText } from '../page/inline-text.js';
import { safeLink } from '../page/safe-link.js';
import type { Block } from '../page/shown-blocks.js';

/** Marks of what is struck out stand alone. */
const WRITING: InlineWriting = { link: linkText, words: (text) => (text === STRUCK ? '' : text) };

/**
 * What is said as words without marks, for channels that show none: headings as lines, lists with "•" or "1." and two
 * spaces for each level, code as it is, links and pictures as "words: address". No words are lost; titles of links, the
 * language of a code block, and where a link leads that may not be followed, are no words.
 */
export function plainText(tree: AnswerTree, language: SpokenLanguage): string {
  return trimmed(blocksText(answerBlocks(tree, language)));
}

function trimmed(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').replace(/^\n+/, '').trimEnd();
}

function blocksText(blocks: readonly Block[], between = '\n\n'): string {
  let text = '';
  let before: Block | null = null;
  for (const block of blocks) {
    const words = blockText(block);
    if (words.trim() === '') continue;
    const isClose = before?.kind === 'heading' || (block.kind === 'list' && text.endsWith(':'));
    if (text !== '') text += isClose ? '\n' : between;
    text += words;
    before = block;
  }
  return text;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, WRITING);
    case 'code-block':
      return block.text;
    case 'quote':
      return blocksText(block.children);
    case 'list':
      return block.items.map((item, index) => itemText(item, block.start, index)).join('\n');
  }
}

function itemText(item: readonly Block[], start: number | null, index: number): string {
  const mark = start === null ? '•' : `${start + index}.`;
  return `${mark} ${blocksText(item, '\n').replaceAll('\n', '\n  ')}`;
}

function linkText(words: string, href: string): string {
  // A telephone number or e-mail address is known as one without its scheme.
  const address = href.replace(/^(?:tel|mailto):/, '');
  if (words === address || safeLink(words) === href) return words.replace(/^(?:tel|mailto):/, '');
  if (words.trim() === '') return address;
  return `${words.replace(/\s*:\s*$/, '')}: ${address}`;
}
