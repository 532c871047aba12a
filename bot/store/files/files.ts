import type { ChannelConversation } from '../../contracts/channels.js';
import type { Store, Write } from '../store.js';
import type { FileRow } from './file-rows.js';

// Rows of files; their bytes lie in a folder (`bot/files`), under the row's id. Rows go first: bytes without one are swept.

/** Adds files that lie in the folder already. */
export async function insertFiles(write: Write, rows: readonly FileRow[]): Promise<void> {
  if (rows.length > 0) await write.insertInto('files').values(rows).execute();
}

/** A file whose conversation is there; null where either is gone. */
export async function findFile(store: Store, id: string): Promise<FileRow | null> {
  const row = await store.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst();
  return row && (await isConversationThere(store, row)) ? row : null;
}

/** All files of a conversation, the oldest first: what its customer sent and what agents sent or meant to send. */
export async function filesOfConversation(store: Store, of: ChannelConversation): Promise<FileRow[]> {
  return store
    .selectFrom('files')
    .selectAll()
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .orderBy('createdAt')
    .execute();
}

/** Files that an agent chose for a conversation and did not send yet, those of `ids` alone. */
export async function unsaidFiles(
  store: Store,
  of: ChannelConversation,
  agentId: string,
  ids: readonly string[],
): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return store
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', ids)
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .where('agentId', '=', agentId)
    .where('isSaid', '=', 0)
    .execute();
}

/** Marks files as part of a message. */
export async function markFilesSaid(write: Write, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await write.updateTable('files').set({ isSaid: 1 }).where('id', 'in', ids).execute();
}

/** How much is kept. */
interface FileSums {
  readonly files: number;
  readonly bytes: number;
}

/** How many files there are, and their bytes: of a conversation, or in all. */
export async function sumOfFiles(store: Store, of: ChannelConversation | null): Promise<FileSums> {
  let query = store
    .selectFrom('files')
    .select(({ fn }) => [fn.countAll().as('files'), fn.sum('bytes').as('bytes')]);
  if (of) {
    query = query
      .where('channelId', '=', of.channelId)
      .where('channelConversationId', '=', of.conversationId);
  }
  const sums = await query.executeTakeFirstOrThrow();
  return { files: Number(sums.files), bytes: Number(sums.bytes ?? 0) };
}

/** Deletes files by their ids. */
export async function deleteFiles(write: Write, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await write.deleteFrom('files').where('id', 'in', ids).execute();
}

/** Deletes all files of a conversation. */
export async function deleteFilesOfConversation(store: Store, of: ChannelConversation): Promise<void> {
  await store
    .deleteFrom('files')
    .where('channelId', '=', of.channelId)
    .where('channelConversationId', '=', of.conversationId)
    .execute();
}

/**
 * Deletes files whose conversation is gone, whoever deleted it, and those that were chosen and never said.
 * @param unsaidBefore ISO 8601 in UTC
 * @returns their ids
 */
export async function deleteEndedFiles(write: Write, unsaidBefore: string): Promise<string[]> {
  const unsaid = await write
    .deleteFrom('files')
    .where('isSaid', '=', 0)
    .where('createdAt', '<', unsaidBefore)
    .returning('id')
    .execute();
  const left = await write
    .deleteFrom('files')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversations')
            .select('conversations.id')
            .whereRef('conversations.channelId', '=', 'files.channelId')
            .whereRef('conversations.channelConversationId', '=', 'files.channelConversationId'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webchat_conversations')
            .select('webchat_conversations.id')
            .whereRef('webchat_conversations.id', '=', 'files.channelConversationId'),
        ),
      ),
    )
    .returning('id')
    .execute();
  return [...unsaid, ...left].map(({ id }) => id);
}

/** Which of these ids are files. */
export async function knownFileIds(store: Store, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await store.selectFrom('files').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The web chat knows a conversation before the bot does. */
async function isConversationThere(
  store: Store,
  { channelId, channelConversationId }: Pick<FileRow, 'channelId' | 'channelConversationId'>,
): Promise<boolean> {
  const known = await store
    .selectFrom('conversations')
    .select('id')
    .where('channelId', '=', channelId)
    .where('channelConversationId', '=', channelConversationId)
    .executeTakeFirst();
  if (known) return true;
  const chat = await store
    .selectFrom('webchat_conversations')
    .select('id')
    .where('id', '=', channelConversationId)
    .executeTakeFirst();
  return chat !== undefined;
}
