import type { SearchResult } from '../../../index/contracts/search.js';
import { round } from '../machine.js';
import type { Asked, Outcome, Strategy } from './contracts.js';

/** What a strategy reaches over some dialogues; shares and probabilities from 0 to 1. */
export function figuresOf(rows: readonly Outcome[], strategy: Strategy) {
  const answerable = rows.filter(({ turns: [, { relevant }] }) => relevant.length > 0);
  const others = rows.filter(({ turns: [, { relevant }] }) => relevant.length === 0);
  const top = ({ found }: Outcome) => topOf(found[strategy]);
  const isAnswered = (row: Outcome) => top(row) >= row.found[strategy].bands.answer;
  const isRight = (row: Outcome, within: number) => rankIn(row.found[strategy], row.turns[1]) <= within;
  const hit1 = (some: readonly Outcome[]) => share(some, (row) => isRight(row, 1));
  const kinds = [...new Set(answerable.map(({ kind }) => kind))];
  return {
    answerable: answerable.length,
    noAnswer: others.length,
    hit1: hit1(answerable),
    hit3: share(answerable, (row) => isRight(row, 3)),
    /** Share of the answerable that is answered, and rightly, without doubt. */
    answered: share(answerable, isAnswered),
    answeredRight: share(answerable, (row) => isAnswered(row) && isRight(row, 1)),
    meanProbability: mean(answerable.map(top)),
    noAnswerAnswered: share(others, isAnswered),
    noAnswerMeanProbability: mean(others.map(top)),
    hit1ByKind: Object.fromEntries(
      kinds.map((kind) => [kind, hit1(answerable.filter((row) => row.kind === kind))]),
    ),
  };
}

/** Where the first relevant item stands, counted from 1; infinite where there is none. */
function rankIn({ hits }: SearchResult, { relevant }: Asked): number {
  const place = hits.findIndex(({ item }) => relevant.includes(item.id));
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

/** Whether one result is better: for a question without an answer the lower probability is the better one. */
export function isBetter(one: SearchResult, other: SearchResult, said: Asked): boolean {
  if (said.relevant.length === 0) return topOf(one) < topOf(other);
  const [rank, otherRank] = [rankIn(one, said), rankIn(other, said)];
  return rank < otherRank || (rank === otherRank && topOf(one) > topOf(other));
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}

function share<Row>(rows: readonly Row[], is: (row: Row) => boolean): number {
  return round(rows.filter(is).length / rows.length);
}

function mean(numbers: readonly number[]): number {
  return round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}
