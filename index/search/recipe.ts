/**
 * Every constant of the search in one place. The formulas and where the numbers come from stand in index/README.md.
 * Chosen on one half of public question collections in Dutch, English, German and French, each collection counting alike.
 */
export const RECIPE = {
  /** Vectors are centred with `strength` times a mean in which the model's own mean counts as `prior` items. */
  centring: { strength: 0.8, prior: 10 },
  /** What counts how much in the exact score. Dense parts are cosines, lexical parts shares of the idf mass. */
  weights: {
    question: 0.5,
    passage: 0.5,
    /** The best sentence of the answer against question and passage together. */
    sentence: 0.25,
    words: 0.12,
    trigrams: 0.08,
  },
  /** Wordings of one answer vote: `temperature * ln(mean of exp(score / temperature))`. */
  pooling: { temperature: 0.12 },
  /** The nearest part of what was asked votes with so much beside all other wordings; 0 leaves what was asked out. */
  asked: { weight: 0.25 },
  /** Answers whose sentences are compared: the best so many by all other parts of the score. */
  sentenceAnswers: 48,
  /** Of those the best so many are compared token by token and put in the learned order. */
  tokenAnswers: 32,
  /** What a score counts in the learned order, for rejected pairs. */
  orderOfScore: 20,
  /** The most that is believed of an item about other codes than the question names: it is not told, only listed. */
  otherCode: 0.5,
  /** So much at most an item is believed by a question about a country, a company or a version that it does not have. */
  otherName: 0.8,
  /** What a whole doubt about an item takes from the logarithm of its odds: .95 becomes .9, .9 becomes .8. */
  doubt: 0.8,
  twins: {
    /** Two items of one language stand as one from such a mean cosine on. */
    sameLanguage: 0.82,
    /** Each other's nearest of two languages: from such a cosine on, and such a sum of it and its lead over the next. */
    otherLanguage: 0.45,
    withLead: 0.6,
    neighbours: 20,
  },
  /** A rejected pair loses up to so much score, from `from` (cosine to the rejected question) up to 1. */
  rejection: {
    most: 0.2,
    from: 0.6,
    /** Of people whom the company does not know a rejection weighs no more than one customer's, however many they are. */
    mostAnonymous: 0.25,
  },
  /** Logistic regression of "the first answer is right" on its dense score and its lead over another answer. */
  confidence: { bias: -4.97, dense: 7.55, lead: 3.82, steepness: 4 },
  /** How far labels may bend the shipped curve: standard deviations of slope (around 1) and bias (around 0). */
  calibration: {
    slope: 0.5,
    bias: 2,
    /** So many labels count as much as the corpus's own questions. */
    labels: 30,
    /** At most so many own questions are asked while a release is built. */
    ownQuestions: 200,
    /** The share of a question's words that is kept when the corpus asks itself. */
    keptWords: 0.6,
  },
  /** Up to so many wordings everything is scored; above, only what the indexes propose (so many each). */
  candidates: { scanUpTo: 2_000, neighbours: 150, fullText: 40 },
  /** All items of an answer are scored together, unless there are more than this. */
  itemsOfAnswer: 64,
  /** Longer questions are cut: 512 tokens are all that the model reads. */
  maxQuestionCharacters: 4_000,
  bands: {
    /** The share of wrong answers wanted of all is met when the least certain one is at most so many times as often wrong. */
    marginOfError: 1.5,
    /** The share of the corpus's own questions that must stay unanswered while their answer is hidden. */
    silentShare: 0.8,
    highest: 0.97,
    doubt: 0.55,
    askBack: 0.3,
  },
} as const;
