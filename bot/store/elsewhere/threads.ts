import type { DeskPost, DeskThread } from '../../contracts/elsewhere/desk-elsewhere.js';
import type { Store, Write } from '../store.js';

/** The newest of a conversation's messages that agents said elsewhere; older ones are shown no more. */
const MOST_SAID = 1_000;

/** The thread of the hand-off that a conversation has now, begun where there is none; null where it has no hand-off. */
export async function beginThread(
  write: Write,
  channelId: string,
  conversationId: string,
): Promise<DeskThread | null> {
  const current = await write
    .selectFrom('conversations')
    .select('handoffId')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (!current?.handoffId) return null;
  const { handoffId } = current;
  await write
    .insertInto('desk_threads')
    .values({
      handoffId,
      channelId,
      conversationId,
      threadId: null,
      rootId: null,
      shown: '',
      fromId: null,
      endedAt: null,
    })
    .onConflict((conflict) => conflict.column('handoffId').doNothing())
    .execute();
  const thread = await threadQuery(write, channelId)
    .where('desk_threads.handoffId', '=', handoffId)
    .executeTakeFirst();
  return thread ? toThread(thread) : null;
}

/** The thread of the hand-off that a conversation has now; null where none was begun. */
export async function findThread(
  store: Store,
  channelId: string,
  conversationId: string,
): Promise<DeskThread | null> {
  const row = await threadQuery(store, channelId)
    .where('desk_threads.conversationId', '=', conversationId)
    .whereRef('conversations.handoffId', '=', 'desk_threads.handoffId')
    .executeTakeFirst();
  return row ? toThread(row) : null;
}

export async function findThreadFrom(
  store: Store,
  channelId: string,
  rootId: string,
): Promise<DeskThread | null> {
  const row = await threadQuery(store, channelId)
    .where('desk_threads.rootId', '=', rootId)
    .executeTakeFirst();
  return row ? toThread(row) : null;
}

/** Threads of one batch: those of conversations that are gone. */
const BATCH = 20;

/** @param conversationId null for those whose conversation is gone, some at a time */
export async function findOpenThreads(
  store: Store,
  channelId: string,
  conversationId: string | null,
): Promise<DeskThread[]> {
  const query = threadQuery(store, channelId);
  const rows =
    conversationId === null
      ? await query.where('desk_threads.conversationId', 'is', null).limit(BATCH).execute()
      : await query
          .where('desk_threads.conversationId', '=', conversationId)
          .where('desk_threads.endedAt', 'is', null)
          .execute();
  return rows.map(toThread);
}

export async function conversationsWithThreads(store: Store, channelId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('desk_threads')
    .select('conversationId')
    .where('channelId', '=', channelId)
    .where('endedAt', 'is', null)
    .where('conversationId', 'is not', null)
    .execute();
  return rows.flatMap(({ conversationId }) => conversationId ?? []);
}

export async function updateThread(
  store: Store,
  handoffId: string,
  change: Partial<Pick<DeskThread, 'threadId' | 'rootId' | 'shown' | 'fromId' | 'endedAt'>>,
): Promise<void> {
  await store.updateTable('desk_threads').set(change).where('handoffId', '=', handoffId).execute();
}

/** Forgets a thread; its posts go with it. */
export async function deleteThread(store: Store, handoffId: string): Promise<void> {
  await store.deleteFrom('desk_threads').where('handoffId', '=', handoffId).execute();
}

export function findPosts(store: Store, handoffId: string): Promise<DeskPost[]> {
  return store
    .selectFrom('desk_posts')
    .select(['handoffId', 'key', 'words', 'activityId', 'shown'])
    .where('handoffId', '=', handoffId)
    .orderBy('place')
    .execute();
}

/** Adds a post behind the others of its thread; one whose key is there stays as it is. */
export async function insertPost(
  write: Write,
  { handoffId, key, words }: Pick<DeskPost, 'handoffId' | 'key' | 'words'>,
): Promise<void> {
  const last = await write
    .selectFrom('desk_posts')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('handoffId', '=', handoffId)
    .executeTakeFirst();
  await write
    .insertInto('desk_posts')
    .values({ handoffId, key, words, place: (last?.place ?? 0) + 1, activityId: null, shown: '' })
    .onConflict((conflict) => conflict.columns(['handoffId', 'key']).doNothing())
    .execute();
}

export async function updatePost(
  store: Store,
  handoffId: string,
  key: string,
  change: Partial<Pick<DeskPost, 'activityId' | 'shown'>>,
): Promise<void> {
  await store
    .updateTable('desk_posts')
    .set(change)
    .where('handoffId', '=', handoffId)
    .where('key', '=', key)
    .execute();
}

/** Ids of the newest messages of a conversation that agents said under keys with this beginning. */
export async function saidUnderKeys(
  store: Store,
  conversationId: string,
  keyBegin: string,
): Promise<ReadonlySet<string>> {
  const rows = await store
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('replyKey', 'like', `${keyBegin}%`)
    .orderBy('sequence', 'desc')
    .limit(MOST_SAID)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function threadQuery(store: Store, channelId: string) {
  return store
    .selectFrom('desk_threads')
    .leftJoin('conversations', 'conversations.id', 'desk_threads.conversationId')
    .select([
      'desk_threads.handoffId',
      'desk_threads.conversationId',
      'desk_threads.threadId',
      'desk_threads.rootId',
      'desk_threads.shown',
      'desk_threads.fromId',
      'desk_threads.endedAt',
      'conversations.handoffId as currentId',
    ])
    .where('desk_threads.channelId', '=', channelId);
}

function toThread({
  currentId,
  ...row
}: Omit<DeskThread, 'isCurrent'> & { readonly currentId: string | null }): DeskThread {
  return { ...row, isCurrent: currentId === row.handoffId };
}
