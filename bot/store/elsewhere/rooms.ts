import type { DeskRoom } from '../../contracts/elsewhere/desk-elsewhere.js';
import type { Store, Write } from '../store.js';

export async function findRoom(store: Store, channelId: string): Promise<DeskRoom | null> {
  const row = await store
    .selectFrom('desk_rooms')
    .selectAll()
    .where('channelId', '=', channelId)
    .executeTakeFirst();
  return row ? { ...row, hearsAll: row.hearsAll === 1 } : null;
}

export async function replaceRoom(write: Write, room: DeskRoom): Promise<void> {
  await write.deleteFrom('desk_rooms').where('channelId', '=', room.channelId).execute();
  await write
    .insertInto('desk_rooms')
    .values({ ...room, hearsAll: room.hearsAll ? 1 : 0 })
    .execute();
}

export async function updateRoom(
  store: Store,
  channelId: string,
  { hearsAll, ...change }: Partial<Pick<DeskRoom, 'hearsAll' | 'queueCardId' | 'queueShown'>>,
): Promise<void> {
  await store
    .updateTable('desk_rooms')
    .set({ ...change, ...(hearsAll === undefined ? {} : { hearsAll: hearsAll ? 1 : 0 }) })
    .where('channelId', '=', channelId)
    .execute();
}

/**
 * Leaves a room: what it shows belongs to no conversation any more and has to go from there, the queue's message as well. The
 * hand-offs are free for threads elsewhere.
 */
export async function leaveRoom(write: Write, { channelId, queueCardId }: DeskRoom, queueThreadId: string) {
  await write
    .deleteFrom('desk_threads')
    .where('channelId', '=', channelId)
    .where('rootId', 'is', null)
    .execute();
  await write
    .updateTable('desk_threads')
    .set({ conversationId: null })
    .where('channelId', '=', channelId)
    .execute();
  const left = await write
    .selectFrom('desk_threads')
    .select(['handoffId', 'rootId'])
    .where('channelId', '=', channelId)
    .where('handoffId', 'not like', 'left-%')
    .execute();
  for (const { handoffId, rootId } of left)
    await write
      .updateTable('desk_threads')
      .set({ handoffId: `left-${rootId}` })
      .where('handoffId', '=', handoffId)
      .execute();
  if (queueCardId === null) return;
  await write
    .insertInto('desk_threads')
    .values({
      handoffId: `left-${queueCardId}`,
      channelId,
      conversationId: null,
      threadId: queueThreadId,
      rootId: queueCardId,
      shown: '',
      fromId: null,
      endedAt: null,
    })
    .onConflict((conflict) => conflict.column('handoffId').doNothing())
    .execute();
}
