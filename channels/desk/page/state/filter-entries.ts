import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { DeskFilters } from '../../../../bot/contracts/tools/desk-views.js';
import { isWith } from './holder.js';

/** Everything. */
export const NO_FILTERS: DeskFilters = { list: 'all' };

/** How many things narrow a list down, the list and the team aside. */
export function countFilters({ list: _list, teamId: _team, ...filters }: DeskFilters): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

/** The entries of a list that fit every filter, in their order. */
export function filterEntries(
  entries: readonly DeskEntry[],
  filters: DeskFilters,
  agentId: string,
): readonly DeskEntry[] {
  return entries.filter((entry) => isListed(entry, filters.list, agentId) && fits(entry, filters));
}

function isListed(entry: DeskEntry, list: DeskFilters['list'], agentId: string): boolean {
  const { state, snoozedUntil, lastWord, missed } = entry;
  const isHeld = state === 'with-agent';
  switch (list) {
    case 'all':
      return true;
    case 'mine':
      return isHeld && isWith(entry, agentId);
    case 'unassigned':
      return state === 'waiting';
    case 'waiting-for-customer':
      return isHeld && snoozedUntil === undefined && lastWord === 'agent';
    case 'snoozed':
      return isHeld && snoozedUntil !== undefined;
    case 'missed':
      return missed !== undefined;
  }
}

function fits(entry: DeskEntry, filters: DeskFilters): boolean {
  const { channelId, language, reason, teamId, labelId, mood } = filters;
  return (
    (channelId === undefined || entry.channelId === channelId) &&
    (language === undefined || entry.language === language) &&
    (reason === undefined || entry.reason === reason) &&
    (teamId === undefined || entry.teamId === teamId) &&
    (labelId === undefined || (entry.labels ?? []).some(({ id }) => id === labelId)) &&
    (mood === undefined || entry.mood === mood)
  );
}
