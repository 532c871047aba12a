import type { Store } from './store.js';

const DAY_MS = 86_400_000;

/**
 * Deletes every conversation in which nothing happened for `days` days, with its messages, turns, hand-offs, timers, drafts
 * of replies, notes, words in the search index and web chat copy, and sessions, invitations and links to a new password that have ended. Feedback stays: it
 * holds no text and loses its link.
 * @returns how many conversations went
 */
export async function deleteExpired(store: Store, days: number, now: Date): Promise<number> {
  const before = expiryDate(days, now).toISOString();
  return store.transaction().execute(async (write) => {
    const { numDeletedRows } = await write
      .deleteFrom('conversations')
      .where('lastActivityAt', '<', before)
      .executeTakeFirst();
    await write.deleteFrom('webchat_conversations').where('lastActivityAt', '<', before).execute();
    await write.deleteFrom('sessions').where('expiresAt', '<', now.toISOString()).execute();
    await write.deleteFrom('password_resets').where('expiresAt', '<', now.toISOString()).execute();
    await write.deleteFrom('link_codes').where('expiresAt', '<', now.toISOString()).execute();
    await write.deleteFrom('invitations').where('expiresAt', '<', before).execute();
    return Number(numDeletedRows);
  });
}

/** Forgets which answers helped before a time. @param before ISO 8601 in UTC */
export async function forgetFeedbackBefore(store: Store, before: string): Promise<void> {
  await store.deleteFrom('feedback').where('createdAt', '<', before).execute();
}

/** What happened last before this is past its date. */
export function expiryDate(days: number, now: Date): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
