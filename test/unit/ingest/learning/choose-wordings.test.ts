import { describe, expect, it } from 'vitest';
import type { WordingProposal } from '../../../../index/learning/learn-wordings.js';
import type { SettledWording } from '../../../../index/learning/verdict-store.js';
import { wordingKey } from '../../../../index/learning/wording-key.js';
import { chooseWordings } from '../../../../ingest/learning/choose-wordings.js';
import { findKnownWordings } from '../../../../ingest/learning/known-wordings.js';
import { exampleItem } from '../../../support/embedded-items.js';

const NOW = '2026-03-02T09:00:00.000Z';
const ITEMS = [
  exampleItem({ id: 'forum:porting', question: 'How do I keep my number?', phrasings: ['Number porting'] }),
  exampleItem({ id: 'forum:bill', question: 'When is the bill sent?' }),
];

function proposal(changes: Partial<WordingProposal> = {}): WordingProposal {
  const id = changes.id ?? 'w1';
  return {
    ...{ id, memberIds: [id], itemId: 'forum:porting', wording: 'take my old number along' },
    ...{ confirmations: 3, rejections: 0, isConfirmed: true, isDoubted: false },
    known: { confirmations: changes.confirmations ?? 3, rejections: changes.rejections ?? 0 },
    ...changes,
  };
}

function settled(
  standing: SettledWording['standing'],
  changes: Partial<SettledWording> = {},
): SettledWording {
  const { id, itemId, wording, confirmations, rejections } = proposal();
  const knownConfirmations = changes.confirmations ?? confirmations;
  return {
    id,
    itemId,
    wording,
    confirmations,
    rejections,
    knownConfirmations,
    standing,
    at: NOW,
    ...changes,
  };
}

function choose(proposals: readonly WordingProposal[], before: readonly SettledWording[] = []) {
  const keys = proposals.map(({ wording }) => wordingKey(wording));
  const { inUse, open } = chooseWordings(proposals, before, findKnownWordings(ITEMS, keys), NOW);
  return { inUse: inUse.map(({ id }) => id), open: open.map(({ id }) => id) };
}

describe('the wordings of a run', () => {
  it('are those confirmed now, and those settled before', () => {
    const before = [settled('accepted', { id: 'a' }), settled('learned', { id: 'l', confirmations: 9 })];
    expect(choose([proposal()], before)).toEqual({ inUse: ['a', 'l', 'w1'], open: [] });
  });

  it('wait for a person while too few confirmed them', () => {
    expect(choose([proposal({ isConfirmed: false })])).toEqual({ inUse: [], open: ['w1'] });
  });

  it('leave out what many rejected', () => {
    expect(choose([proposal({ isConfirmed: false, isDoubted: true })])).toEqual({ inUse: [], open: [] });
  });

  it('leave out what a person refused, in all its spellings', () => {
    expect(
      choose([proposal({ id: 'w1', memberIds: ['w1', 'w2'] })], [settled('refused', { id: 'w2' })]),
    ).toEqual({ inUse: [], open: [] });
  });

  it('leave out what the community asks already', () => {
    expect(choose([proposal({ wording: 'number  PORTING!' })])).toEqual({ inUse: [], open: [] });
  });

  it('wait for a person where another item has the same wording', () => {
    expect(choose([proposal({ wording: 'When is the bill sent' })])).toEqual({ inUse: [], open: ['w1'] });
  });

  it('wait for a person where their language is not that of the item', () => {
    const wording = 'kan ik mijn oude nummer meenemen';
    expect(choose([proposal({ wording })])).toEqual({ inUse: [], open: ['w1'] });
  });

  it('leave out items that are gone', () => {
    const before = [settled('accepted', { itemId: 'forum:gone' })];
    expect(choose([proposal({ id: 'w2', itemId: 'forum:gone' })], before)).toEqual({ inUse: [], open: [] });
  });

  it.each([
    { rejections: 1, confirmations: 0, inUse: ['w1'] }, // one customer alone
    { rejections: 2, confirmations: 0, inUse: [] },
    { rejections: 2, confirmations: 4, inUse: ['w1'] },
    { rejections: 3, confirmations: 4, inUse: [] },
  ])('lose a learned one by $rejections rejections to $confirmations', ({ inUse, ...votes }) => {
    const said = proposal({
      ...votes,
      isConfirmed: false,
      isDoubted: votes.rejections * 2 > votes.confirmations,
    });
    expect(choose([said], [settled('learned')]).inUse).toEqual(inUse);
  });

  it('keep an accepted one whatever customers say', () => {
    const said = proposal({ confirmations: 0, rejections: 9, isConfirmed: false, isDoubted: true });
    expect(choose([said], [settled('accepted')]).inUse).toEqual(['w1']);
  });
});
