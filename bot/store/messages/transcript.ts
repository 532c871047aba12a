import type { Store } from '../store.js';
import type { MessageRow } from '../tables.js';

/** The newest messages of a conversation, `most` of them, the oldest first. */
export async function newestMessages(
  store: Store,
  conversationId: string,
  most: number,
): Promise<MessageRow[]> {
  const rows = await store
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('sequence', 'desc')
    .limit(most)
    .execute();
  return rows.reverse();
}

/**
 * What others than an agent said in a conversation after a message: the customer, colleagues, somebody in a channel's own
 * inbox; not the bot. The newest of them, `most` at most, the oldest first.
 * @param seenId the message; one that the conversation does not have counts as the one before its first
 */
export async function saidByOthersAfter(
  store: Store,
  conversationId: string,
  { agentId, seenId, most }: { readonly agentId: string; readonly seenId: string; readonly most: number },
): Promise<MessageRow[]> {
  const seen = await store
    .selectFrom('messages')
    .select('sequence')
    .where('id', '=', seenId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  const rows = await store
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('sequence', '>', seen?.sequence ?? 0)
    .where((row) =>
      row.or([
        row('speakerKind', '=', 'customer'),
        row.and([row('speakerKind', '=', 'agent'), row('agentId', 'is distinct from', agentId)]),
      ]),
    )
    .orderBy('sequence', 'desc')
    .limit(most)
    .execute();
  return rows.reverse();
}

/** What an agent said in a conversation under a key; null when they said nothing under it. */
export async function replyUnder(
  store: Store,
  conversationId: string,
  agentId: string,
  key: string,
): Promise<string | null> {
  const said = await store
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', conversationId)
    .where('agentId', '=', agentId)
    .where('replyKey', '=', key)
    .executeTakeFirst();
  return said?.text ?? null;
}

/** Whether a conversation has a message that the channel knows by this id. */
export async function hasActivity(
  store: Store,
  conversationId: string,
  activityId: string,
): Promise<boolean> {
  const row = await store
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('activityId', '=', activityId)
    .executeTakeFirst();
  return row !== undefined;
}

/** When the customer said something from a time on, by the channel's clock. ISO 8601 in UTC, as is `since`. */
export async function customerSaidAt(store: Store, conversationId: string, since: string): Promise<string[]> {
  const rows = await store
    .selectFrom('messages')
    .select((expression) => expression.fn.coalesce('saidAt', 'createdAt').as('saidAt'))
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .where((expression) => expression(expression.fn.coalesce('saidAt', 'createdAt'), '>=', since))
    .execute();
  return rows.map(({ saidAt }) => saidAt);
}

/** When the newest message of a conversation was said, in milliseconds since 1970. */
export async function quietSince(store: Store, conversationId: string): Promise<number> {
  const [newest] = await newestMessages(store, conversationId, 1);
  return newest ? Date.parse(newest.createdAt) : Number.NEGATIVE_INFINITY;
}
