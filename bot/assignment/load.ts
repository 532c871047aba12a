import { type LoadRow, loadRows } from '../store/handoffs/assignment-rows.js';
import type { Store } from '../store/store.js';
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

/** Units that one agent has or is offered. */
export async function loadOf(store: Store, agentId: string, routing: Routing): Promise<number> {
  return unitsOf(await loadRows(store, agentId), routing).get(agentId) ?? 0;
}
