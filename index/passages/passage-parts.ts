import type { AnswerPiece, CutAnswer } from '../answers/cut-answer.js';
import { isFarewell, isForTheAsker, isGreeting } from './passage-chatter.js';
import { announcesLink } from './passage-links.js';
import { leansOnWhatIsBefore, opensWithVerdict, pointsAtWhatIsBefore } from './passage-ties.js';

/** The smallest part of an answer that is shown by itself: a sentence, or a list, code or table in one. */
export interface PassagePart {
  readonly pieces: readonly AnswerPiece[];
  /** Plain text, one line. */
  readonly text: string;
  readonly words: number;
  /** Number of what belongs together in the answer. */
  readonly block: number;
  /** Whether it begins with a step or a point of a list. */
  readonly isStep: boolean;
  readonly hasLink: boolean;
  /** How much of which sentences it holds: from the number of a sentence to a share from 0 to 1. */
  readonly shares: ReadonlyMap<number, number>;
  /** Whether it only greets, says goodbye, speaks to the asker about themselves or promises a link that is gone. */
  readonly isChatter: boolean;
}

/** Cuts an answer into the parts a passage is made of; together they are the answer. */
export function passageParts(cut: CutAnswer): PassagePart[] {
  const shares = sharesOf(cut);
  const blocks = (cut.leaves.at(-1)?.block ?? 0) + 1;
  const parts = gluedPieces(cut.pieces).map((numbers) => partOf(cut, numbers, shares));
  // Only what stands before everything else greets, and only the last two blocks say goodbye.
  let isOpening = true;
  let isClosing = false;
  return parts.map((part, at) => {
    isOpening &&= isOpeningChatter(part, parts[at + 1]);
    const isEnd = part.block >= blocks - 2 && !part.hasLink;
    isClosing = isEnd && (isFarewell(part.text, part.words) || (isClosing && isName(part)));
    const isEmptyPromise = at > 0 && promisesNothing(part, parts[at + 1]);
    return { ...part, isChatter: isOpening || isClosing || isEmptyPromise };
  });
}

type BarePart = Omit<PassagePart, 'isChatter'>;

function isOpeningChatter(part: BarePart, next: BarePart | undefined): boolean {
  if (isGreeting(part.text, part.words) && !opensWithVerdict(part.text)) return true;
  if (part.hasLink || part.isStep || !next || !isForTheAsker(part.text, part.words)) return false;
  // It goes when what follows stands on its own.
  return !leansOnWhatIsBefore(next.text) && !pointsAtWhatIsBefore(next.text);
}

/** Whether a part is the end of an answer and promises what does not come: "… via deze link:". */
export function promisesNothing(part: BarePart, next: BarePart | undefined): boolean {
  return next === undefined && !part.hasLink && /:$/.test(part.text) && announcesLink(part.text);
}

/** Whether a part may be the name under a farewell. */
function isName({ text, words }: Pick<PassagePart, 'text' | 'words'>): boolean {
  return words <= 3 && !/\d/.test(text);
}

/** Of every piece its sentence, if it has one, and the share of the words of that sentence. */
function sharesOf({ sentences, pieces }: CutAnswer): Map<number, readonly [sentence: number, share: number]> {
  const shares = new Map<number, readonly [number, number]>();
  sentences.forEach(({ from, to }, sentence) => {
    const all = pieces.slice(from, to).reduce((sum, { words }) => sum + words, 0) || 1;
    for (let at = from; at < to; at++) shares.set(at, [sentence, (pieces[at]?.words ?? 0) / all]);
  });
  return shares;
}

/**
 * Puts together, by number, what must not be torn apart: everything from the first step, row or line of code to the end of
 * the block, and a heading, a question or another introduction with what comes after it.
 */
function gluedPieces(pieces: readonly AnswerPiece[]): number[][] {
  const groups: number[][] = [];
  let isInside = false;
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    const isSame = before?.block === piece.block;
    const isGlued = isSame && (isInside || piece.isOfWhole || before.leads);
    if (isGlued) groups.at(-1)?.push(at);
    else groups.push([at]);
    isInside = piece.isOfWhole || (isSame && isInside);
  });
  return groups;
}

function partOf(
  { pieces: all }: CutAnswer,
  numbers: readonly number[],
  sharesOfPieces: ReadonlyMap<number, readonly [number, number]>,
): BarePart {
  const pieces = numbers.flatMap((at) => all[at] ?? []);
  const shares = new Map<number, number>();
  for (const at of numbers) {
    const [sentence, share] = sharesOfPieces.get(at) ?? [-1, 0];
    if (sentence >= 0) shares.set(sentence, (shares.get(sentence) ?? 0) + share);
  }
  return {
    pieces,
    text: pieces
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
    words: pieces.reduce((sum, { words }) => sum + words, 0),
    block: pieces[0]?.block ?? 0,
    isStep: pieces[0]?.isStep ?? false,
    hasLink: pieces.some(({ hasLink }) => hasLink),
    shares,
  };
}
