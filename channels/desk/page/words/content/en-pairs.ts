import type { PairWords } from './pair-words.js';

/** Answers that contradict each other, in English. */
export const pairsEn: PairWords = {
  title: 'Which answer counts?',
  hint: 'Two answers to the same question that contradict each other. About money the bot gives neither until you decide. What you decide counts from the next release on.',
  none: 'No answers contradict each other.',
  shown: (shown, all) =>
    shown < all ? `The first ${shown} of ${all} pairs.` : all === 1 ? '1 pair.' : `${all} pairs.`,
  about: {
    money: 'They name different amounts of money.',
    amount: 'They name different numbers or periods.',
    verdict: 'One says yes, the other says no.',
    steps: 'One says to do what the other says not to do.',
  },
  heldBack: 'The bot gives neither until you decide.',
  believedLess: 'The bot gives the older answer less readily.',
  older: 'The older answer',
  newer: 'The newer answer',
  votes: (count) => (count === 1 ? '1 vote' : `${count} votes`),
  olderCounts: 'The older answer counts',
  newerCounts: 'The newer answer counts',
  bothHold: 'Both are right, each for its own question',
  of: (act, question) => `${act}: ${question}`,
  keptOne:
    'Kept. From the next release on both questions get this answer. If its text changes, you are asked again.',
  keptBoth:
    'Kept. From the next release on each question gets its own answer. If one of the texts changes, you are asked again.',
  decided: 'Decided',
  counted: (question) => `What counts is the answer to “${question}”.`,
  countedBoth: 'Both are right, each for its own question.',
  by: (name, at) => `By ${name}, ${at}`,
  undo: 'Undo',
  undone: 'The decision was taken back. From the next release on it counts no more.',
};
