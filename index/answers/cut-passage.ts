import type { AnswerLeaf } from './answer-leaves.js';
import type { AnswerBlock, AnswerInline, AnswerTree } from './answer-tree.js';
import type { AnswerPiece } from './cut-answer.js';
import { sliceInlines, trimInlines } from './inline-text.js';

/** The pieces of an answer, in order, as a tree of their own: sentences in their paragraph, lists, tables and code whole. */
export function treeOfPieces(leaves: readonly AnswerLeaf[], pieces: readonly AnswerPiece[]): AnswerTree {
  const tree: AnswerBlock[] = [];
  let quote: number | null = null;
  let lastLeaf = -1;
  for (const group of ofOneLeaf(pieces)) {
    const leaf = leaves[group.leaf];
    if (!leaf) continue;
    const block = blockOf(leaf, group);
    const follows = lastLeaf === group.leaf - 1;
    lastLeaf = group.leaf;
    if (!block) continue;
    const placed = follows ? block : detached(block);
    const last = tree.at(-1);
    if (leaf.quote === null) tree.push(placed);
    else if (last?.type === 'blockquote' && quote === leaf.quote) {
      tree[tree.length - 1] = { ...last, children: [...last.children, placed] };
    } else tree.push({ type: 'blockquote', children: [detached(block)] });
    quote = leaf.quote;
  }
  const [first, ...rest] = tree;
  return first ? [detached(first), ...rest] : [];
}

interface LeafPart {
  readonly leaf: number;
  readonly from: number;
  readonly to: number;
}

function ofOneLeaf(pieces: readonly AnswerPiece[]): LeafPart[] {
  const parts: LeafPart[] = [];
  for (const { leaf, from, to } of pieces) {
    const last = parts.at(-1);
    if (last?.leaf === leaf) parts[parts.length - 1] = { leaf, from: last.from, to };
    else parts.push({ leaf, from, to });
  }
  return parts;
}

function blockOf({ node }: AnswerLeaf, { from, to }: LeafPart): AnswerBlock | null {
  if (node.type !== 'paragraph') return node;
  const children = trimInlines(sliceInlines(node.children, from, to));
  return children.length === 0 ? null : { ...node, children };
}

function detached(block: AnswerBlock): AnswerBlock {
  const { isAttached: _, ...rest } = block;
  return rest;
}

/** A tree behind a sign that something before it is left out: in its first line, or above it where that is no paragraph. */
export function behindGap(tree: AnswerTree): AnswerTree {
  const [first, ...rest] = tree;
  const gap: AnswerInline = { type: 'text', value: '… ' };
  if (first?.type === 'paragraph') return [{ ...first, children: [gap, ...first.children] }, ...rest];
  return [{ type: 'paragraph', children: [{ type: 'text', value: '…' }] }, ...tree];
}
