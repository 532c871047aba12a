import type { DeskRoom } from '../../contracts/desk-elsewhere.js';
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

/** Deletes a room; its threads go with {@link deleteThreadsIn}. */
export async function deleteRoom(write: Write, channelId: string): Promise<void> {
  await write.deleteFrom('desk_rooms').where('channelId', '=', channelId).execute();
}

/** Forgets the threads of a room, with their posts. */
export async function deleteThreadsIn(write: Write, channelId: string): Promise<void> {
  await write.deleteFrom('desk_threads').where('channelId', '=', channelId).execute();
}
