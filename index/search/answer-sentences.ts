import { wordsOf } from '../lexical/tokenize.js';
import { answerBlocks } from './answer-blocks.js';
import { plainText } from './plain-text.js';

/** A sentence of an answer: what gets a vector of its own. */
export interface AnswerSentence {
  /** Plain text, one line. */
  readonly text: string;
  /** Index into `answerBlocks(answer)`. */
  readonly block: number;
}

/** A sentence with the Markdown it was cut from. */
export interface CutSentence extends AnswerSentence {
  /**
   * Pieces of Markdown with the white space after them; more than one where short ones were joined. All pieces of a
   * block in a row are its text.
   */
  readonly pieces: readonly string[];
}

/** A vector a sentence: more would make releases big for the sake of a few endless answers. */
const MAX_SENTENCES = 40;
/** A sentence of fewer words joins its neighbour; the next number is tried where there are too many sentences. */
const MIN_WORDS = [5, 10, 20, 40, 80] as const;

/**
 * Cuts an answer in Markdown into its sentences, in order: at most 40, each in one block and of at least 5 words where
 * the block has so many. Answers with more have shorter sentences joined; what is still too much at the end is left out.
 * Ingest and the choice of the passage share this cut, so that the n-th vector is that of the n-th sentence.
 */
export function answerSentences(answer: string): AnswerSentence[] {
  return cutSentences(answer)
    .slice(0, MAX_SENTENCES)
    .map(({ text, block }) => ({ text, block }));
}

/** All sentences of an answer with their Markdown; the first 40 are those of `answerSentences`. */
export function cutSentences(answer: string): CutSentence[] {
  const blocks = answerBlocks(answer).map(({ text }) => pieceGroups(text));
  let sentences: CutSentence[] = [];
  for (const minWords of MIN_WORDS) {
    sentences = blocks.flatMap((groups, block) => blockSentences(groups, block, minWords));
    if (sentences.length <= MAX_SENTENCES) break;
  }
  return sentences;
}

const FENCE = /^\s*(```|~~~)/;
const LINE_OF_ITS_OWN = /^\s*([-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\|)/;
const HEADING = /^\s*#{1,6}\s/;
const BOLD_LINE = /^\s*(\*\*|__)[^*_]{1,80}\1:?\s*$/;
const SENTENCES = new Intl.Segmenter('nl', { granularity: 'sentence' });
/** After these a full stop ends no sentence, whatever follows. */
const ABBREVIATED =
  /(?:^|[\s(])(?:bijv|bv|nr|dhr|mevr|mw|incl|excl|ca|evt|resp|d\.w\.z|o\.a|t\.o\.v|m\.b\.t|e\.g|i\.e|approx|mr|mrs|dr|vs|fig)\.\s*$/i;

/** What has not ended after so many characters was not markup but a slip. */
const LONGEST_MARKED = 600;

interface Piece {
  readonly text: string;
  readonly words: number;
}

/** The text of a block in groups of pieces: a paragraph's or a step's sentences, a heading, or code as one. */
function pieceGroups(text: string): Piece[][] {
  return lineGroups(text).map((group) =>
    (FENCE.test(group) ? [group] : sentencePieces(group)).map((piece) => ({
      text: piece,
      words: wordsOf(plainText(piece)).length,
    })),
  );
}

/** Lines that are read as one: those of a fenced block, those of a step, those of a paragraph. */
function lineGroups(text: string): string[] {
  const groups: string[] = [];
  let fence: string | null = null;
  let isEnded = true;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = FENCE.exec(line)?.[1];
    const begins = fence === null && (isEnded || mark !== undefined || LINE_OF_ITS_OWN.test(line));
    if (groups.length > 0 && (line.trim() === '' || !begins)) groups.push(`${groups.pop() ?? ''}${line}`);
    else groups.push(line);
    const closes: boolean = fence !== null && mark === fence;
    if (mark !== undefined && (fence === null || closes)) fence = closes ? null : mark;
    isEnded = fence === null && (closes || line.trim() === '' || HEADING.test(line));
  }
  return groups;
}

function sentencePieces(group: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of SENTENCES.segment(group)) {
    const last = pieces.at(-1);
    if (last !== undefined && isUnfinished(last, segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** Whether a text does not end a sentence: it is a mark, an abbreviation, a broken line, or inside link or emphasis. */
function isUnfinished(text: string, next: string): boolean {
  if (text.length > LONGEST_MARKED) return false;
  if (!/\p{L}/u.test(text) || !/[\p{L}\p{N}]/u.test(next) || ABBREVIATED.test(text)) return true;
  if (/[^.!?:;,\s]\s*\n\s*$/.test(text) && /^\s*\p{Ll}/u.test(next)) return true;
  const count = (mark: string) => text.split(mark).length - 1;
  return count('[') > count(']') || count('](') > count(')') || count('`') % 2 === 1 || count('**') % 2 === 1;
}

/** The sentences of a block: short ones join a sentence of their own group or else of the one before. */
function blockSentences(groups: readonly Piece[][], block: number, minWords: number): CutSentence[] {
  const sentences = groups.flatMap((pieces) =>
    joinShort(
      pieces.map((piece) => [piece]),
      minWords,
    ),
  );
  return joinShort(sentences, minWords)
    .map((joined) => joined.map(({ text }) => text))
    .map((pieces) => ({ text: plainText(pieces.join('')), block, pieces }))
    .filter(({ text }) => text !== '');
}

/**
 * Joins what follows something of fewer than `minWords`, and what is of fewer than 5 words itself, to what is before it;
 * a short question or "so:" waits for what is after it.
 */
function joinShort(sentences: readonly Piece[][], minWords: number): Piece[][] {
  const joined: Piece[][] = [];
  let words = 0;
  sentences.forEach((pieces, at) => {
    const count = pieces.reduce((sum, piece) => sum + piece.words, 0);
    const leads = at < sentences.length - 1 && isIntroduction(pieces.at(-1)?.text ?? '');
    const last = joined.at(-1);
    if (last && (words < minWords || (count < MIN_WORDS[0] && !leads))) {
      last.push(...pieces);
      words += count;
    } else {
      joined.push([...pieces]);
      words = count;
    }
  });
  return joined;
}

/** Whether a piece of Markdown introduces the one after it: a heading, a question, a line that ends in a colon. */
export function isIntroduction(piece: string): boolean {
  return HEADING.test(piece) || BOLD_LINE.test(piece) || /[:?]\s*(\*\*|__)?\s*$/.test(piece);
}
