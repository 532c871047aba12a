import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../../index/contracts/search.js';
import { verdictsOfTurn } from '../../../bench/replay/verdicts-of-turn.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { shownOf } from '../../../support/hit-trees.js';

const BANDS = { answer: 0.85, doubt: 0.5, askBack: 0.25 };
const PROBABILITIES = { answered: 0.9, 'in doubt': 0.6, 'asked back': 0.3, 'offered a person': 0.1 };

it.each(Object.entries(PROBABILITIES))(
  'sees by the bands that a question is %s',
  (treatment, probability) => {
    expect(ask([['right', probability]]).treatment).toBe(treatment);
  },
);

describe('a customer', () => {
  it.each([0.9, 0.6])('confirms a right answer shown at %f, and nothing else', (probability) => {
    const { said } = ask([
      ['right', probability],
      ['other', 0.2],
    ]);
    expect(said).toEqual([{ itemId: 'right', isRight: true, by: 'customer' }]);
  });

  it('rejects a wrong answer though the right one is behind it', () => {
    const { said } = ask([
      ['wrong', 0.6],
      ['right', 0.3],
    ]);
    expect(said).toEqual([{ itemId: 'wrong', isRight: false, by: 'customer' }]);
  });

  it('takes the right one of a list and leaves the others alone', () => {
    const { said } = ask([
      ['wrong', 0.4],
      ['right', 0.2],
    ]);
    expect(said).toEqual([{ itemId: 'right', isRight: true, by: 'choice' }]);
  });

  it('takes none of a list without the right one', () => {
    const { said } = ask([
      ['wrong', 0.4],
      ['other', 0.2],
    ]);
    expect(said).toEqual([
      { itemId: 'wrong', isRight: false, by: 'choice' },
      { itemId: 'other', isRight: false, by: 'choice' },
    ]);
  });

  it('says nothing of what was not shown', () => {
    expect(ask([['right', 0.1]]).said).toEqual([]);
  });
});

describe('a liar', () => {
  it.each([
    ['rejects a right answer', 'right', false],
    ['confirms a wrong one', 'wrong', true],
  ])('%s', (_, id, isRight) => {
    expect(ask([[id, 0.9]]).lied).toEqual([{ itemId: id, isRight, by: 'customer' }]);
  });

  it('takes a wrong one of a list that holds the right one', () => {
    const { lied } = ask([
      ['right', 0.4],
      ['wrong', 0.3],
    ]);
    expect(lied).toEqual([{ itemId: 'wrong', isRight: true, by: 'choice' }]);
  });
});

function ask(found: readonly (readonly [string, number])[]) {
  const hits = found.map(([id, probability]) => hit(id, probability));
  return verdictsOfTurn({ hits, bands: BANDS, releaseId: 'r' }, ({ item }) => item.id === 'right');
}

function hit(id: string, probability: number): Hit {
  const item = exampleItem({ id, question: `What of ${id}?` });
  return { item, confidence: { probability, reason: 'clear' }, ...shownOf(item.answer) };
}
