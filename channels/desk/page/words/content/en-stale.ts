import type { StaleWords } from './stale-words.js';

/** Answers that may not hold any more, in English. */
export const staleEn: StaleWords = {
  title: 'Does this still hold?',
  hint: 'Answers that something speaks against, worst first. “Still right” and “Outdated” count from the next release on, hiding at once.',
  none: 'Nothing speaks against any answer still holding.',
  shown: (shown, all) =>
    shown < all ? `The worst ${shown} of ${all}.` : all === 1 ? '1 answer.' : `${all} answers.`,
  because: {
    'product-ended': ({ product }) => `${product} has been discontinued`,
    contradicted: ({ laterDoubts }) =>
      laterDoubts === 1 ? '1 later reply says otherwise' : `${laterDoubts} later replies say otherwise`,
    'votes-fell': () => 'it lost votes',
    'links-dead': () => 'a link in it leads nowhere',
  },
  written: (date, ago) => `Written or last edited ${date}, ${ago}.`,
  undated: 'Without a date.',
  right: 'Still right',
  rightOf: (question) => `Still right: ${question}`,
  outdated: 'Outdated',
  outdatedOf: (question) => `Outdated: ${question}`,
  hide: 'Hide',
  hideOf: (question) => `Hide: ${question}`,
  keptRight: 'Kept: this answer still holds. If something else speaks against it later, it is here again.',
  keptOutdated: 'Kept. From the next release on the bot gives this answer less readily, with a warning.',
  confirmed: 'Still right, we said',
  by: (name, at) => `By ${name}, ${at}`,
  undo: 'Undo',
  undoOf: (question) => `Undo: ${question}`,
  undone: 'That this answer still holds was taken back.',
};
