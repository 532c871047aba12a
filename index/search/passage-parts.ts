import { wordsOf } from '../lexical/tokenize.js';
import { answerBlocks } from './answer-blocks.js';
import { type CutSentence, isIntroduction } from './answer-sentences.js';
import { isFarewell, isGreeting } from './passage-chatter.js';
import { opensWithVerdict } from './passage-ties.js';

/** The smallest part of an answer that is shown by itself: a sentence, or a list, code or table in one. */
export interface PassagePart {
  /** Markdown with the white space after it. */
  readonly text: string;
  /** Its first sentence. */
  readonly opening: string;
  readonly words: number;
  /** Index into `answerBlocks(answer)`. */
  readonly block: number;
  /** How much of which sentences it holds: from the number of a sentence to a share from 0 to 1. */
  readonly shares: ReadonlyMap<number, number>;
  /** Whether it only greets or says goodbye. */
  readonly isChatter: boolean;
}

/** Cuts an answer into the parts a passage is made of; together they are the answer. */
export function passageParts(answer: string, sentences: readonly CutSentence[]): PassagePart[] {
  const blocks = answerBlocks(answer).length;
  const parts = blockPieces(sentences).flatMap((pieces) => gluedPieces(pieces).map(partOf));
  // Only what stands before everything else greets, and only the last two blocks say goodbye.
  let isOpening = true;
  let isClosing = false;
  return parts.map((part) => {
    isOpening &&= isGreeting(part.text, part.words) && !opensWithVerdict(part.text);
    isClosing =
      part.block >= blocks - 2 && (isFarewell(part.text, part.words) || (isClosing && isName(part)));
    return { ...part, isChatter: isOpening || isClosing };
  });
}

/** Whether a part may be the name under a farewell. */
function isName({ text, words }: Pick<PassagePart, 'text' | 'words'>): boolean {
  return words <= 3 && !/\d/.test(text);
}

interface Piece {
  readonly text: string;
  readonly words: number;
  readonly block: number;
  readonly sentence: number;
  /** The share of the words of its sentence. */
  readonly share: number;
}

/** The pieces of every block. */
function blockPieces(sentences: readonly CutSentence[]): Piece[][] {
  const blocks: Piece[][] = [];
  sentences.forEach(({ pieces, block }, sentence) => {
    const words = pieces.map((text) => wordsOf(text).length);
    const all = words.reduce((sum, count) => sum + count, 0) || 1;
    if (blocks.at(-1)?.[0]?.block !== block) blocks.push([]);
    pieces.forEach((text, at) => {
      const count = words[at] ?? 0;
      blocks.at(-1)?.push({ text, words: count, block, sentence, share: count / all });
    });
  });
  return blocks;
}

const STEP_CODE_OR_TABLE = /^\s*([-*+]\s|\d{1,3}[.)]\s|\||```|~~~)/;

/**
 * Puts together what must not be torn apart: everything from the first step, row or line of code to the end of the
 * block, and a heading, a question or another introduction with what comes after it.
 */
function gluedPieces(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let isInside = false;
  for (const piece of pieces) {
    const last = groups.at(-1);
    const begins = STEP_CODE_OR_TABLE.test(piece.text);
    if (last && (isInside || begins || isIntroduction(last.at(-1)?.text ?? ''))) last.push(piece);
    else groups.push([piece]);
    isInside ||= begins;
  }
  return groups;
}

function partOf(pieces: readonly Piece[]): Omit<PassagePart, 'isChatter'> {
  const shares = new Map<number, number>();
  for (const { sentence, share } of pieces) shares.set(sentence, (shares.get(sentence) ?? 0) + share);
  return {
    text: pieces.map(({ text }) => text).join(''),
    opening: pieces[0]?.text ?? '',
    words: pieces.reduce((sum, { words }) => sum + words, 0),
    block: pieces[0]?.block ?? 0,
    shares,
  };
}
