import type { Store, Write } from '../store.js';
import type { MailState, RunMailRow } from './mail-tables.js';

/** The last mail about a run; null for none. */
export async function newestRunMail(store: Store): Promise<RunMailRow | null> {
  const row = await store
    .selectFrom('run_mails')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes a mail down in place of all that were there: what they told of is over, or is in this one. */
export async function replaceRunMails(write: Write, row: RunMailRow): Promise<void> {
  await write.deleteFrom('run_mails').execute();
  await write.insertInto('run_mails').values(row).execute();
}

/** Notes that what a mail tells of is over: it is not sent any more. */
export async function endRunMail(store: Store, id: string, at: string): Promise<void> {
  await store
    .updateTable('run_mails')
    .set((expression) => ({
      endedAt: at,
      state: expression
        .case()
        .when('state', '=', 'queued')
        .then<MailState>('dropped')
        .else(expression.ref('state'))
        .end(),
    }))
    .where('id', '=', id)
    .execute();
}

/** Notes what became of an attempt. */
export async function settleRunMail(
  store: Store,
  id: string,
  changes: Partial<Pick<RunMailRow, 'state' | 'attempts' | 'nextAttemptAt'>>,
): Promise<void> {
  await store.updateTable('run_mails').set(changes).where('id', '=', id).execute();
}
