import { silenceMessages } from '../messages/messages.js';
import type { Store } from '../store.js';

/** Rows that go in one transaction: some milliseconds, also with the words in the full-text index. */
const AT_ONCE = 25;

/**
 * Deletes a conversation with all that belongs to it, a few rows in a transaction: nobody else waits for more than some
 * milliseconds. What is left of it in between is less and less of it, and the next call goes on.
 */
export async function deleteConversation(store: Store, id: string): Promise<void> {
  // Not heard any more: what waits is not answered, and nothing goes out.
  await silenceMessages(store, id);
  for (const table of ['messages', 'notes', 'turns'] as const) {
    while ((await deleteSome(store, table, id)) === AT_ONCE);
  }
  // The rest is little, and goes with its conversation.
  await store.deleteFrom('conversations').where('id', '=', id).execute();
}

/** Deletes a web chat with its copy of what was said, in the same way. */
export async function deleteChat(store: Store, id: string): Promise<void> {
  for (;;) {
    const rows = await store
      .selectFrom('webchat_activities')
      .select('sequence')
      .where('conversationId', '=', id)
      .orderBy('sequence')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1)?.sequence;
    if (last === undefined) break;
    await store
      .deleteFrom('webchat_activities')
      .where('conversationId', '=', id)
      .where('sequence', '<=', last)
      .execute();
  }
  await store.deleteFrom('webchat_conversations').where('id', '=', id).execute();
}

async function deleteSome(
  store: Store,
  table: 'messages' | 'notes' | 'turns',
  conversationId: string,
): Promise<number> {
  return store.transaction().execute(async (write) => {
    const rows = await write
      .selectFrom(table)
      .select('id')
      .where('conversationId', '=', conversationId)
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await write.deleteFrom(table).where('id', 'in', ids).execute();
    return ids.length;
  });
}
