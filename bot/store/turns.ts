import type { Store, Write } from './store.js';
import type { FeedbackRow, TurnRow } from './tables.js';

export async function insertTurn(write: Write, row: TurnRow): Promise<void> {
  await write.insertInto('turns').values(row).execute();
}

/** A turn of this very conversation: ids of turns come from outside. */
export function findTurn(
  store: Store,
  conversationId: string,
  turnId: string,
): Promise<Pick<TurnRow, 'wholeQuestion' | 'itemId' | 'releaseId'> | undefined> {
  return store
    .selectFrom('turns')
    .select(['wholeQuestion', 'itemId', 'releaseId'])
    .where('id', '=', turnId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
}

/** Keeps what was said of a turn's answer; the last word counts. */
export async function keepFeedback(write: Write, row: FeedbackRow): Promise<void> {
  const { isHelpful, createdAt } = row;
  await write
    .insertInto('feedback')
    .values(row)
    .onConflict((conflict) => conflict.column('turnId').doUpdateSet({ isHelpful, createdAt }))
    .execute();
}

/** Takes back what was said of a turn's answer; tells whether anything was. */
export async function deleteFeedback(write: Write, turnId: string): Promise<boolean> {
  const { numDeletedRows } = await write
    .deleteFrom('feedback')
    .where('turnId', '=', turnId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What is kept of the words of a turn. */
export type TurnWords = Pick<TurnRow, 'id' | 'question' | 'wholeQuestion' | 'understanding'>;

/** The words of the turns that ended at a time or later, and of one that may be older. @param since ISO 8601 in UTC */
export function turnWordsSince(
  store: Store,
  conversationId: string,
  { since, turnId }: { readonly since: string; readonly turnId: string | null },
): Promise<TurnWords[]> {
  return store
    .selectFrom('turns')
    .select(['id', 'question', 'wholeQuestion', 'understanding'])
    .where('conversationId', '=', conversationId)
    .where((row) => row.or([row('createdAt', '>=', since), row('id', '=', turnId ?? '')]))
    .execute();
}

/** Forgets what was said in turns; what was decided stays. */
export async function emptyTurns(write: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await write
    .updateTable('turns')
    .set({ question: '', wholeQuestion: null, understanding: null })
    .where('id', 'in', ids)
    .execute();
}

/** Gives a turn the question as its customer has it now. */
export async function renewTurn(
  write: Write,
  id: string,
  words: Pick<TurnRow, 'question' | 'wholeQuestion'>,
): Promise<void> {
  await write.updateTable('turns').set(words).where('id', '=', id).execute();
}
