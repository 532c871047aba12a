import { type Routed, type Routing, teamOf } from '../assignment/routing.js';
import { type WaitingRow, waitingRows } from '../store/handoffs/queue.js';
import type { Store } from '../store/store.js';

/** Whether everybody stands in one queue. */
export function isOneQueue({ teams }: Pick<Routing, 'teams'>): boolean {
  return teams.length < 2;
}

/** The team whose queue a waiting hand-off stands in; null for the one queue of everybody. */
export function queueOf(
  routing: Pick<Routing, 'teams'>,
  row: Omit<WaitingRow, 'id' | 'requestedAt'>,
): string | null {
  const { channelId, language, reason, question, teamId } = row;
  return teamOf(routing, { channelId, language: language ?? 'nl', reason, question, passedTo: teamId });
}

/** How many of the own team stand before a hand-off that waits. */
export async function countTeamAhead(
  store: Store,
  routing: Pick<Routing, 'teams'>,
  handoffId: string,
): Promise<number> {
  const rows = await waitingRows(store);
  const at = rows.findIndex(({ id }) => id === handoffId);
  const own = rows[at];
  if (!own) return 0;
  const team = queueOf(routing, own);
  return rows.slice(0, at).filter((row) => queueOf(routing, row) === team).length;
}

/**
 * How many of a team stand before somebody who comes, or moves, into its queue now.
 * @param comer.since when they asked, where they keep that time; null for now. `besides`: the hand-off that it is about
 */
export async function countTeamBefore(
  store: Store,
  routing: Pick<Routing, 'teams'>,
  comer: {
    readonly asked: Routed;
    readonly rank: number;
    readonly since: string | null;
    readonly besides: string | null;
  },
): Promise<number> {
  const { asked, rank, since, besides } = comer;
  const team = teamOf(routing, asked);
  const isBefore = (row: { id: string; rank: number; requestedAt: string | null }) =>
    row.rank < rank ||
    (row.rank === rank && (since === null || beforeAt(row, { requestedAt: since, id: besides ?? '' })));
  const rows = await waitingRows(store);
  return rows.filter((row) => row.id !== besides && isBefore(row) && queueOf(routing, row) === team).length;
}

/** Whether the first of two of one rank asked before the second; the id breaks a tie. */
function beforeAt(
  row: { readonly id: string; readonly requestedAt: string | null },
  other: { readonly id: string; readonly requestedAt: string },
): boolean {
  const at = row.requestedAt ?? '';
  return at === other.requestedAt ? row.id < other.id : at < other.requestedAt;
}
