import { randomUUID } from 'node:crypto';
import type { Store, Write } from '../store.js';
import type { MailKind, MailRow, MailState } from './mail-tables.js';

export async function insertMail(write: Write, row: MailRow): Promise<void> {
  await write.insertInto('mails').values(row).execute();
}

/** Writes down a mail that is to be sent. @param waitMs how long it waits first */
export async function queueMail(
  write: Write,
  of: Pick<MailRow, 'conversationId' | 'kind' | 'address'>,
  now: Date,
  waitMs = 0,
): Promise<void> {
  await insertMail(write, {
    ...of,
    id: randomUUID(),
    state: 'queued',
    attempts: 0,
    nextAttemptAt: new Date(now.getTime() + waitMs).toISOString(),
    createdAt: now.toISOString(),
  });
}

/** How many codes were sent since a time: in a conversation, to an address, and in all. */
export async function countCodes(
  store: Store,
  of: { readonly conversationId: string; readonly address: string },
  since: { readonly day: string; readonly hour: string },
): Promise<{ readonly conversation: number; readonly address: number; readonly all: number }> {
  const codes = (from: string) =>
    store
      .selectFrom('mails')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', '=', 'code')
      .where('createdAt', '>', from);
  const conversation = await codes(since.day)
    .where('conversationId', '=', of.conversationId)
    .executeTakeFirstOrThrow();
  const address = await codes(since.day).where('address', '=', of.address).executeTakeFirstOrThrow();
  const all = await codes(since.hour).executeTakeFirstOrThrow();
  return {
    conversation: Number(conversation.count),
    address: Number(address.count),
    all: Number(all.count),
  };
}

/** Mails that are to be sent now, the longest due first. */
export function dueMails(store: Store, at: string, most: number): Promise<MailRow[]> {
  return store
    .selectFrom('mails')
    .selectAll()
    .where('state', '=', 'queued')
    .where('nextAttemptAt', '<=', at)
    .orderBy('nextAttemptAt')
    .limit(most)
    .execute();
}

/** Whether a mail of a kind of a conversation is still to be sent. */
export async function hasQueuedMail(store: Store, conversationId: string, kind: MailKind): Promise<boolean> {
  const row = await store
    .selectFrom('mails')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', kind)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes down what became of a mail. */
export async function settleMail(
  store: Store,
  id: string,
  change: { readonly state: MailState; readonly attempts: number; readonly nextAttemptAt?: string },
): Promise<void> {
  await store.updateTable('mails').set(change).where('id', '=', id).execute();
}

/**
 * Forgets mails, and with them their addresses, that were settled. @param before ISO 8601 in UTC: so long they are counted
 */
export async function forgetSettledMails(store: Store, before: string): Promise<void> {
  await store.deleteFrom('mails').where('state', '!=', 'queued').where('createdAt', '<', before).execute();
}
