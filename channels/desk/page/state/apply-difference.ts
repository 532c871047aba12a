import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { EntryDifference } from '../../contracts.js';

/** The rows that a page shows after a difference; `entries` must be those that the difference was made against. */
export function applyDifference(
  entries: readonly DeskEntry[],
  { rows, gone, places }: EntryDifference,
): DeskEntry[] {
  const known = new Map(entries.map((entry) => [entry.conversationId, entry]));
  for (const row of rows) known.set(row.conversationId, row);
  const leaving = new Set([...gone, ...places.map(({ id }) => id)]);
  const behind = new Map(places.map(({ id, after }) => [after, id]));
  const order: string[] = [];
  /** Whoever has come to stand somewhere is followed by those that were put behind them. */
  const put = (id: string | null) => {
    if (id !== null) order.push(id);
    for (let next = behind.get(id); next !== undefined; next = behind.get(next)) order.push(next);
  };
  put(null);
  for (const { conversationId } of entries) if (!leaving.has(conversationId)) put(conversationId);
  return order.flatMap((id) => known.get(id) ?? []);
}
