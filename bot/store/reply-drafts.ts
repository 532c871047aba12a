import type { ReplyDraftRow } from './desk/note-rows.js';
import type { Store, Write } from './store.js';

// What agents typed and did not send: one for an agent and a conversation, gone with either.

/** What an agent typed for a conversation and did not send; undefined for nothing. */
export async function findReplyDraft(
  store: Store,
  conversationId: string,
  agentId: string,
): Promise<string | undefined> {
  const row = await store
    .selectFrom('reply_drafts')
    .select('text')
    .where('agentId', '=', agentId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  return row?.text;
}

/** Keeps a draft in place of the one before it. */
export async function saveReplyDraft(write: Write, row: ReplyDraftRow): Promise<void> {
  const { text, changedAt } = row;
  await write
    .insertInto('reply_drafts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['agentId', 'conversationId']).doUpdateSet({ text, changedAt }),
    )
    .execute();
}

/** Forgets a draft; nothing where there is none. */
export async function deleteReplyDraft(write: Write, conversationId: string, agentId: string): Promise<void> {
  await write
    .deleteFrom('reply_drafts')
    .where('agentId', '=', agentId)
    .where('conversationId', '=', conversationId)
    .execute();
}
