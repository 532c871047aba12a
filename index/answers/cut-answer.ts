import { termsOf } from '../lexical/tokenize.js';
import { type AnswerLeaf, answerLeaves, isHeading } from './answer-leaves.js';
import type { AnswerInline, AnswerListItem, AnswerTree } from './answer-tree.js';
import { flatText, hasLink, inlineWords, sliceInlines } from './inline-text.js';
import { joinShort, MAX_SENTENCES, MIN_WORDS } from './join-short.js';
import { sentenceEnds } from './sentence-ends.js';
import { blockWords } from './tree-words.js';

/** The smallest piece of an answer: a sentence, a step, a row, a heading, code. Joined to sentences it gets vectors. */
export interface AnswerPiece {
  /** Plain text, one line; '' for a bare address. */
  readonly text: string;
  readonly words: number;
  /** Number of its leaf in `answerLeaves`. */
  readonly leaf: number;
  /** Where in the flat text of a paragraph; of no meaning in any other leaf. */
  readonly from: number;
  readonly to: number;
  /** Number of what belongs together: a list with its introduction, a heading with what is below it. */
  readonly block: number;
  /** Whether it begins a step or a point of a list. */
  readonly isStep: boolean;
  /** Whether it is a part of a list, a table or code, which are shown whole. */
  readonly isOfWhole: boolean;
  readonly isHeading: boolean;
  /** Whether it introduces the piece after it: a heading, a question, words that end in a colon. */
  readonly leads: boolean;
  readonly hasLink: boolean;
}

/** A sentence of an answer: what gets a vector of its own. */
export interface AnswerSentence {
  /** Plain text, one line. */
  readonly text: string;
  readonly block: number;
  /** Numbers of the pieces it is made of, the first and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export interface CutAnswer {
  readonly leaves: readonly AnswerLeaf[];
  /** In order; together they are the answer. */
  readonly pieces: readonly AnswerPiece[];
  /** The first 40 are those of `answerSentences`. */
  readonly sentences: readonly AnswerSentence[];
}

/**
 * Cuts an answer into its sentences, in order: at most 40, each in one block and of at least 5 words where
 * the block has so many. Answers with more have shorter sentences joined; what is still too much at the end is left out.
 * Ingest and the choice of the passage share this cut, so that the n-th vector is that of the n-th sentence.
 */
export function answerSentences(tree: AnswerTree): AnswerSentence[] {
  return cutAnswer(tree).sentences.slice(0, MAX_SENTENCES);
}

/** Cuts an answer into pieces and these into sentences. No piece ends inside emphasis, code or a link. */
export function cutAnswer(tree: AnswerTree): CutAnswer {
  const leaves = answerLeaves(tree);
  const groups = leaves.flatMap(piecesOfLeaf);
  let sentences: AnswerSentence[] = [];
  for (const minWords of MIN_WORDS) {
    sentences = sentencesOf(groups, minWords);
    if (sentences.length <= MAX_SENTENCES) break;
  }
  return { leaves, pieces: groups.flat(), sentences };
}

/** The pieces of a leaf in groups that are read as one: the sentences of a paragraph or step, a heading, code, a row. */
function piecesOfLeaf({ node, block }: AnswerLeaf, leaf: number): AnswerPiece[][] {
  const base = {
    leaf,
    from: 0,
    to: 0,
    block,
    isStep: false,
    isOfWhole: node.type !== 'paragraph' && node.type !== 'heading',
    isHeading: isHeading(node),
    leads: false,
    hasLink: false,
  };
  const whole = (text: string, changes: Partial<AnswerPiece> = {}): AnswerPiece => {
    return { ...base, text, words: termsOf(text).length, ...changes };
  };
  switch (node.type) {
    case 'code':
      return [[whole(blockWords(node))]];
    case 'heading':
      return [[whole(inlineWords(node.children), { leads: true, hasLink: hasLink(node.children) })]];
    case 'table':
      return node.children.map((row) => {
        const cells = row.children.map((cell) => inlineWords(cell.children));
        return [whole(cells.join(' | '), { hasLink: row.children.some((cell) => hasLink(cell.children)) })];
      });
    case 'list':
      return node.children.flatMap((item) => groupsOfItem(item, base));
    case 'paragraph': {
      const pieces = sentencePieces(node.children, base);
      return isTyped(node.children) ? pieces.map((piece) => [{ ...piece, isOfWhole: true }]) : [pieces];
    }
  }
}

/** Rows of a table that was typed without its frame. */
function isTyped(inlines: readonly AnswerInline[]): boolean {
  return (flatText(inlines).match(/^\s*\|/gm)?.length ?? 0) > 1;
}

type Base = Omit<AnswerPiece, 'text' | 'words'>;

function groupsOfItem({ children }: AnswerListItem, base: Base): AnswerPiece[][] {
  const groups = children.flatMap((child): AnswerPiece[][] => {
    if (child.type === 'paragraph' || child.type === 'heading') return [sentencePieces(child.children, base)];
    if (child.type === 'list') return child.children.flatMap((item) => groupsOfItem(item, base));
    const text = blockWords(child);
    return [[{ ...base, text, words: termsOf(text).length }]];
  });
  return groups.map((pieces, at) =>
    pieces.map((piece, place) => (at === 0 && place === 0 ? { ...piece, isStep: true } : piece)),
  );
}

function sentencePieces(inlines: readonly AnswerInline[], base: Base): AnswerPiece[] {
  let from = 0;
  return sentenceEnds(inlines).map((to) => {
    const part = sliceInlines(inlines, from, to);
    const text = inlineWords(part);
    const leads = base.isHeading || /[:?]\s*$/.test(flatText(part));
    const piece = { ...base, text, words: termsOf(text).length, from, to, leads, hasLink: hasLink(part) };
    from = to;
    return piece;
  });
}

/** The sentences of all blocks: short ones join a sentence of their own group or else of the one before. */
function sentencesOf(groups: readonly AnswerPiece[][], minWords: number): AnswerSentence[] {
  const sentences: AnswerSentence[] = [];
  let number = 0;
  const blocks = new Map<number, AnswerPiece[][]>();
  for (const pieces of groups) {
    const block = pieces[0]?.block ?? 0;
    blocks.set(block, [...(blocks.get(block) ?? []), pieces]);
  }
  for (const [block, ofBlock] of blocks) {
    const joined = ofBlock.flatMap((pieces) =>
      joinShort(
        pieces.map((piece) => [piece]),
        minWords,
      ),
    );
    for (const pieces of joinShort(joined, minWords)) {
      const text = pieces
        .map((piece) => piece.text)
        .filter((words) => words !== '')
        .join(' ');
      if (text !== '') sentences.push({ text, block, from: number, to: number + pieces.length });
      number += pieces.length;
    }
  }
  return sentences;
}
