import type { Store, Write } from '../store.js';

/** In characters; the rest of a longer comment stands in the conversation. */
const LONGEST_COMMENT = 1_000;

/** Keeps how satisfied a customer is with a hand-off that an agent closed, in place of what they said before. */
export async function saveScore(
  write: Write,
  conversationId: string,
  handoffId: string,
  { score, at }: { readonly score: number; readonly at: string },
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ score, scoredAt: at })
    .where('id', '=', handoffId)
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'solved')
    .execute();
}

/** Keeps what they say about it. */
export async function saveComment(
  write: Write,
  conversationId: string,
  handoffId: string,
  comment: string,
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ scoreComment: comment.slice(0, LONGEST_COMMENT) })
    .where('id', '=', handoffId)
    .where('conversationId', '=', conversationId)
    .where('score', 'is not', null)
    .execute();
}

/** What a customer said of the hand-offs of a conversation. */
export async function commentsIn(
  store: Store,
  conversationId: string,
): Promise<{ id: string; comment: string }[]> {
  const rows = await store
    .selectFrom('handoffs')
    .select(['id', 'scoreComment'])
    .where('conversationId', '=', conversationId)
    .where('scoreComment', 'is not', null)
    .execute();
  return rows.map(({ id, scoreComment }) => ({ id, comment: scoreComment ?? '' }));
}

/** Forgets what was said of a hand-off; the score stays. */
export async function forgetComment(write: Write, handoffId: string): Promise<void> {
  await write.updateTable('handoffs').set({ scoreComment: null }).where('id', '=', handoffId).execute();
}
