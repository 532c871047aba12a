import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../../index/learning/labels-of.js';
import { verdict, verdictsOf } from '../../../support/verdicts.js';

describe('a label', () => {
  it('says what people found right and wrong for a question', () => {
    const verdicts = [
      ...verdictsOf(3),
      verdict({ itemId: 'forum:bill', isRight: false, visitor: 'for-1' }),
      verdict({ itemId: 'forum:eu', visitor: 'for-2', question: 'Bellen in Europa' }),
    ];
    expect(labelsOf(verdicts)).toEqual([
      { question: 'Bellen in Europa', right: ['forum:eu'], wrong: [], isComplete: false, weight: 0.25 },
      {
        question: 'kan ik mijn nummer houden bij een overstap',
        right: ['forum:porting'],
        wrong: ['forum:bill'],
        ...{ isComplete: false, weight: 0.5 },
      },
    ]);
  });

  it('takes the side of two in three', () => {
    const most = [...verdictsOf(4, { isRight: false }), ...verdictsOf(2)];
    expect(labelsOf(most)).toMatchObject([{ right: [], wrong: ['forum:porting'], weight: 0.4 }]);
  });

  it.each([
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
  ])('is not made where people are divided: %i against %i', (against, right) => {
    expect(labelsOf([...verdictsOf(against, { isRight: false }), ...verdictsOf(right)])).toEqual([]);
  });

  it('weighs an agent as two customers', () => {
    expect(labelsOf([verdict({ by: 'agent' })])).toMatchObject([{ weight: 0.4 }]);
  });

  it('of people whom nobody knows says so, each address counted once', () => {
    const verdicts = verdictsOf(5, { isIdentified: false, address: 'one', isRight: false });
    expect(labelsOf(verdicts)).toMatchObject([{ wrong: ['forum:porting'], weight: 0.25, isAnonymous: true }]);
  });

  it('is that of known people alone where they said something', () => {
    const theirs = Array.from({ length: 9 }, (_, at) =>
      verdict({ isIdentified: false, visitor: `v${at}`, address: `a${at}`, isRight: false }),
    );
    expect(labelsOf([...theirs, verdict({ by: 'agent', visitor: 'agent-1' })])).toEqual([
      {
        ...{ question: 'kan ik mijn nummer houden bij een overstap', right: ['forum:porting'], wrong: [] },
        ...{ isComplete: false, weight: 0.4 },
      },
    ]);
  });

  it('weighs less from an address that says much, whoever it says it is', () => {
    const forged = Array.from({ length: 229 }, (_, at) =>
      verdict({
        ...{ question: `vraag nummer ${Math.floor(at / 3)}`, isRight: false },
        ...{ isIdentified: false, visitor: `v${at % 18}`, address: 'one' },
      }),
    );
    const total = labelsOf(forged).reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBeLessThan(1);
  });

  it('is one for all spellings of case and punctuation', () => {
    const verdicts = [verdict({ question: 'Bellen, in Europa?' }), verdict({ question: 'bellen in europa' })];
    expect(labelsOf(verdicts)).toMatchObject([{ right: ['forum:porting'], weight: 0.25 }]);
  });

  it('is not made of a customer who clicks all day', () => {
    const busy = Array.from({ length: 1_000 }, (_, at) => verdict({ question: `vraag nummer ${at}` }));
    expect(labelsOf(busy)).toEqual([]);
  });

  it('weighs less from a customer who says much over many days', () => {
    const slow = Array.from({ length: 100 }, (_, at) =>
      verdict({ question: `vraag nummer ${at}`, at: new Date(1e12 + at * 86_400_000).toISOString() }),
    );
    const labels = labelsOf(slow);
    expect(labels).toHaveLength(100);
    for (const { weight } of labels) expect(weight).toBeCloseTo(0.05 / 3.05);
  });
});
