import type { ChannelConversation } from '../../../bot/contracts/channels.js';
import type { FileRoom, Files } from '../../../bot/contracts/files.js';
import { channelErrors } from '../../errors.js';

/**
 * Promises room for files that are coming in.
 * @throws UPLOADS_USED_UP, STORAGE_SHORT
 */
export async function requireRoom(
  files: Pick<Files, 'reserve'>,
  of: ChannelConversation,
  bytes: number,
): Promise<Extract<FileRoom, { kind: 'promised' }>> {
  const room = await files.reserve(of, bytes);
  if (room.kind === 'promised') return room;
  if (room.because !== 'conversation') throw channelErrors.STORAGE_SHORT({});
  const { megabytes } = room;
  throw channelErrors.UPLOADS_USED_UP({ of: 'conversation', megabytes, setting: 'FILES_CONVERSATION_MB' });
}
