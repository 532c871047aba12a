import { type LoadRow, loadRows } from '../store/handoffs/assignment-rows.js';
import type { Write } from '../store/store.js';
import type { Routing } from './routing.js';

/** Units that agents have, or are offered, by their ids. */
export function unitsOf(rows: readonly LoadRow[], routing: Pick<Routing, 'weightOf'>): Map<string, number> {
  const units = new Map<string, number>();
  for (const { agentId, channelId, conversations } of rows) {
    const taken = conversations * routing.weightOf(channelId);
    units.set(agentId, (units.get(agentId) ?? 0) + taken);
  }
  return units;
}

/**
 * Why an agent has no room for a conversation of a channel: what they have or are offered, what it weighs and what they can
 * have; null where they have room. Ask it under the lock `assignment`, so that of two who take at once the second counts the
 * first.
 */
export async function lackOfRoom(
  write: Write,
  { id, email }: { readonly id: string; readonly email: string },
  channelId: string,
  routing: Routing,
): Promise<{ readonly load: number; readonly weight: number; readonly capacity: number } | null> {
  const { capacity } = routing.memberOf(email);
  if (capacity === null) return null;
  const load = unitsOf(await loadRows(write, id), routing).get(id) ?? 0;
  const weight = routing.weightOf(channelId);
  return load + weight > capacity ? { load, weight, capacity } : null;
}
