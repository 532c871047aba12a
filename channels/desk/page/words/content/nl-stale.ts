import type { StaleWords } from './stale-words.js';

/** Answers that may not hold any more, in Dutch. */
export const staleNl: StaleWords = {
  title: 'Klopt dit nog?',
  hint: 'Antwoorden waar iets tegen spreekt, de slechtste eerst. “Klopt nog” en “Verouderd” gelden vanaf de volgende release, verbergen meteen.',
  none: 'Niets wijst erop dat een antwoord niet meer klopt.',
  shown: (shown, all) =>
    shown < all ? `De slechtste ${shown} van ${all}.` : all === 1 ? '1 antwoord.' : `${all} antwoorden.`,
  because: {
    'product-ended': ({ product }) => `${product} is er niet meer`,
    contradicted: ({ laterDoubts }) =>
      laterDoubts === 1
        ? '1 latere reactie zegt iets anders'
        : `${laterDoubts} latere reacties zeggen iets anders`,
    'votes-fell': () => 'het verloor stemmen',
    'links-dead': () => 'een link erin leidt nergens meer heen',
  },
  written: (date, ago) => `Geschreven of aangepast op ${date}, ${ago}.`,
  undated: 'Zonder datum.',
  right: 'Klopt nog',
  rightOf: (question) => `Klopt nog: ${question}`,
  outdated: 'Verouderd',
  outdatedOf: (question) => `Verouderd: ${question}`,
  hide: 'Verbergen',
  hideOf: (question) => `Verbergen: ${question}`,
  keptRight: 'Bewaard: dit antwoord klopt nog. Spreekt er later iets anders tegen, dan staat het hier weer.',
  keptOutdated:
    'Bewaard. De bot geeft dit antwoord vanaf de volgende release minder snel, met een waarschuwing.',
  confirmed: 'Klopt nog, volgens ons',
  by: (name, at) => `Volgens ${name}, ${at}`,
  undo: 'Ongedaan maken',
  undoOf: (question) => `Ongedaan maken: ${question}`,
  undone: 'Dat dit antwoord nog klopt is ongedaan gemaakt.',
};
