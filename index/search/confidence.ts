import type { Confidence, ConfidenceReason } from '../contracts.js';
import { type Curve, curveAtLogit } from './calibration.js';
import type { RankedAnswer } from './rank.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/**
 * How sure a ranked answer is. Its lead is its score minus that of the best answer that is no twin of the first: positive
 * for the first, negative for those behind it. Without any other answer the lead says nothing and is 0.
 *
 * @param ranked best first
 * @param twinOf items with equal numbers do not compete
 * @param curve of the release
 */
export function createConfidence(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
  curve: Curve,
): (entry: RankedAnswer) => Confidence {
  const leadOf = createLeads(ranked, twinOf);
  return (entry) => {
    const probability = curveAtLogit(curve, logitOf(entry.dense, leadOf(entry)));
    return { probability, reason: reasonOf(entry.dense, probability, curve) };
  };
}

/** How far ranked answers lie before (or behind) the best one that they compete with. */
export function createLeads(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
): (entry: RankedAnswer) => number {
  const [first] = ranked;
  const firstTwin = first ? twinOf(first.item) : -1;
  const second = ranked.find(({ item }) => twinOf(item) !== firstTwin);
  return (entry) => {
    const rival = twinOf(entry.item) === firstTwin ? second : first;
    return rival ? entry.score - rival.score : 0;
  };
}

/** The first answer with what the curve reads of it. */
export interface FirstAnswer extends RankedAnswer {
  readonly lead: number;
  /** By the shipped curve. */
  readonly logit: number;
}

/** The first of ranked answers; null when nothing came back. */
export function firstAnswer(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
): FirstAnswer | null {
  const [first] = ranked;
  if (!first) return null;
  const lead = createLeads(ranked, twinOf)(first);
  return { ...first, lead, logit: logitOf(first.dense, lead) };
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

/** The shipped curve before it is bent to a release: `bias + 7.55 D + 3.82 tanh(4 lead)`. */
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

function reasonOf(dense: number, probability: number, curve: Curve): ConfidenceReason {
  if (probability >= RECIPE.bands.doubt) return 'clear';
  // Would it have been believed, had no other answer been near?
  return curveAtLogit(curve, logitOf(dense, CLEAR_LEAD)) >= RECIPE.bands.doubt ? 'near-tie' : 'weak-match';
}
