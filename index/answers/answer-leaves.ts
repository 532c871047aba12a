import type {
  AnswerBlock,
  AnswerCode,
  AnswerHeading,
  AnswerInline,
  AnswerList,
  AnswerParagraph,
  AnswerTable,
  AnswerTree,
} from './answer-tree.js';
import { flatText } from './inline-text.js';

/**
 * What an answer is cut into first: a paragraph, whose sentences can be shown alone, or a heading, list, table or code,
 * which is shown whole.
 */
export interface AnswerLeaf {
  readonly node: AnswerParagraph | AnswerHeading | AnswerCode | AnswerList | AnswerTable;
  /** Number of the quotation it stands in; null for none. */
  readonly quote: number | null;
  /** Leaves with the same number belong together: a list with its introduction, a heading with what is below it. */
  readonly block: number;
}

/** The leaves of an answer in order; together they are the answer. */
export function answerLeaves(tree: AnswerTree): AnswerLeaf[] {
  const leaves: AnswerLeaf[] = [];
  let block = -1;
  for (const [at, node] of tree.entries()) {
    const before = tree[at - 1];
    if (!before || !belongsTo(before, node)) block += 1;
    leaves.push(...leavesOf(node, at, block));
  }
  return leaves;
}

function leavesOf(node: AnswerBlock, at: number, block: number): AnswerLeaf[] {
  if (node.type !== 'blockquote') return [{ node, quote: null, block }];
  return node.children.flatMap((child) =>
    leavesOf(child, at, block).map((leaf): AnswerLeaf => ({ ...leaf, quote: at })),
  );
}

function belongsTo(before: AnswerBlock, node: AnswerBlock): boolean {
  if (node.isAttached || isHeading(before)) return true;
  if (before.type === 'paragraph' && /:\s*$/.test(flatText(before.children))) return true;
  return before.type === 'list' && node.type === 'list';
}

const LONGEST_HEADING = 80;

/** Many write a heading as one line in bold. */
export function isHeading(node: AnswerBlock): boolean {
  if (node.type === 'heading') return true;
  return node.type === 'paragraph' && isBoldLine(node.children);
}

function isBoldLine(inlines: readonly AnswerInline[]): boolean {
  const [first, ...rest] = inlines;
  const words = first?.type === 'strong' ? flatText(first.children) : '';
  return (
    words !== '' &&
    words.length <= LONGEST_HEADING &&
    !words.includes('\n') &&
    /^\s*:?\s*$/.test(flatText(rest))
  );
}
