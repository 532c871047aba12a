import type { Block } from '../page/shown-blocks.js';
import { boldMarkdown, deadCode, fenceFor, inlineMarkdown } from './inline-markdown.js';
import { withPlainLineStarts } from './plain-markdown.js';

/**
 * A tree as Markdown, in the part of it that all channels show which show any: bold, italic, lists, quotations, code and
 * links. Headings become bold lines; HTML, and what Slack reads between angle brackets, become words.
 */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockMarkdown)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** Puts Markdown into a quotation; none stays none. */
export function asQuote(markdown: string): string {
  return markdown === '' ? '' : markdown.replace(/^/gm, '> ');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return withPlainLineStarts(inlineMarkdown(block.children));
    case 'heading':
      return boldMarkdown(block.children);
    case 'code-block': {
      const fence = fenceFor(block.text, 3);
      return `${fence}\n${deadCode(block.text)}\n${fence}`;
    }
    case 'quote':
      return asQuote(blocksMarkdown(block.children));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '-' : `${block.start + index}.`;
          return `${mark} ${indented(blocksMarkdown(item), mark.length + 1)}`;
        })
        .join('\n');
  }
}

function indented(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`);
}
