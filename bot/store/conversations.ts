import { randomUUID } from 'node:crypto';
import type { ChannelConversation } from '../contracts/channels.js';
import type { Conversation, ConversationReference } from '../conversations/conversation.js';
import type { TurnState } from '../turn/contracts.js';
import { findHandoff } from './handoffs/handoffs.js';
import type { Store, Write } from './store.js';
import type { ConversationRow } from './tables.js';

/** Reads a conversation with its hand-off; null when there is none of this id. */
export async function findConversation(store: Store, id: string): Promise<Conversation | null> {
  const row = await store.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? withHandoff(store, row) : null;
}

/** The id of the conversation that a channel knows by its own; null before its first activity. */
export async function conversationIdOf(store: Store, of: ChannelConversation): Promise<string | null> {
  const row = await store
    .selectFrom('conversations')
    .select('id')
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Reads a conversation in order to change it: writing its time first keeps every other writer of the conversation
 * waiting until this transaction has ended, on PostgreSQL too.
 */
export async function lockConversation(store: Store, id: string, at: string): Promise<Conversation | null> {
  const row = await store
    .updateTable('conversations')
    .set({ lastActivityAt: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? withHandoff(store, row) : null;
}

/** Makes a conversation of its row, with its hand-off. */
export async function withHandoff(store: Store, row: ConversationRow): Promise<Conversation> {
  const handoff = row.handoffId === null ? null : await findHandoff(store, row.handoffId);
  return {
    id: row.id,
    channelId: row.channelId,
    reference: parseReference(row.reference),
    customerName: row.customerName,
    customerWroteAt: row.customerWroteAt,
    isUnreachable: row.isUnreachable === 1,
    language: row.language,
    turnState: row.turnState === null ? null : (JSON.parse(row.turnState) as TurnState),
    state: handoff?.state ?? 'with-bot',
    handoff,
  };
}

/** Conversations from before there were several doors are the web chat's. */
export function parseReference(json: string): ConversationReference {
  return { door: 'webchat', ...(JSON.parse(json) as Omit<ConversationReference, 'door'>) };
}

/** Keeps what the bot remembers of a conversation, and the language it speaks there. */
export async function saveTurnState(write: Write, conversationId: string, state: TurnState): Promise<void> {
  await write
    .updateTable('conversations')
    .set({ turnState: JSON.stringify(state), language: state.language })
    .where('id', '=', conversationId)
    .execute();
}

/** What an activity of a customer says of its conversation. */
export interface Contact {
  readonly of: ChannelConversation;
  /** Becomes JSON: the `ConversationReference`. */
  readonly reference: object;
  readonly customerId: string;
  /** '' where the channel does not tell; then the name that is known stays. */
  readonly customerName: string;
  /** Becomes JSON: the `CustomerOrigin`; null or left out where none is told, then the one that is known stays. */
  readonly cameBy?: object | null;
  /** When the customer wrote, ISO 8601 in UTC; null where they only came in. */
  readonly wroteAt: string | null;
}

/**
 * Writes what is known of a conversation, which begins where it is not there. A customer who wrote takes the next number
 * for their message, which is `lastSequence` of the row that is returned.
 */
export async function upsertConversation(
  write: Write,
  contact: Contact,
  at: string,
): Promise<ConversationRow> {
  const { of, customerId, customerName, wroteAt } = contact;
  const added = wroteAt === null ? 0 : 1;
  const cameBy = contact.cameBy ? JSON.stringify(contact.cameBy) : null;
  return write
    .insertInto('conversations')
    .values({
      id: randomUUID(),
      channelId: of.channelId,
      channelConversationId: of.conversationId,
      reference: JSON.stringify(contact.reference),
      cameBy,
      customerId,
      customerName,
      language: null,
      turnState: null,
      handoffId: null,
      lastSequence: added,
      customerWroteAt: wroteAt,
      isUnreachable: 0,
      deliveredUntil: null,
      readUntil: null,
      createdAt: at,
      lastActivityAt: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['channelId', 'channelConversationId']).doUpdateSet((expression) => ({
        reference: expression.ref('excluded.reference'),
        ...(cameBy === null ? {} : { cameBy }),
        ...(customerName === '' ? {} : { customerName }),
        // What was said earlier may come later.
        ...(wroteAt === null
          ? {}
          : {
              customerWroteAt: expression
                .case()
                .when('conversations.customerWroteAt', '>', wroteAt)
                .then(expression.ref('conversations.customerWroteAt'))
                .else(wroteAt)
                .end(),
            }),
        isUnreachable: 0,
        lastSequence: expression('conversations.lastSequence', '+', added),
        lastActivityAt: at,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Advances the numbering of a conversation for messages that follow in this transaction.
 * @returns the first of them
 */
export async function advanceSequence(write: Write, conversationId: string, count: number): Promise<number> {
  const { lastSequence } = await write
    .updateTable('conversations')
    .set((expression) => ({ lastSequence: expression('lastSequence', '+', count) }))
    .where('id', '=', conversationId)
    .returning('lastSequence')
    .executeTakeFirstOrThrow();
  return lastSequence - count + 1;
}

/** The state that the last turn left, as JSON; null before the first turn, and of a conversation that is not known. */
export async function turnStateOf(store: Store, of: ChannelConversation): Promise<string | null> {
  const row = await store
    .selectFrom('conversations')
    .select('turnState')
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .executeTakeFirst();
  return row?.turnState ?? null;
}

/** Nothing reaches the customer any more until they write. */
export async function markUnreachable(write: Write, id: string): Promise<void> {
  await write.updateTable('conversations').set({ isUnreachable: 1 }).where('id', '=', id).execute();
}

export async function renameCustomer(write: Write, id: string, customerName: string): Promise<void> {
  await write.updateTable('conversations').set({ customerName }).where('id', '=', id).execute();
}

/**
 * Keeps until when everything that was sent was delivered, or read; an earlier time than the one that is kept says nothing.
 * @returns whether it was news
 */
export async function moveReceipt(
  write: Write,
  id: string,
  column: 'deliveredUntil' | 'readUntil',
  until: string,
): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('conversations')
    .set({ [column]: until })
    .where('id', '=', id)
    .where((expression) => expression.or([expression(column, 'is', null), expression(column, '<', until)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Keeps when the customer was last heard of: time limits begin anew, and they can be reached.
 * @returns whether it was news
 */
export async function moveContact(write: Write, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('conversations')
    .set({ customerWroteAt: at, isUnreachable: 0 })
    .where('id', '=', id)
    .where((expression) =>
      expression.or([expression('customerWroteAt', 'is', null), expression('customerWroteAt', '<', at)]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
