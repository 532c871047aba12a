import type { Store, Write } from '../store.js';
import type { AnswerDraftRow } from './draft-row.js';

/** Replies that are taken together as the answer. */
const MOST_REPLIES = 20;

/** The oldest first. */
export function waitingDrafts(store: Store, most: number): Promise<AnswerDraftRow[]> {
  return store
    .selectFrom('answer_drafts')
    .selectAll()
    .orderBy('createdAt')
    .orderBy('id')
    .limit(most)
    .execute();
}

export function findDraft(store: Store, id: string): Promise<AnswerDraftRow | undefined> {
  return store.selectFrom('answer_drafts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps a draft in place of the one that its conversation has; false where there are `most` of others. */
export async function keepDraftRow(write: Write, row: AnswerDraftRow, most: number): Promise<boolean> {
  await removeDraftOf(write, row.conversationId);
  const { count } = await write
    .selectFrom('answer_drafts')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) return false;
  await write.insertInto('answer_drafts').values(row).execute();
  return true;
}

/** False where it is gone already. */
export async function removeDraft(write: Store | Write, id: string): Promise<boolean> {
  const { numDeletedRows } = await write.deleteFrom('answer_drafts').where('id', '=', id).executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

async function removeDraftOf(write: Write, conversationId: string): Promise<void> {
  await write.deleteFrom('answer_drafts').where('conversationId', '=', conversationId).execute();
}

/** What a hand-off was about, and what its agent said from when they took it on, the oldest first. */
export async function saidInHandoff(
  store: Store,
  {
    conversationId,
    handoffId,
    agentId,
  }: Readonly<Record<'conversationId' | 'handoffId' | 'agentId', string>>,
): Promise<{ readonly question: string; readonly replies: readonly string[] }> {
  const handoff = await store
    .selectFrom('handoffs')
    .select(['question', 'claimedAt'])
    .where('id', '=', handoffId)
    .executeTakeFirst();
  const rows = await store
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', conversationId)
    .where('speakerKind', '=', 'agent')
    .where('agentId', '=', agentId)
    .where('createdAt', '>=', handoff?.claimedAt ?? '')
    .orderBy('sequence', 'desc')
    .limit(MOST_REPLIES)
    .execute();
  return { question: handoff?.question ?? '', replies: rows.map(({ text }) => text).reverse() };
}
