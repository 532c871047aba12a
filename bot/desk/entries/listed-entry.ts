import type { ChannelConversation } from '../../contracts/channels.js';
import type { DeskEntry } from '../../contracts/desk.js';
import type { CustomerWindows } from '../../conversations/customer-windows.js';

/** For how long it is shown that somebody waited in vain. */
export const MISSED_FOR_MS = 2 * 86_400_000;

/** A row of the desk's lists with what gives it its place. */
export interface ListedEntry {
  /** Without what is known in memory alone: whether the customer has the chat closed. */
  readonly stored: DeskEntry;
  readonly of: ChannelConversation;
  readonly handoffId: string;
  /** Of the queue (`QUEUE_RANK`). */
  readonly rank: number;
  readonly requestedAt: string | null;
  readonly endedAt: string | null;
}

/** Whether it is among the desk's lists at a time: it waits, somebody has it, or it was in vain of late. */
export function isListed({ stored: { state }, endedAt }: ListedEntry, now: Date): boolean {
  if (state === 'waiting' || state === 'with-agent') return true;
  return state === 'expired' && (endedAt ?? '') >= missedSince(now);
}

/** From when on it is shown that somebody waited in vain, ISO 8601 in UTC. */
export function missedSince(now: Date): string {
  return new Date(now.getTime() - MISSED_FOR_MS).toISOString();
}

/**
 * To sort by: waiting conversations in the order of the queue, then those that agents have, in the order they were claimed,
 * then those who waited in vain, the newest first.
 */
export function compareListed(one: ListedEntry, other: ListedEntry): number {
  const { state } = one.stored;
  if (state !== other.stored.state) return groupOf(one) - groupOf(other);
  if (state === 'expired')
    return inOrder(other.endedAt, one.endedAt) || inOrder(one.handoffId, other.handoffId);
  const claimed = state === 'waiting' ? 0 : inOrder(one.stored.claimedAt, other.stored.claimedAt);
  return (
    claimed ||
    one.rank - other.rank ||
    inOrder(one.requestedAt, other.requestedAt) ||
    inOrder(one.handoffId, other.handoffId)
  );
}

/** The row as it is shown, with since when the customer has the chat closed. */
export function shownEntry(
  { stored, of }: ListedEntry,
  windows: Pick<CustomerWindows, 'goneSince'>,
): DeskEntry {
  const goneSince = windows.goneSince(of);
  return goneSince === null ? stored : { ...stored, goneSince };
}

function groupOf({ stored: { state } }: ListedEntry): number {
  return state === 'waiting' ? 0 : state === 'with-agent' ? 1 : 2;
}

/** Times in UTC and ids by their signs, as the store compares them; nothing comes first. */
function inOrder(one: string | null, other: string | null): number {
  const [a, b] = [one ?? '', other ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
