import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { JoinRule, LikePair } from '../../../../ingest/joining/contracts.js';
import { settleJoins } from '../../../../ingest/joining/settle-joins.js';

const item = (id: string, fields: Partial<Item> = {}): Item => ({
  ...{ id, source: 's', question: id, phrasings: [], answer: 'Yes.', language: 'en', votes: 0 },
  ...{
    author: { name: 'a', rank: null },
    askedAt: null,
    answeredAt: null,
    tags: [],
    licence: null,
    url: null,
  },
  ...fields,
});
const same = (one: string, other: string): LikePair => ({ kind: 'duplicate', ids: [one, other] });
const rule = (kind: JoinRule['rule'], ...threads: [string, string]): JoinRule => ({
  ...{ rule: kind, threads, position: `${kind} ${threads.join(' ')}` },
});

function settle(pairs: readonly LikePair[], items: readonly Item[], rules: readonly JoinRule[] = []) {
  const byId = new Map(items.map((each) => [each.id, each]));
  const find = (id: string) => byId.get(id) ?? null;
  return settleJoins({
    ...{ pairs, rules, find, staffRanks: new Set(['moderator']) },
    idOf: (name) => (byId.has(name) ? name : null),
  });
}

describe('which answer leads', () => {
  const led = (left: Partial<Item>, right: Partial<Item>) =>
    settle([same('a', 'b')], [item('a', left), item('b', right)]).joined;

  it('is one of the company, else an accepted one, one with far more votes, the newer one', () => {
    const staff = { author: { name: 'x', rank: 'Moderator' } };
    expect(led({ votes: 50 }, staff)).toEqual([{ id: 'a', leader: 'b', because: 'rank' }]);
    expect(led({ isUnaccepted: true, votes: 9 }, {})).toEqual([
      { id: 'a', leader: 'b', because: 'accepted' },
    ]);
    expect(led({ votes: 2 }, { votes: 9 })).toEqual([{ id: 'a', leader: 'b', because: 'votes' }]);
    const years = [{ answeredAt: '2019-05-01T00:00:00Z' }, { answeredAt: '2024-05-01T00:00:00Z' }] as const;
    expect(led(...years)).toEqual([{ id: 'a', leader: 'b', because: 'newer' }]);
    expect(led({}, {})).toEqual([{ id: 'b', leader: 'a', because: 'first' }]);
  });

  it('is an answer of the community before an article of the company, unless people pinned that', () => {
    const article = { isOfficial: true, votes: 90, answeredAt: '2026-01-01T00:00:00Z' };
    expect(led(article, {})).toEqual([{ id: 'a', leader: 'b', because: 'community' }]);
    expect(led({ ...article, isPinned: true }, {})).toEqual([{ id: 'b', leader: 'a', because: 'pinned' }]);
  });
});

describe('a group', () => {
  it('has no chains: what is no duplicate of the leader stays', () => {
    const items = [item('a', { votes: 9 }), item('b'), item('c')];
    const { joined } = settle([same('a', 'b'), same('b', 'c')], items);
    expect(joined).toEqual([{ id: 'b', leader: 'a', because: 'votes' }]);
  });

  it('takes nothing in that contradicts one of it', () => {
    const against: LikePair = { kind: 'contradicting', ids: ['b', 'c'], about: 'amount' };
    const items = [item('a', { votes: 9 }), item('b'), item('c')];
    const { joined, opposed } = settle([same('a', 'b'), same('a', 'c'), against], items);
    expect(joined.map(({ id }) => id)).toEqual(['b']);
    expect(opposed).toEqual([{ isDecided: false, older: 'a', newer: 'c', about: 'amount' }]);
  });
});

describe('what people settled', () => {
  const items = [item('a', { votes: 9 }), item('b'), item('c')];

  it('keeps two threads apart, also within a group', () => {
    expect(settle([same('a', 'b')], items, [rule('separate', 'b', 'a')]).joined).toEqual([]);
    const all = [same('a', 'b'), same('a', 'c'), same('b', 'c')];
    expect(settle(all, items, [rule('separate', 'b', 'c')]).joined.map(({ id }) => id)).toEqual(['b']);
  });

  it('joins two threads behind the first, whatever they are to each other', () => {
    const against: LikePair = { kind: 'contradicting', ids: ['a', 'b'], about: 'money' };
    const { joined, opposed } = settle([against], items, [rule('join', 'b', 'a')]);
    expect(joined).toEqual([{ id: 'a', leader: 'b', because: 'rule' }]);
    expect(opposed).toEqual([]);
  });

  it('is told from what is joined besides', () => {
    const { joined, byRule } = settle([same('b', 'c')], items, [rule('join', 'b', 'a')]);
    expect(joined.map(({ id, leader }) => [id, leader])).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ]);
    expect(byRule).toEqual([{ id: 'a', leader: 'b', because: 'rule' }]);
  });

  it('is named where it cannot be followed', () => {
    const rules = [rule('join', 'a', 'gone'), rule('join', 'a', 'b'), rule('join', 'b', 'a')];
    expect(settle([], items, rules).unusedRules).toEqual(['join a gone', 'join b a']);
  });
});
