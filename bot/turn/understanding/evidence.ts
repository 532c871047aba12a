/**
 * One kind of evidence: what speaks for a reading of a text, or, with a negative weight, against it. A text that shows a
 * kind several times shows it once: five swear words are not five kinds.
 */
export interface Evidence {
  readonly kind: string;
  /** Points; the reading's own table says how many are needed. */
  readonly weight: number;
  readonly pattern: RegExp;
}

export interface Weighed {
  readonly points: number;
  /** Kinds found that speak for the reading. */
  readonly kinds: ReadonlySet<string>;
}

/**
 * Makes a kind of evidence of words and short patterns that must stand alone: `evidence('moment', 1, 'yesterday|\\d+ euro')`.
 * Line breaks and the indentation after them are left out.
 */
export function evidence(kind: string, weight: number, words: string): Evidence {
  const joined = words.replace(/\n\s*/g, '');
  return { kind, weight, pattern: new RegExp(`\\b(?:${joined})\\b`) };
}

/** Adds up what a text in normal form shows; of a kind with several entries the strongest counts. */
export function weigh(text: string, table: readonly Evidence[]): Weighed {
  const strongest = new Map<string, number>();
  for (const { kind, weight, pattern } of table) {
    const before = strongest.get(kind) ?? 0;
    if (Math.abs(weight) > Math.abs(before) && pattern.test(text)) strongest.set(kind, weight);
  }
  const found = [...strongest];
  return {
    points: found.reduce((sum, [, weight]) => sum + weight, 0),
    kinds: new Set(found.filter(([, weight]) => weight > 0).map(([kind]) => kind)),
  };
}
