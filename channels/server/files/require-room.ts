import type { ChannelConversation } from '../../../bot/contracts/channels.js';
import type { FileRoom, Files } from '../../../bot/contracts/files.js';
import { channelErrors } from '../../errors.js';
import type { Request } from '../http.js';

/**
 * What a request says of its length; the most that is taken where it says nothing.
 * @throws BODY_TOO_LARGE
 */
export function expectedBytes(request: Request, most: number): number {
  const length = Number(request.headers['content-length'] ?? most);
  if (length > most) throw channelErrors.BODY_TOO_LARGE({ limit: `${most / 1_024 / 1_024} MB` });
  return length;
}

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
