import type { Store } from '../store.js';

/** Newest hand-offs of a customer that are shown. */
const MOST = 50;

/** Every hand-off of the customer of a conversation, and their conversations without one, the newest first. */
export function pastContacts(
  store: Store,
  customer: {
    readonly conversationId: string;
    readonly channelId: string;
    readonly customerId: string;
  },
) {
  return store
    .selectFrom('conversations')
    .leftJoin('handoffs', 'handoffs.conversationId', 'conversations.id')
    .select((expression) => [
      'conversations.id as conversationId',
      'conversations.channelId',
      'conversations.createdAt as conversationAt',
      'handoffs.id as handoffId',
      'handoffs.state',
      'handoffs.reason',
      'handoffs.question',
      'handoffs.agentId',
      'handoffs.agentName',
      'handoffs.elsewherePlace',
      'handoffs.endedAt',
      'handoffs.reopenedAt',
      expression.fn
        .coalesce('handoffs.requestedAt', 'handoffs.createdAt', 'conversations.createdAt')
        .as('startedAt'),
    ])
    .where((expression) =>
      customer.customerId === ''
        ? expression('conversations.id', '=', customer.conversationId)
        : expression.and([
            expression('conversations.channelId', '=', customer.channelId),
            expression('conversations.customerId', '=', customer.customerId),
          ]),
    )
    .orderBy('startedAt', 'desc')
    .orderBy('handoffs.id')
    .limit(MOST)
    .execute();
}

/** Who the customer of a conversation is to its channel; undefined where there is no such conversation. */
export function customerOf(store: Store, conversationId: string) {
  return store
    .selectFrom('conversations')
    .select(['id as conversationId', 'channelId', 'customerId'])
    .where('id', '=', conversationId)
    .executeTakeFirst();
}
