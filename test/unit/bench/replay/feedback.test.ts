import { expect, it } from 'vitest';
import { feedbackOf, sumOf } from '../../../bench/replay/feedback.js';
import type { AskedBefore } from '../../../bench/replay/learn-from.js';

const ANSWERED: AskedBefore = {
  question: 'where is my bill',
  treatment: 'answered',
  said: [{ itemId: 'bill', isRight: true, by: 'customer' }],
  lied: [],
};
const ASKED_BACK: AskedBefore = {
  question: 'is it going to rain',
  treatment: 'asked back',
  said: [
    { itemId: 'bill', isRight: false, by: 'choice' },
    { itemId: 'sim', isRight: false, by: 'choice' },
  ],
  lied: [],
};

it('adds up what happened to past questions', () => {
  const feedback = feedbackOf([ANSWERED, ASKED_BACK], { wordings: 1, labels: [] });
  expect(sumOf([feedback, feedback])).toEqual({
    questions: 4,
    treatments: { answered: 2, 'in doubt': 0, 'asked back': 2, 'offered a person': 0 },
    confirmed: 2,
    rejected: 4,
    wordings: 2,
    labels: 0,
  });
});
