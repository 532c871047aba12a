import type { Block, Inline } from '../../page/shown-blocks.js';
import { readable } from '../../text/readable.js';
import type { CardElement } from './adaptive-card.js';

type Style = Readonly<Record<string, unknown>>;

/**
 * Words in a card. They are text runs, not text blocks: a run has no Markdown, so that neither a name nor a question of
 * the community can change how the card looks.
 */
export function plainElement(text: string, style: Style = {}, around: Style = {}): CardElement {
  return richText([{ type: 'TextRun', text: readable(text), ...style }], around);
}

/** Blocks of Markdown as elements of a card, an element for each line. */
export function blockElements(blocks: readonly Block[], style: Style = {}): CardElement[] {
  return blocks.flatMap((block, index) => elementsOf(block, style, index > 0));
}

function elementsOf(block: Block, style: Style, isApart: boolean): CardElement[] {
  const spacing = isApart ? {} : { spacing: 'Small' };
  switch (block.kind) {
    case 'paragraph':
      return lines(block.children, style, spacing);
    case 'heading':
      return lines(block.children, { ...style, weight: 'Bolder' }, spacing);
    case 'code-block':
      return block.text
        .split('\n')
        .filter((line) => line !== '')
        .map((line, index) =>
          plainElement(line, { ...style, fontType: 'Monospace' }, index > 0 ? { spacing: 'None' } : spacing),
        );
    case 'quote':
      return [
        { type: 'Container', style: 'emphasis', ...spacing, items: blockElements(block.children, style) },
      ].filter(({ items }) => items.length > 0);
    case 'list':
      return block.items.map((item, index) => listItem(item, markOf(block.start, index), style));
  }
}

/** A column for the mark and one for the words, so that long items stay aligned. */
function listItem(item: readonly Block[], mark: string, style: Style): CardElement {
  const words = blockElements(item, style);
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'auto', items: [plainElement(mark, style)] },
      {
        type: 'Column',
        width: 'stretch',
        spacing: 'Small',
        items: words.length > 0 ? words : [plainElement(' ', style)],
      },
    ],
  };
}

function markOf(start: number | null, index: number): string {
  return start === null ? '•' : `${start + index}.`;
}

function lines(nodes: readonly Inline[], style: Style, around: Style): CardElement[] {
  return linesOf(nodes)
    .map((line) => line.flatMap((node) => runs(node, style)))
    .filter((line) => line.length > 0)
    .map((line, index) => richText(line, index > 0 ? { spacing: 'None' } : around));
}

/** Inline nodes between line breaks; a run cannot hold one on every platform. */
function linesOf(nodes: readonly Inline[]): Inline[][] {
  const found: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'break') found.push([]);
    else found.at(-1)?.push(node);
  }
  return found;
}

function runs(node: Inline, style: Style): CardElement[] {
  switch (node.kind) {
    case 'text':
      return [{ type: 'TextRun', text: node.text, ...style }];
    case 'break':
      return [{ type: 'TextRun', text: ' ', ...style }];
    case 'code':
      return [{ type: 'TextRun', text: node.text, ...style, fontType: 'Monospace' }];
    case 'strong':
      return node.children.flatMap((child) => runs(child, { ...style, weight: 'Bolder' }));
    case 'emphasis':
      return node.children.flatMap((child) => runs(child, { ...style, italic: true }));
    case 'link': {
      const opens = { type: 'Action.OpenUrl', url: node.href };
      return node.children.flatMap((child) => runs(child, { ...style, selectAction: opens }));
    }
  }
}

function richText(inlines: readonly CardElement[], around: Style): CardElement {
  return { type: 'RichTextBlock', inlines, ...around };
}
