import { isOfferedTo } from '../state/assignment-state.js';
import { isWith } from '../state/holder.js';
import type { DeskState } from '../state/state.js';

/** What may call an agent back to the page. */
export type AlertKind = 'new' | 'offer' | 'mention' | 'reply';

export interface DeskAlert {
  readonly kind: AlertKind;
  readonly conversationId: string;
}

/**
 * What came between two states of a page that shows an agent the desk: an offer to them, a customer who began to wait, a mention
 * of them, a word of a customer of theirs. The most pressing first. What was there when the page was opened is no news.
 * @param since when that was by the server's clock, ISO 8601 in UTC
 */
export function alertsBetween(before: DeskState, after: DeskState, since: string): readonly DeskAlert[] {
  const { screen } = after;
  if (screen.kind !== 'desk' || before.screen.kind !== 'desk' || !before.hasEntries) return [];
  if (before.entries === after.entries && before.mentions === after.mentions) return [];
  const { id } = screen.agent;
  const old = new Map(before.entries.map((entry) => [entry.conversationId, entry]));
  const of = (kind: AlertKind, ids: readonly string[]) =>
    ids.map((conversationId) => ({ kind, conversationId }));
  const offers = after.entries.filter((entry) => {
    const was = old.get(entry.conversationId);
    return isOfferedTo(entry, id) && !(was && isOfferedTo(was, id));
  });
  const offered = new Set(offers.map(({ conversationId }) => conversationId));
  const replies = after.entries.filter((entry) => {
    const was = old.get(entry.conversationId);
    const isTheirs = isWith(entry, id) && was !== undefined && isWith(was, id);
    return isTheirs && (entry.customerWroteAt ?? '') > (was.customerWroteAt ?? '');
  });
  const known = new Set(before.mentions.map(({ noteId }) => noteId));
  const mentions = after.mentions.filter(({ noteId, at }) => at >= since && !known.has(noteId));
  return [
    ...of('offer', [...offered]),
    ...of(
      'new',
      after.newIds.filter((newId) => !before.newIds.includes(newId) && !offered.has(newId)),
    ),
    ...of(
      'mention',
      mentions.map(({ conversationId }) => conversationId),
    ),
    ...of(
      'reply',
      replies.map(({ conversationId }) => conversationId),
    ),
  ];
}
