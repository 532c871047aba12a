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
