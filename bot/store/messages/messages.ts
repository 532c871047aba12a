import { randomUUID } from 'node:crypto';
import type { DeliveryProblem } from '../../contracts/channels.js';
import type { Store, Write } from '../store.js';
import type { MessageRow } from '../tables.js';

// The one writer of the table `messages`: who calls keeps the rules, these statements only carry them out.

/** Longest reason that is kept of a failure, in UTF-16 units. */
const LONGEST_REASON = 300;

/** The columns that a message may begin without. */
const UNSET = {
  agentId: null,
  activityId: null,
  turnId: null,
  attempts: 0,
  nextAttemptAt: null,
  lastError: null,
  handledAt: null,
  sentAt: null,
  saidAt: null,
  sentIds: null,
  arrivals: null,
  uncertainUntil: null,
  problem: null,
  collapseKey: null,
  replacesId: null,
  replyKey: null,
} as const satisfies Partial<MessageRow>;

/** A message that is new; what is not given is empty. Times are ISO 8601 in UTC. */
export type NewMessage = Omit<MessageRow, 'id' | 'message' | keyof typeof UNSET> &
  Partial<Pick<MessageRow, keyof typeof UNSET>> & {
    /** Becomes JSON: `IncomingDetails` of an incoming message, `OutgoingMessage` of an outgoing one. */
    readonly message: object;
  };

/** Adds messages to their conversations, each under an id of its own. */
export async function insertMessages(write: Write, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await write.insertInto('messages').values(messages.map(toRow)).execute();
}

/**
 * Adds an incoming message unless its conversation has one with the same `activityId`.
 * @returns whether it was added
 */
export async function insertUnlessKnown(write: Write, message: NewMessage): Promise<boolean> {
  const row = await write
    .insertInto('messages')
    .values(toRow(message))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks incoming messages as handled, by a turn or (null) because a person has the conversation. */
export async function markHandled(
  write: Write,
  messages: readonly { readonly id: string }[],
  turnId: string | null,
  at: string,
): Promise<void> {
  if (messages.length === 0) return;
  const ids = messages.map(({ id }) => id);
  await write
    .updateTable('messages')
    .set({ status: 'handled', handledAt: at, turnId })
    .where('id', 'in', ids)
    .execute();
}

/** Counts one more attempt on incoming messages, before their turn begins: it may be what ends the program. */
export async function countAttempt(store: Store, ids: readonly string[]): Promise<void> {
  await store
    .updateTable('messages')
    .set((expression) => ({ attempts: expression('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

/** Before an attempt that may be cut off: until when the channel may still tell that the activity went out. */
export async function markUncertain(
  write: Write,
  id: string,
  { sentAt, uncertainUntil }: { readonly sentAt: string; readonly uncertainUntil: string },
): Promise<void> {
  await update(write, id, { sentAt, uncertainUntil });
}

/** Keeps the channel's ids of the activities that went out so far, in order: a restart goes on behind them. */
export async function saveSentIds(write: Write, id: string, sentIds: readonly string[]): Promise<void> {
  await update(write, id, { sentIds: JSON.stringify(sentIds), uncertainUntil: null });
}

/**
 * Marks an outgoing message as sent.
 * @param sent the channel's ids of all its activities, and when the last attempt began
 */
export async function markSent(
  write: Write,
  id: string,
  { sentIds, sentAt }: { readonly sentIds: readonly string[]; readonly sentAt: string },
): Promise<void> {
  await update(write, id, {
    status: 'sent',
    sentAt,
    sentIds: JSON.stringify(sentIds),
    activityId: sentIds.at(-1) || null,
    nextAttemptAt: null,
    uncertainUntil: null,
    lastError: null,
  });
}

/** Marks an outgoing message as one that will not arrive. */
export async function markFailed(
  write: Write,
  id: string,
  failure: { readonly problem: DeliveryProblem; readonly reason: string; readonly attempts: number },
): Promise<void> {
  await update(write, id, {
    status: 'failed',
    problem: failure.problem,
    attempts: failure.attempts,
    nextAttemptAt: null,
    uncertainUntil: null,
    lastError: failure.reason.slice(0, LONGEST_REASON),
  });
}

/** An outgoing message that did not get through and stays in the outbox. */
export interface FailedAttempt {
  /** How often was tried so far. */
  readonly attempts: number;
  readonly reason: string;
  /** When it may be tried again; null where something else holds it back. */
  readonly nextAttemptAt: string | null;
  /** Until when the channel may still tell that it arrived; null where it surely did not. */
  readonly uncertainUntil: string | null;
}

/** Keeps what is known after an attempt that failed. */
export async function saveFailedAttempt(write: Write, id: string, failure: FailedAttempt): Promise<void> {
  const { reason, ...values } = failure;
  await update(write, id, { ...values, lastError: reason.slice(0, LONGEST_REASON) });
}

/** Keeps which activities of an outgoing message the channel told to have gone out, their ids by place (0 = first). */
export async function saveArrivals(
  write: Write,
  id: string,
  arrivals: ReadonlyMap<number, string>,
): Promise<void> {
  await update(write, id, { arrivals: JSON.stringify([...arrivals]) });
}

/** What somebody says from now on, in place of what was said. @param words as they are stored */
export async function rewriteWords(
  write: Write,
  id: string,
  words: Partial<Pick<MessageRow, 'text' | 'status'>> & Pick<MessageRow, 'message'>,
): Promise<void> {
  await update(write, id, words);
}

/** What waits in a conversation is neither answered nor sent any more. */
export async function silenceMessages(store: Store, conversationId: string): Promise<void> {
  await store
    .updateTable('messages')
    .set({ status: 'handled' })
    .where('conversationId', '=', conversationId)
    .where('status', 'in', ['received', 'queued'])
    .execute();
}

function toRow({ message, ...columns }: NewMessage): MessageRow {
  return { ...UNSET, ...columns, id: randomUUID(), message: JSON.stringify(message) };
}

async function update(write: Write, id: string, values: Partial<MessageRow>): Promise<void> {
  await write.updateTable('messages').set(values).where('id', '=', id).execute();
}
