import { shownText } from '../page/inline-text.js';
import type { Block, Inline } from '../page/shown-blocks.js';
import { graphemesOf } from './graphemes.js';

/** Whether blocks, written out, are short enough. */
type Fits = (blocks: readonly Block[]) => boolean;

// A part that ends at a sentence is not made shorter than this share of what would fit.
const LEAST_FILL = 0.3;

/**
 * Cuts what does not fit into blocks that do, in order: code between its lines, lists between their items, paragraphs
 * between sentences or else words. No words are lost, and emphasis, links and quotations go on in the next block.
 */
export function cutBlocks(blocks: readonly Block[], fits: Fits): Block[] {
  return blocks.flatMap((block) => (fits([block]) ? [block] : cutBlock(block, fits)));
}

function cutBlock(block: Block, fits: Fits): Block[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return cutInlines(block.children, (children) => fits([{ ...block, children }])).map((children) => ({
        ...block,
        children,
      }));
    case 'code-block':
      return cutText(block.text, (text) => fits([{ ...block, text }])).map((text) => ({ ...block, text }));
    case 'quote':
      return cutBlocks(block.children, (children) => fits([{ ...block, children }])).map((child) => ({
        ...block,
        children: [child],
      }));
    case 'list':
      return cutList(block, fits);
  }
}

type List = Extract<Block, { readonly kind: 'list' }>;

/** Lists of as many items as fit, their numbers going on. */
function cutList({ start, items }: List, fits: Fits): Block[] {
  const lists: List[] = [];
  const blocks: Block[] = [];
  items.forEach((item, at) => {
    const last = lists.at(-1);
    const longer: List | null = last ? { ...last, items: [...last.items, item] } : null;
    if (longer && fits([longer])) {
      lists[lists.length - 1] = longer;
      blocks[blocks.length - 1] = longer;
      return;
    }
    const made = cutItem(item, start === null ? null : start + at, fits);
    blocks.push(...made);
    // What stands below an item ends its list.
    const [only] = made;
    if (made.length === 1 && only?.kind === 'list') lists.push(only);
    else lists.length = 0;
  });
  return blocks;
}

/** An item as a list of its own; what of a long one does not fit stands below it. */
function cutItem(item: readonly Block[], start: number | null, fits: Fits): Block[] {
  const listOf = (blocks: readonly Block[]): Block => ({ kind: 'list', start, items: [blocks] });
  if (fits([listOf(item)])) return [listOf(item)];
  const [first, ...others] = cutBlocks(item, (blocks) => fits([listOf(blocks)]));
  return first ? [listOf([first]), ...others] : [];
}

function cutInlines(nodes: readonly Inline[], fits: (part: readonly Inline[]) => boolean): Inline[][] {
  const text = shownText(nodes);
  const parts: Inline[][] = [];
  let from = 0;
  while (from < text.length) {
    const to = endOfPart(text, from, (end) => fits(slice(nodes, from, end)));
    parts.push(slice(nodes, from, to));
    from = to;
  }
  return parts;
}

function cutText(text: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const to = endOfPart(text, from, (end) => fits(text.slice(from, end)));
    parts.push(text.slice(from, to).replace(/\n$/, ''));
    from = to;
  }
  return parts;
}

/** Where a part ends that begins at a place: the last line, sentence or word that fits, or else the last character. */
function endOfPart(text: string, from: number, fits: (end: number) => boolean): number {
  if (fits(text.length)) return text.length;
  const rest = text.slice(from);
  const words = [...rest.matchAll(/\s+/g)].map(({ index, 0: space }) => from + index + space.length);
  const last = lastThat(fits, words);
  if (last === null) {
    const start = rest.slice(0, LONGEST_WORD);
    const characters = endsOf(graphemesOf(start), from);
    return lastThat(fits, characters) ?? lastThat(fits, endsOf([...start], from)) ?? text.length;
  }
  const isFull = (place: number) => place <= last && place - from >= (last - from) * LEAST_FILL;
  const isSentence = (place: number) =>
    /\n\s*$|[.!?…][)\]"'”’]*\s+$/.test(text.slice(Math.max(from, place - 8), place));
  return words.findLast((place) => isFull(place) && isSentence(place)) ?? last;
}

/** More than fits into any message. */
const LONGEST_WORD = 20_000;

function endsOf(characters: readonly string[], from: number): number[] {
  let end = from;
  return characters.map((character) => {
    end += character.length;
    return end;
  });
}

/** The last of ascending places that fits, where all before it do. */
function lastThat(fits: (end: number) => boolean, places: readonly number[]): number | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
}

/** The nodes between two places of their text; marks go round what is left of them. */
function slice(nodes: readonly Inline[], from: number, to: number): Inline[] {
  const kept: Inline[] = [];
  let start = 0;
  for (const node of nodes) {
    const end = start + shownText([node]).length;
    const [first, last] = [Math.max(0, from - start), Math.min(end, to) - start];
    if (first < last) kept.push(sliced(node, first, last));
    start = end;
  }
  return kept;
}

function sliced(node: Inline, from: number, to: number): Inline {
  switch (node.kind) {
    case 'break':
      return node;
    case 'text':
    case 'code':
      return { ...node, text: node.text.slice(from, to) };
    case 'strong':
    case 'emphasis':
    case 'link':
      return { ...node, children: slice(node.children, from, to) };
  }
}
