import type { Use } from './model.js';

/** What thresholds must reach on messages that were held out, most of which are written to be hard. */
interface Wanted {
  readonly precision: number;
  /** The share of ordinary questions that may be taken for it. */
  readonly ordinary: number;
  /** Below it something else is likelier; one half where left out. */
  readonly least?: number;
}

/**
 * Ordinary questions must stay ordinary: a question about a gas bill that hears "leave the house" is worse than a matter that is
 * searched first. Of hard messages more may be taken wrongly: what is heard in them is a person or a word of comfort. Thresholds
 * by label fit what they were chosen on better than what comes: hence the small shares.
 */
export const WANTED: Readonly<Record<Use, Wanted>> = {
  person: { precision: 0.9, ordinary: 0.003 },
  matter: { precision: 0.93, ordinary: 0.004 },
  clear: { precision: 0.98, ordinary: 0.002 },
  annoyed: { precision: 0.9, ordinary: 1 },
  talk: { precision: 0.85, ordinary: 0.003, least: 0.4 },
  danger: { precision: 0.9, ordinary: 0.0008 },
  // What goes on from something said is likelier in a conversation than among all messages, and only there it counts.
  act: { precision: 0.85, ordinary: 0.01, least: 0.25 },
};

/**
 * Words and letters alone take "I look for glasses" for thanks and "I cannot call somebody" for a request sooner than a vector
 * does, and miss more of the rest.
 */
export const WANTED_ALONE: typeof WANTED = {
  ...WANTED,
  matter: { precision: 0.94, ordinary: 0.012 },
  annoyed: { precision: 0.8, ordinary: 1 },
  talk: { precision: 0.95, ordinary: 0.001 },
  // "My dog too" lets nothing go.
  act: { precision: 0.85, ordinary: 0.01, least: 0.5 },
};

/** What a held-out message scored, and the label that was likeliest. */
export interface Scored {
  readonly score: number;
  readonly label: string;
  readonly isRight: boolean;
}

/** Fewer above a threshold tell nothing of its precision, fewer of a label nothing of the label. */
const FEWEST = 20;
const LEAST = 0.5;

/** The lowest threshold that keeps the precision and takes few ordinary questions; just above 1 where none does. */
export function chooseThreshold(
  messages: readonly Omit<Scored, 'label'>[],
  ordinary: readonly number[],
  { precision, ordinary: share, least = LEAST }: Wanted,
): number {
  const sorted = [...messages].sort((left, right) => right.score - left.score);
  const allowed = Math.floor(share * ordinary.length);
  const floor = [...ordinary].sort((left, right) => right - left)[allowed] ?? 0;
  let right = 0;
  let threshold = 1.01;
  sorted.forEach(({ score, isRight }, at) => {
    right += isRight ? 1 : 0;
    if (score <= floor || at + 1 < FEWEST) return;
    if (right / (at + 1) >= precision) threshold = score;
  });
  return Number(Math.max(least, threshold - 1e-4, floor + 1e-4).toFixed(4));
}

/** What an ordinary question costs, in right messages, from little to much. */
const COSTS = Array.from({ length: 40 }, (_, step) => 0.5 * 1.15 ** step);

/**
 * A threshold for each label, so that all together keep the precision and take few ordinary questions. Nobody asks a forum
 * with words of abuse, while many tell it of an order of theirs: with one threshold for all, orders would silence abuse. Half of
 * the questions that may be taken go to a threshold that holds for all, so that plain orders are still heard. The other half goes
 * where it pays: every mistake has a price, the same for all labels, and each label goes as low as it pays at the lowest price
 * that keeps what is wanted. A label with too few messages has the threshold for all.
 */
export function chooseByLabel(
  labels: readonly string[],
  messages: readonly Scored[],
  ordinary: readonly Omit<Scored, 'isRight'>[],
  wanted: Wanted,
): Readonly<Record<string, number>> {
  const { least = LEAST, ordinary: share } = wanted;
  const scores = ordinary.map(({ score }) => score);
  const forAll = chooseThreshold(messages, scores, { ...wanted, ordinary: share / 2 });
  const known = labels.filter((label) => messages.filter((row) => row.label === label).length >= FEWEST);
  const asHigh = Object.fromEntries(labels.map((label) => [label, forAll]));
  for (const cost of COSTS) {
    const lower = known.map((label) => {
      const paying = Math.max(least, whereItPays(label, messages, ordinary, cost));
      return [label, Math.min(forAll, paying)] as const;
    });
    const thresholds = { ...asHigh, ...Object.fromEntries(lower) };
    if (keeps(thresholds, messages, ordinary, wanted)) return thresholds;
  }
  return asHigh;
}

/** The threshold of a label with the most gain: right messages less the cost of what is taken wrongly. */
function whereItPays(
  label: string,
  messages: readonly Scored[],
  ordinary: readonly Omit<Scored, 'isRight'>[],
  cost: number,
): number {
  const rows = [
    ...messages.map((row) => ({ ...row, gain: row.isRight ? 1 : -(1 + cost / 4) })),
    ...ordinary.map((row) => ({ ...row, gain: -cost })),
  ]
    .filter((row) => row.label === label)
    .sort((left, right) => right.score - left.score);
  let sum = 0;
  let best = { sum: 0, threshold: 1.01 };
  for (const { score, gain } of rows) {
    sum += gain;
    if (sum > best.sum) best = { sum, threshold: Number((score - 1e-4).toFixed(4)) };
  }
  return best.threshold;
}

function keeps(
  thresholds: Readonly<Record<string, number>>,
  messages: readonly Scored[],
  ordinary: readonly Omit<Scored, 'isRight'>[],
  { precision, ordinary: share }: Wanted,
): boolean {
  const isTaken = ({ label, score }: { label: string; score: number }) =>
    score >= (thresholds[label] ?? 1.01);
  const taken = messages.filter(isTaken);
  const right = taken.filter(({ isRight }) => isRight).length;
  return right >= precision * taken.length && ordinary.filter(isTaken).length <= share * ordinary.length;
}
