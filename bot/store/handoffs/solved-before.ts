import type { Store } from '../store.js';

/** A hand-off that an agent of the desk closed, and who that was. */
interface SolvedBefore {
  readonly handoffId: string;
  readonly agentId: string;
  readonly agentName: string;
}

/**
 * The newest hand-off that an agent closed for the customer of a conversation: in this conversation, or in another one of the
 * same customer on the same channel. Where the channel does not tell who a customer is, in this conversation alone.
 * @param since ISO 8601 in UTC; what was closed before is another matter
 * @returns null where there is none
 */
export async function solvedBefore(
  store: Store,
  conversation: { readonly id: string; readonly channelId: string; readonly customerId: string },
  since: string,
): Promise<SolvedBefore | null> {
  const { id, channelId, customerId } = conversation;
  const row = await store
    .selectFrom('handoffs')
    .select(['id as handoffId', 'agentId', 'agentName'])
    // Not the bare column: SQLite would take its index and read all that was ever solved, not the customer's own.
    .where(({ eb, fn, val }) => eb(fn.coalesce('state', val('')), '=', 'solved'))
    .where('agentId', 'is not', null)
    .where('endedAt', '>=', since)
    .where((expression) =>
      customerId === ''
        ? expression('conversationId', '=', id)
        : expression('conversationId', 'in', (query) =>
            query
              .selectFrom('conversations as theirs')
              .select('theirs.id')
              .where('theirs.channelId', '=', channelId)
              .where('theirs.customerId', '=', customerId),
          ),
    )
    .orderBy('endedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.agentId === null) return null;
  return { handoffId: row.handoffId, agentId: row.agentId, agentName: row.agentName ?? '' };
}
