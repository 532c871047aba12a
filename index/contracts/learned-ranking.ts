/** A small network of one layer with a straight way beside it: `out · tanh(in x + bias) + straight · x + last`. */
export interface SmallNet {
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly out: readonly number[];
  readonly straight: readonly number[];
  readonly last: number;
}

/** Networks over standardised features whose outputs are averaged. */
export interface NetCommittee {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly nets: readonly SmallNet[];
}

/** `ranking.json` beside a model. */
export interface LearnedRanking {
  /** The names of the features it was learned with, so that others are refused. */
  readonly evidence: readonly string[];
  /** Orders the answers found for a question. */
  readonly order: NetCommittee;
  /** The logit of an answer being right. */
  readonly belief: NetCommittee;
  /** Which words of a question are named when an answer does not mention them; left out where it was not learned. */
  readonly words?: LearnedWords | null;
}

/** Tells from a word's evidence whether it is one that may decide and has no counterpart. */
export interface LearnedWords {
  readonly committee: NetCommittee;
  /** Logit from which a word is named. */
  readonly threshold: number;
}
