import { describe, expect, it } from 'vitest';
import { learnWordings } from '../../../../index/learning/learn-wordings.js';
import { verdict, verdictsOf } from '../../../support/verdicts.js';

const THREE = { confirmations: 3 };
const isLearned = (...args: Parameters<typeof learnWordings>) =>
  learnWordings(...args).map(({ isConfirmed }) => isConfirmed);

describe('a wording', () => {
  it('is learned when enough different customers confirmed it', () => {
    expect(isLearned(verdictsOf(2), THREE)).toEqual([false]);
    expect(learnWordings(verdictsOf(3), THREE)).toMatchObject([
      {
        itemId: 'forum:porting',
        wording: 'kan ik mijn nummer houden bij een overstap',
        ...{ confirmations: 3, rejections: 0, isConfirmed: true, isDoubted: false },
      },
    ]);
  });

  it('is not learned from one customer, however often', () => {
    const often = Array.from({ length: 1_000 }, (_, at) =>
      verdict({ conversation: `conversation-${at}`, at: new Date(1e12 + at * 86_400_000).toISOString() }),
    );
    expect(learnWordings(often, { confirmations: 1 })).toMatchObject([
      { confirmations: 1, isConfirmed: false },
    ]);
  });

  it('is counted without customers who click all day', () => {
    const busy = Array.from({ length: 21 }, (_, at) => verdict({ itemId: `forum:${at}`, visitor: 'busy' }));
    const proposals = learnWordings([...busy, ...verdictsOf(2, { itemId: 'forum:3' })], {
      confirmations: 2,
    });
    expect(proposals).toMatchObject([{ itemId: 'forum:3', confirmations: 2, isConfirmed: true }]);
    expect(proposals).toHaveLength(1);
  });

  it('is learned from an agent as from two customers', () => {
    const agent = verdict({ by: 'agent', visitor: 'agent-1' });
    expect(isLearned([agent], THREE)).toEqual([false]);
    expect(isLearned([agent], { confirmations: 2 })).toEqual([true]);
    expect(isLearned([agent, verdict()], THREE)).toEqual([true]);
  });

  it('is only proposed where every wording is reviewed', () => {
    expect(isLearned(verdictsOf(50), { confirmations: 0 })).toEqual([false]);
  });

  it.each([
    { right: 6, wrong: 3, isConfirmed: true },
    { right: 6, wrong: 4, isConfirmed: false },
    { right: 5, wrong: 2, isConfirmed: true },
    { right: 4, wrong: 2, isConfirmed: true },
    { right: 3, wrong: 1, isConfirmed: true },
    { right: 5, wrong: 3, isConfirmed: false },
    { right: 2, wrong: 0, isConfirmed: false },
  ])('is learned with at most a third rejections: $right to $wrong', ({ right, wrong, isConfirmed }) => {
    const verdicts = [...verdictsOf(right), ...verdictsOf(wrong, { isRight: false })];
    expect(isLearned(verdicts, THREE)).toEqual([isConfirmed]);
  });

  it('is learned from people whom the company knows, however many others reject it', () => {
    const botnet = Array.from({ length: 200 }, (_, at) =>
      verdict({ visitor: `bot-${at}`, address: `address-${at}`, isIdentified: false, isRight: false }),
    );
    expect(learnWordings([...verdictsOf(3), ...botnet], THREE)).toMatchObject([
      { confirmations: 3, rejections: 200, isConfirmed: true, isDoubted: false },
    ]);
    expect(learnWordings([...verdictsOf(2), ...botnet], THREE)).toMatchObject([
      { isConfirmed: false, isDoubted: false },
    ]);
  });

  it('that was only rejected is doubted', () => {
    expect(learnWordings([verdict({ isRight: false })], THREE)).toMatchObject([
      { confirmations: 0, rejections: 1, isConfirmed: false, isDoubted: true },
    ]);
  });

  it('counts the last word of each customer', () => {
    const later = { at: '2026-03-03T09:00:00.000Z', isRight: false };
    const verdicts = [...verdictsOf(4), verdict({ visitor: 'for-0', ...later })];
    expect(learnWordings(verdicts, THREE)).toMatchObject([{ confirmations: 3, rejections: 1 }]);
    expect(learnWordings(verdicts.toReversed(), THREE)).toMatchObject([{ confirmations: 3, rejections: 1 }]);
  });

  it('counts together with those that are nearly equal, each customer once', () => {
    const verdicts = [
      verdict({ visitor: 'a', question: 'Kan ik mijn nummer houden, bij een overstap??' }),
      verdict({ visitor: 'b', question: 'kan ik mijn numer houden bij een overstap' }),
      verdict({ visitor: 'b', question: 'kan ik mijn nummer houden bij een overstap' }),
      verdict({ visitor: 'c', question: 'kan ik mijn nummer houden bij een overstap' }),
      verdict({ visitor: 'd', question: 'wat kost het om over te stappen' }),
    ];
    expect(learnWordings(verdicts, THREE)).toMatchObject([
      { wording: 'kan ik mijn nummer houden bij een overstap', confirmations: 3, isConfirmed: true },
      { wording: 'wat kost het om over te stappen', confirmations: 1 },
    ]);
  });

  it('keeps its id when another spelling becomes the most used', () => {
    const first = [verdict({ question: 'kan ik mijn numer houden bij een overstap' })];
    const later = verdictsOf(3, { at: '2026-03-05T09:00:00.000Z' });
    const [before] = learnWordings(first, THREE);
    const [after] = learnWordings([...later, ...first], THREE);
    expect(after?.wording).toBe('kan ik mijn nummer houden bij een overstap');
    expect(after?.id).toBe(before?.id);
    expect(after?.memberIds).toHaveLength(2);
  });

  it.each([
    'help',
    '06 20 12 34',
    'kijk op https://example.com eens',
    'ik ben [naam] en wil overstappen',
    Array.from({ length: 61 }, (_, at) => `woord${at}`).join(' '),
    '',
  ])('is not made of %j', (question) => {
    expect(learnWordings(verdictsOf(5, { question }), THREE)).toEqual([]);
  });
});
