/** Numbers that the decisions are made with, beside the bands of the release. */
export const LIMITS = {
  /** Alternatives under an answer in doubt: how many, and how probable each must be itself. */
  alternatives: 2,
  alternativeProbability: 0.08,
  /** Questions in a "did you mean", and how probable the second and third must be. */
  options: 3,
  optionProbability: 0.03,
  /** From this share of the best hit's probability on, the second fits about as well. */
  tie: 0.8,
  /** After this many turns in a row without an answer the bot asks back no more and offers a person. */
  misses: 2,
  /** A question before longer than this is cut where it is taken along, in characters. */
  contextLength: 240,
} as const;
