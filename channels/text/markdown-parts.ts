import type { Block } from '../page/shown-blocks.js';
import { asQuote, blocksMarkdown } from './blocks-markdown.js';
import { cutBlocks } from './cut-blocks.js';
import { splitText } from './split-text.js';

/** Markdown that stands together: a paragraph, a list, code, a line of the bot. */
export interface MarkdownPart {
  readonly markdown: string;
  /** Whether it belongs to a quotation, whose parts stand in one. */
  readonly isQuote: boolean;
}

/** A line of the bot as a part; none for ''. */
export function linePart(markdown: string): MarkdownPart[] {
  return markdown === '' ? [] : [{ markdown, isQuote: false }];
}

/**
 * Blocks as parts, each within a number of UTF-16 units: what is longer is cut in the tree, so that no mark is torn.
 * @param isQuote whether they are a quotation
 */
export function blockParts(blocks: readonly Block[], isQuote: boolean, units: number): MarkdownPart[] {
  const written = (part: readonly Block[]) => {
    const markdown = blocksMarkdown(part);
    return isQuote ? asQuote(markdown) : markdown;
  };
  return cutBlocks(blocks, (part) => written(part).length <= units)
    .map((block) => ({ markdown: written([block]), isQuote }))
    .filter(({ markdown }) => markdown.trim() !== '');
}

/** Parts put together into as few texts as hold them, each within a number of UTF-16 units. */
export function packParts(parts: readonly MarkdownPart[], units: number): string[] {
  const texts: string[] = [];
  let before: MarkdownPart | null = null;
  for (const part of parts) {
    const between = before?.isQuote && part.isQuote ? '\n> \n' : '\n\n';
    const whole = before === null ? part.markdown : `${texts.pop() ?? ''}${between}${part.markdown}`;
    if (whole.length <= units) texts.push(whole);
    else {
      if (before !== null) texts.push(whole.slice(0, whole.length - part.markdown.length - between.length));
      // Only a line of the bot can be too long by itself: a row of titles.
      texts.push(...(part.markdown.length <= units ? [part.markdown] : splitText(part.markdown, units)));
    }
    before = part;
  }
  return texts;
}
