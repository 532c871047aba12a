import type { SpokenLanguage } from '../../bot/contracts.js';
import type { Block, Inline } from '../page/markdown-tree.js';
import { parseInline } from '../page/parse-inline.js';
import { parseMarkdown } from '../page/parse-markdown.js';
import { safeLink } from '../page/safe-link.js';
import { readable } from './readable.js';
import { type Said, saidBlocks } from './said-blocks.js';
import { splitText } from './split-text.js';
import { tidyMarkdown } from './tidy-markdown.js';

// `parseMarkdown` reads no further; longer texts are read piece by piece.
const PIECE_UNITS = 40_000;
// The parser seeks the ends of words and address 2,000 units far each.
const LONGEST_LINK = 4_010;

/**
 * Markdown as words without marks, for channels that show none: headings as lines, lists with "•" or "1." and two spaces
 * for each level, code as it is, links and pictures as "words: address". No words are lost; titles of links, the language
 * of a code block, and where a link leads that may not be followed, are no words.
 */
export function plainText(markdown: string): string {
  const text = splitText(tidyMarkdown(readable(markdown)), { units: PIECE_UNITS })
    .map((piece) => blocksText(parseMarkdown(piece)))
    .join('\n\n');
  return trimmed(text);
}

/** What is said as words without marks, as `plainText` writes them. */
export function saidPlainly(said: Said, language: SpokenLanguage): string {
  return said.tree ? trimmed(blocksText(saidBlocks(said, language))) : plainText(said.text);
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
      return inlineText(block.children);
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

function inlineText(children: readonly Inline[]): string {
  return children.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return deadLinkText(inline.text) ?? inline.text.replace(/~~(?=\S)([^~\n]*[^~\s])~~/g, '$1');
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children);
    case 'link':
      return linkText(inlineText(inline.children), inline.href);
  }
}

function linkText(words: string, href: string): string {
  // A telephone number or e-mail address is known as one without its scheme.
  const address = href.replace(/^(?:tel|mailto):/, '');
  if (words === address || safeLink(words) === href) return words.replace(/^(?:tel|mailto):/, '');
  if (words.trim() === '') return address;
  return `${words.replace(/\s*:\s*$/, '')}: ${address}`;
}

/** The parser leaves a link that may not be followed as its source, in a piece of its own; null for any other text. */
function deadLinkText(text: string): string | null {
  if (text.length > LONGEST_LINK || !text.endsWith(')')) return null;
  const [, label, target = ''] = /^!?\[(.*)\]\(\s*<?([^\s<>]*).*\)$/s.exec(text) ?? [];
  if (label === undefined) return null;
  const words = inlineText(parseInline(label));
  // Written without its scheme, it still tells where to look.
  return /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(target) ? linkText(words, target) : words;
}
