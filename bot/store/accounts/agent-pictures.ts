import type { AgentPictureRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';

/** Keeps a picture in place of the one that its agent had, whose address leads nowhere from then on. */
export async function replacePicture(write: Write, row: AgentPictureRow): Promise<void> {
  await deletePicture(write, row.agentId);
  await write.insertInto('agent_pictures').values(row).execute();
}

export async function deletePicture(write: Write, agentId: string): Promise<void> {
  await write.deleteFrom('agent_pictures').where('agentId', '=', agentId).execute();
}

export function findPicture(
  on: Store,
  id: string,
): Promise<Pick<AgentPictureRow, 'contentType' | 'bytes'> | undefined> {
  return on
    .selectFrom('agent_pictures')
    .select(['contentType', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The id of the picture that an agent has; null for none. */
export async function pictureIdOf(on: Store | Write, agentId: string): Promise<string | null> {
  const row = await on
    .selectFrom('agent_pictures')
    .select('id')
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return row?.id ?? null;
}
