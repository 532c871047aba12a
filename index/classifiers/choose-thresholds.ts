import type { Use } from './model.js';

/** What a threshold must reach on messages that were held out, most of which are written to be hard. */
export interface Wanted {
  readonly precision: number;
  /** The share of ordinary questions that may be taken for it. */
  readonly ordinary: number;
  /** Below it something else is likelier; one half where left out. */
  readonly least?: number;
}

/** A question about a gas bill that hears "leave the house" is worse than a matter that is searched first. */
export const WANTED: Readonly<Record<Use, Wanted>> = {
  person: { precision: 0.9, ordinary: 0.003 },
  matter: { precision: 0.95, ordinary: 0.008 },
  clear: { precision: 0.985, ordinary: 0.003 },
  annoyed: { precision: 0.88, ordinary: 1 },
  talk: { precision: 0.9, ordinary: 0.003 },
  danger: { precision: 0.9, ordinary: 0.0015 },
  // What goes on from something said is likelier in a conversation than among all messages, and only there it counts.
  act: { precision: 0.85, ordinary: 0.01, least: 0.25 },
};

/** Words and letters alone take "I look for glasses" for thanks sooner than a vector does. */
export const WANTED_ALONE: typeof WANTED = {
  ...WANTED,
  talk: { precision: 0.98, ordinary: 0.001 },
  // "My dog too" lets nothing go.
  act: { precision: 0.85, ordinary: 0.01, least: 0.5 },
};

export interface Scored {
  readonly score: number;
  readonly isRight: boolean;
}

/** Fewer above a threshold tell nothing of its precision. */
const FEWEST = 20;
const LEAST = 0.5;

/** The lowest threshold that keeps the precision and takes few ordinary questions; just above 1 where none does. */
export function chooseThreshold(
  messages: readonly Scored[],
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
