import type { Store } from '../store/store.js';

/** The conversations that an agent has now, the oldest request first. */
export async function conversationsOf(store: Store, agentId: string): Promise<string[]> {
  const rows = await withAgents(store).where('handoffs.agentId', '=', agentId).execute();
  return rows.map((row) => row.id);
}

/** The conversations that agents of the desk have now; those answered in a channel's own inbox are not among them. */
export async function conversationsAtDesk(store: Store): Promise<string[]> {
  const rows = await withAgents(store).where('handoffs.agentId', 'is not', null).execute();
  return rows.map((row) => row.id);
}

function withAgents(store: Store) {
  return store
    .selectFrom('conversations')
    .innerJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select('conversations.id')
    .where('handoffs.state', '=', 'with-agent')
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id');
}
