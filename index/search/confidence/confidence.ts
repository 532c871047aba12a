import type { LearnedRanking } from '../../contracts/learned-ranking.js';
import type { Confidence, ConfidenceReason } from '../../contracts/search.js';
import type { RankedAnswer } from '../rank.js';
import { RECIPE } from '../recipe.js';
import type { SearchIndex } from '../search-index.js';
import { believe } from './belief.js';
import { type Curve, curveAtLogit } from './calibration.js';

/** What decides how sure an answer is. */
interface Believing {
  /** Items with equal numbers do not compete. */
  readonly twinOf: (item: number) => number;
  /** Learned for the model; null for one that brings none, which is judged by two features. */
  readonly ranking: LearnedRanking | null;
}

/**
 * How sure a ranked answer is. It competes with the best answer that is no twin of the first; answers behind the first
 * compete with it.
 *
 * @param ranked best first
 * @param curve of the release
 */
export function createConfidence(
  ranked: readonly RankedAnswer[],
  believing: Believing,
  curve: Curve,
): (entry: RankedAnswer) => Confidence {
  const { logitOf, unrivalled } = createLogits(ranked, believing);
  return (entry) => {
    const probability = curveAtLogit(curve, logitOf(entry));
    return { probability, reason: reasonOf(probability, curveAtLogit(curve, unrivalled(entry))) };
  };
}

/** Logits of ranked answers, before the curve of the release. */
interface Logits {
  logitOf(entry: RankedAnswer): number;
  /** What it would be, had no other answer been near. */
  unrivalled(entry: RankedAnswer): number;
}

function createLogits(ranked: readonly RankedAnswer[], { twinOf, ranking }: Believing): Logits {
  const rivalOf = createRivals(ranked, twinOf);
  if (ranking && ranked.every(({ evidence }) => evidence !== null)) {
    const farthest = ranked.at(-1) ?? null;
    return {
      logitOf: (entry) => believe(ranking, entry, rivalOf(entry), ranked),
      unrivalled: (entry) => believe(ranking, entry, farthest, farthest ? [entry, farthest] : [entry]),
    };
  }
  return {
    logitOf: (entry) => {
      const rival = rivalOf(entry);
      return logitOf(entry.dense, rival ? entry.score - rival.score : 0);
    },
    unrivalled: ({ dense }) => logitOf(dense, CLEAR_LEAD),
  };
}

/** What each ranked answer competes with; null for none. */
function createRivals(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
): (entry: RankedAnswer) => RankedAnswer | null {
  const [first] = ranked;
  const firstTwin = first ? twinOf(first.item) : -1;
  const second = ranked.find(({ item }) => twinOf(item) !== firstTwin);
  return (entry) => (twinOf(entry.item) === firstTwin ? second : first) ?? null;
}

/** The first answer with what is known of its being right. */
interface FirstAnswer extends RankedAnswer {
  /** Its score minus that of what it competes with; 0 without any. */
  readonly lead: number;
  /** Before the curve of the release. */
  readonly logit: number;
}

/** The first of ranked answers; null when nothing came back. */
export function firstAnswer(ranked: readonly RankedAnswer[], believing: Believing): FirstAnswer | null {
  const [first] = ranked;
  if (!first) return null;
  const rival = createRivals(ranked, believing.twinOf)(first);
  const lead = rival ? first.score - rival.score : 0;
  return { ...first, lead, logit: createLogits(ranked, believing).logitOf(first) };
}

/** Which items do not compete: those with equal numbers. */
export function twinsIn({ twinOfItem }: Pick<SearchIndex, 'twinOfItem'>): (item: number) => number {
  return (item) => twinOfItem[item] ?? item;
}

/** The three numbers of the shipped curve. */
export interface ShippedConstants {
  readonly bias: number;
  readonly dense: number;
  readonly lead: number;
}

/** The shipped curve before it is bent to a release, for a model without learned ranking. */
export function logitOf(
  dense: number,
  lead: number,
  constants: ShippedConstants = RECIPE.confidence,
): number {
  return constants.bias + constants.dense * dense + constants.lead * saturated(lead);
}

/** A lead of .1 tells much, one of .6 hardly more than one of .5. */
export function saturated(lead: number): number {
  return Math.tanh(RECIPE.confidence.steepness * lead);
}

/**
 * A lead that nearly all right answers to clear questions have; it tells a weak match from one that a rival holds down.
 */
const CLEAR_LEAD = 0.15;

function reasonOf(probability: number, unrivalled: number): ConfidenceReason {
  if (probability >= RECIPE.bands.doubt) return 'clear';
  return unrivalled >= RECIPE.bands.doubt ? 'near-tie' : 'weak-match';
}
