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

  it('takes the side of the majority', () => {
    const divided = [...verdictsOf(3, { isRight: false }), ...verdictsOf(2)];
    expect(labelsOf(divided)).toMatchObject([{ right: [], wrong: ['forum:porting'], weight: 0.25 }]);
  });

  it('is not made where people are divided', () => {
    expect(labelsOf([...verdictsOf(2, { isRight: false }), ...verdictsOf(2)])).toEqual([]);
  });

  it('weighs an agent as two customers', () => {
    expect(labelsOf([verdict({ by: 'agent' })])).toMatchObject([{ weight: 0.4 }]);
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
