/**
 * Every constant of the search in one place. The formulas and where the numbers come from stand in index/README.md.
 * Fitted by leave-one-collection-out on public question collections in Dutch, English, German and French.
 */
export const RECIPE = {
  /** Vectors are centred with `strength` times a mean in which the model's own mean counts as `prior` items. */
  centring: { strength: 0.8, prior: 10 },
  /** What counts how much in the exact score. Dense parts are cosines, lexical parts shares of the idf mass. */
  weights: { question: 0.5, passage: 0.5, words: 0.15, trigrams: 0.1 },
  /** Logistic regression of "the top hit is right" on its dense score and its lead over another answer. */
  confidence: { bias: -3.79, dense: 5.89, gap: 13.31 },
  /** Up to so many wordings everything is scored; above, only what the indexes propose (so many each). */
  candidates: { scanUpTo: 2_000, neighbours: 150, fullText: 60 },
  /** Longer questions are cut: 512 tokens are all that the model reads. */
  maxQuestionCharacters: 4_000,
  bands: {
    /** The share of the corpus's own questions that must stay unanswered while their answer is hidden. */
    silentShare: 0.8,
    answer: { min: 0.7, max: 0.95 },
    doubt: 0.5,
    askBack: 0.25,
    /** At most so many own questions are asked while a release is built. */
    ownQuestions: 1_000,
  },
} as const;
