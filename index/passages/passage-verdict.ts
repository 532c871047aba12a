import type { AnswerPiece } from '../answers/cut-answer.js';
import type { PassagePart } from './passage-parts.js';
import { opensWithVerdict } from './passage-ties.js';

/** A verdict of more words is cut: it stands above what was asked for. */
const MOST_WORDS = 30;
/** "Goede vraag." may stand before it. */
const PREFACE_WORDS = 6;

/**
 * The sentences with a "yes" or "no" that the parts from `start` on depend on and that stand before them: the one that
 * opens the answer, and the one that opens their paragraph. Numbers of parts, in order.
 */
export function verdictsBefore(parts: readonly PassagePart[], start: number): number[] {
  const opening = openingVerdict(parts);
  const block = parts.findIndex((part) => part.block === parts[start]?.block);
  const ofBlock = block >= 0 && opensWithVerdict(parts[block]?.text ?? '') ? block : null;
  return [...new Set([opening, ofBlock])].filter((at): at is number => at !== null && at < start);
}

function openingVerdict(parts: readonly PassagePart[]): number | null {
  const first = parts.findIndex(({ isChatter }) => !isChatter);
  if (opensWithVerdict(parts[first]?.text ?? '')) return first;
  const isPreface = (parts[first]?.words ?? 0) <= PREFACE_WORDS;
  return isPreface && opensWithVerdict(parts[first + 1]?.text ?? '') ? first + 1 : null;
}

/** The sentence of a part that says yes or no: itself, or as words that are cut behind a comma where it is long. */
export function verdictOf({ pieces }: PassagePart): {
  readonly piece: AnswerPiece;
  readonly cut: string | null;
} {
  const [piece] = pieces as readonly [AnswerPiece];
  if (piece.words <= MOST_WORDS) return { piece, cut: null };
  const words = piece.text.split(' ').slice(0, MOST_WORDS).join(' ');
  const clause = /^.*[,;:](?= )/su.exec(words)?.[0];
  return { piece, cut: `${(clause ?? words).replace(/[,;:]$/, '')} …` };
}

/** Whether a part is its verdict and nothing else. */
export function isVerdictAlone(part: PassagePart): boolean {
  return part.pieces.length === 1 && verdictOf(part).cut === null;
}
