import { describe, expect, it } from 'vitest';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { DeskFilters } from '../../../../../bot/contracts/tools/desk-views.js';
import {
  countFilters,
  filterEntries,
  NO_FILTERS,
} from '../../../../../channels/desk/page/state/filter-entries.js';
import { entry as entryOf } from './scene.js';

const mine = { kind: 'agent', id: 'sanne', name: 'Sanne' } as const;
const theirs = { kind: 'agent', id: 'joris', name: 'Joris' } as const;
const entries: readonly DeskEntry[] = [
  entryOf('waits', { state: 'waiting', language: 'en', missed: 'offer' }),
  entryOf('answered', { state: 'with-agent', holder: mine, lastWord: 'agent', reason: 'complaint' }),
  entryOf('aside', {
    state: 'with-agent',
    holder: mine,
    lastWord: 'agent',
    snoozedUntil: '2026-06-02T07:00:00Z',
  }),
  entryOf('wrote', {
    state: 'with-agent',
    holder: theirs,
    lastWord: 'customer',
    mood: 'annoyed',
    teamId: 't',
  }),
  entryOf('vain', { state: 'expired', missed: 'request', labels: [{ id: 'l', name: 'L' }] }),
];
const listed = (filters: Partial<DeskFilters>) =>
  filterEntries(entries, { ...NO_FILTERS, ...filters }, 'sanne').map(({ conversationId }) => conversationId);

describe('what an agent lists', () => {
  it.each<[DeskFilters['list'], readonly string[]]>([
    ['all', ['waits', 'answered', 'aside', 'wrote', 'vain']],
    ['mine', ['answered', 'aside']],
    ['unassigned', ['waits']],
    ['waiting-for-customer', ['answered']],
    ['snoozed', ['aside']],
    ['missed', ['waits', 'vain']],
  ])('of %s is %j', (list, ids) => {
    expect(listed({ list })).toEqual(ids);
  });

  it('fits every filter', () => {
    expect(listed({ language: 'en' })).toEqual(['waits']);
    expect(listed({ reason: 'complaint' })).toEqual(['answered']);
    expect(listed({ teamId: 't', mood: 'annoyed' })).toEqual(['wrote']);
    expect(listed({ labelId: 'l' })).toEqual(['vain']);
    expect(listed({ labelId: 'l', list: 'mine' })).toEqual([]);
    expect(listed({ channelId: 'none' })).toEqual([]);
    expect(countFilters({ list: 'mine', teamId: 't', mood: 'calm', reason: undefined })).toBe(1);
  });
});
