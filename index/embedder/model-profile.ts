/** How a family of models wants its texts. */
interface ModelProfile {
  /** Put before a question, with its space. */
  readonly questionPrefix: string;
  /** Put before a question with its answer. */
  readonly passagePrefix: string;
  readonly pooling: 'mean' | 'cls';
  /** Texts are cut after so many tokens. */
  readonly maxTokens: { readonly question: number; readonly passage: number };
}

const PLAIN: ModelProfile = {
  questionPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  maxTokens: { question: 512, passage: 192 },
};

/** First match counts. Sources: the models' own cards. */
const PROFILES: readonly (readonly [RegExp, Partial<ModelProfile>])[] = [
  [/\be5-/i, { questionPrefix: 'query: ', passagePrefix: 'passage: ' }],
  [
    /\bbge-(small|base|large)-en/i,
    { questionPrefix: 'Represent this sentence for searching relevant passages: ', pooling: 'cls' },
  ],
  [/\bbge-m3/i, { pooling: 'cls' }],
  [/\bgte-(small|base|large)/i, {}],
  [/\ball-minilm-/i, { maxTokens: { question: 256, passage: 192 } }],
];

/** The profile of a model by its name; no prefixes and mean pooling for one that is not known. */
export function modelProfile(model: string): ModelProfile {
  const match = PROFILES.find(([pattern]) => pattern.test(model));
  return { ...PLAIN, ...match?.[1] };
}
