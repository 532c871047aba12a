import type { Store } from '../store.js';

/** Whether an agent has written to the customer since a hand-off was asked for, or since it began where nobody asked. */
export async function hasReply(store: Store, handoffId: string): Promise<boolean> {
  const row = await store
    .selectFrom('handoffs')
    .innerJoin('messages', 'messages.conversationId', 'handoffs.conversationId')
    .select('messages.id')
    .where('handoffs.id', '=', handoffId)
    .where('messages.speakerKind', '=', 'agent')
    .where('messages.direction', '=', 'out')
    .whereRef('messages.createdAt', '>=', 'handoffs.createdAt')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
