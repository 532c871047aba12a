import type { Store, Write } from '../store.js';
import type { MailAddressRow } from './mail-tables.js';

/** The address that was left in a conversation; null for none. */
export async function mailAddressOf(store: Store, conversationId: string): Promise<MailAddressRow | null> {
  const row = await store
    .selectFrom('mail_addresses')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps an address in place of the one that its conversation had. */
export async function replaceMailAddress(write: Write, row: MailAddressRow): Promise<void> {
  await forgetMailAddress(write, row.conversationId);
  await write.insertInto('mail_addresses').values(row).execute();
}

export async function forgetMailAddress(store: Store, conversationId: string): Promise<void> {
  await store.deleteFrom('mail_addresses').where('conversationId', '=', conversationId).execute();
}

/** Forgets the address that a code was to be sent to, as long as it waits for that code. */
export async function forgetAddressOfCode(
  store: Store,
  conversationId: string,
  codeHash: string,
): Promise<void> {
  await store
    .deleteFrom('mail_addresses')
    .where('conversationId', '=', conversationId)
    .where('codeHash', '=', codeHash)
    .execute();
}

/** Counts a wrong code. @returns how many there are now */
export async function countWrongCode(write: Write, conversationId: string): Promise<number> {
  const row = await write
    .updateTable('mail_addresses')
    .set((expression) => ({ wrongCodes: expression('wrongCodes', '+', 1) }))
    .where('conversationId', '=', conversationId)
    .returning('wrongCodes')
    .executeTakeFirst();
  return row?.wrongCodes ?? Number.POSITIVE_INFINITY;
}

/** The code of an address was typed: it counts from now on. */
export async function confirmMailAddress(write: Write, conversationId: string, at: string): Promise<void> {
  await write
    .updateTable('mail_addresses')
    .set({ confirmedAt: at, codeHash: null })
    .where('conversationId', '=', conversationId)
    .execute();
}

/**
 * Forgets the addresses that are not needed: of which no code was typed in time, and those for replies where no person is
 * waited for or has the conversation and nothing is to be sent.
 * @param at the time now, ISO 8601 in UTC
 */
export async function forgetNeedlessAddresses(store: Store, at: string): Promise<void> {
  await store
    .deleteFrom('mail_addresses')
    .where(({ and, or, eb, not, exists, selectFrom }) =>
      or([
        and([eb('confirmedAt', 'is', null), eb('codeExpiresAt', '<', at)]),
        and([
          eb('confirmedAt', 'is not', null),
          not(
            exists(
              selectFrom('conversations')
                .innerJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
                .select('conversations.id')
                .whereRef('conversations.id', '=', 'mail_addresses.conversationId')
                .where('handoffs.state', 'in', ['waiting', 'with-agent']),
            ),
          ),
          not(
            exists(
              selectFrom('mails')
                .select('mails.id')
                .whereRef('mails.conversationId', '=', 'mail_addresses.conversationId')
                .where('mails.state', '=', 'queued'),
            ),
          ),
        ]),
      ]),
    )
    .execute();
}
