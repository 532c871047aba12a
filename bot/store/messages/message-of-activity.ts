import type { ChannelConversation } from '../../contracts/channels.js';
import type { Store } from '../store.js';
import type { MessageRow } from '../tables.js';
import { parseIds } from './stored-ids.js';

/** A message that a channel knows by one of its own ids. */
export type KnownMessage = Pick<MessageRow, 'id' | 'turnId' | 'direction'>;

/**
 * The message that a channel knows by an id: ours of which an activity became it, or the customer's own.
 * @param activityId the channel's
 * @param limit how many of the newest messages are looked through
 * @returns null where none is found
 */
export async function messageOfActivity(
  store: Store,
  of: ChannelConversation,
  activityId: string,
  limit: number,
): Promise<KnownMessage | null> {
  return newestKnown(store, of, activityId, { limit });
}

/** @param among `direction`: only messages that went this way are looked through, and counted */
async function newestKnown(
  store: Store,
  of: ChannelConversation,
  activityId: string,
  among: { readonly limit: number; readonly direction?: MessageRow['direction'] },
): Promise<KnownMessage | null> {
  const { limit, direction } = among;
  const rows = await store
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select(['messages.id', 'messages.turnId', 'messages.direction'])
    .select(['messages.sentIds', 'messages.activityId'])
    .where('conversations.channelId', '=', of.channelId)
    .where('conversations.channelConversationId', '=', of.conversationId)
    .$if(direction !== undefined, (query) => query.where('messages.direction', '=', direction ?? 'out'))
    .orderBy('messages.sequence', 'desc')
    .limit(limit)
    .execute();
  const isMeant = (row: (typeof rows)[number]) =>
    row.activityId === activityId || parseIds(row.sentIds).includes(activityId);
  return rows.find(isMeant) ?? null;
}

/**
 * The turn whose message became an activity.
 * @param activityId the channel's
 * @param limit how many of the newest messages of ours are looked through: what customers write between them does not count
 * @returns null where no such message, or none of a turn, is found
 */
export async function turnOfActivity(
  store: Store,
  of: ChannelConversation,
  activityId: string,
  limit: number,
): Promise<string | null> {
  const message = await newestKnown(store, of, activityId, { limit, direction: 'out' });
  return message?.turnId ?? null;
}

/** A customer's message of this very conversation, as its channel knows it; null where there is none. */
export async function customerMessage(store: Store, conversationId: string, messageId: string) {
  const row = await store
    .selectFrom('messages')
    .select(['sequence', 'activityId'])
    .where('id', '=', messageId)
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .executeTakeFirst();
  return row ?? null;
}

/** A message of this very conversation, with the question and the item of the turn that said it; null where it is gone. */
export async function saidInTurn(store: Store, conversationId: string, messageId: string) {
  const row = await store
    .selectFrom('messages')
    .leftJoin('turns', (join) =>
      join.onRef('turns.id', '=', 'messages.turnId').on('messages.direction', '=', 'out'),
    )
    .select(['messages.text', 'messages.speakerKind', 'turns.id as turnId'])
    .select(['turns.itemId', 'turns.question', 'turns.wholeQuestion'])
    .where('messages.id', '=', messageId)
    .where('messages.conversationId', '=', conversationId)
    .executeTakeFirst();
  return row ?? null;
}
