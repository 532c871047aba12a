import type { ShadowPageWords } from './shadow-words.js';

/** Customers' questions, put to a release that waits, in English. */
export const shadowEn: ShadowPageWords = {
  title: 'Customers’ questions',
  hint: 'Asks this release what customers really asked, without their personal data, beside the one that is live. Customers notice nothing, and nothing of it is kept: after a quarter of an hour the outcome is gone.',
  days: 'Questions of',
  day: (days) => (days === 1 ? 'the last 24 hours' : `the last ${days} days`),
  start: 'Put them to this release',
  stop: 'Stop',
  begins: 'Gathers the questions …',
  asking: 'Asks the questions',
  elsewhere: (by) => `${by} is having the questions put to another release. Wait until that is done.`,
  failed: (code) => `It failed. The server’s log says ${code}.`,
  stopped: 'It was stopped.',
  none: (days) =>
    `Customers asked nothing ${days === 1 ? 'in the last 24 hours' : `in the last ${days} days`} that the bot searched for.`,
  done: (asked, different, by) =>
    `${asked === 1 ? '1 question' : `${asked} questions`}, ${different} different, asked by ${by}.`,
  leftOut: (times) =>
    `Others were left out, asked at least ${times === 1 ? 'once' : `${times} times`}: no more are asked at once.`,
  nobodyLive: 'There is no live release to compare with.',
  given: 'The customer gets',
  verdicts: {
    answer: 'an answer',
    doubt: 'an answer, with doubt',
    choices: 'a choice of answers',
    person: 'the offer of a person',
  },
  same: 'No question is answered otherwise.',
  changes: (count) =>
    count === 1 ? '1 question changes' : `${count} questions change, those with the most effect first`,
  kinds: { lost: 'less than now', gained: 'more than now', other: 'something else than now' },
  times: (times) => (times === 1 ? 'asked once' : `asked ${times} times`),
  more: 'Show more',
};
