import type { LearnedRanking } from '../../contracts/learned-ranking.js';
import { ask } from '../committee.js';
import { EVIDENCE } from '../evidence/evidence.js';
import type { RankedAnswer } from '../rank.js';

/** Answers behind the first that a belief looks at. */
const FIELD = 10;

/**
 * What a network reads of an answer: its evidence, how far it lies before the answer it competes with (behind, for one that
 * is not the first) in each piece of it, and how far in the order.
 *
 * @param ranked best first
 * @param rival what it competes with; null for none, which says nothing about it
 */
export function beliefFeatures(
  entry: RankedAnswer,
  rival: RankedAnswer | null,
  ranked: readonly RankedAnswer[],
): Float64Array {
  const own = entry.evidence ?? new Float64Array(EVIDENCE.length);
  const other = rival?.evidence ?? own;
  const orders = ranked.slice(0, FIELD).map(({ order }) => order);
  const others = orders.filter((_, at) => ranked[at] !== entry);
  const lead = rival ? entry.order - rival.order : 0;
  const behind =
    others.length === 0 ? entry.order : others.reduce((sum, order) => sum + order, 0) / others.length;
  const highest = Math.max(...orders, entry.order);
  const mass = orders.reduce((sum, order) => sum + Math.exp(order - highest), 0);
  return Float64Array.from([
    ...own,
    ...own.map((value, at) => value - (other[at] ?? 0)),
    lead,
    Math.tanh(lead),
    Math.exp(entry.order - highest) / Math.max(mass, 1e-9),
    entry.order,
    entry.order - behind,
  ]);
}

/** The logit of an answer being right. */
export function believe(
  { belief }: LearnedRanking,
  entry: RankedAnswer,
  rival: RankedAnswer | null,
  ranked: readonly RankedAnswer[],
): number {
  return ask(belief, beliefFeatures(entry, rival, ranked));
}
