import type { ChannelConversation } from '../contracts/channels.js';
import type { FileRoom, Files } from '../contracts/files.js';
import { sumOfFiles } from '../store/files/files.js';
import type { Store } from '../store/store.js';
import type { FileFolder } from './file-folder.js';

/** Megabytes of files: of one conversation, and in all. */
export interface FileBounds {
  readonly conversationMb: number;
  readonly totalMb: number;
}

const MEGABYTE = 1_024 * 1_024;
/** A conversation with so many has no need of more; each costs a row and a file of the disk. */
const MOST_FILES = 500;
/** What files leave free for the databases on the same disk. */
const KEPT_FREE_BYTES = 200 * MEGABYTE;

/** Promises room by what the store holds and what is coming in, so that files that come at once share it. */
export function createFileRoom(
  store: Store,
  folder: Pick<FileFolder, 'freeBytes' | 'ready'>,
  limits: FileBounds,
): Files['reserve'] {
  const ofConversations = new Map<string, number>();
  let inAll = 0;

  function add(key: string, bytes: number): void {
    inAll += bytes;
    const sum = (ofConversations.get(key) ?? 0) + bytes;
    if (sum > 0) ofConversations.set(key, sum);
    else ofConversations.delete(key);
  }

  /** Why there is no room for what was counted already; null where there is. */
  async function refusal(of: ChannelConversation, key: string): Promise<FileRoom | null> {
    await folder.ready();
    const own = await sumOfFiles(store, of);
    const isFull = own.bytes + (ofConversations.get(key) ?? 0) > limits.conversationMb * MEGABYTE;
    if (isFull || own.files >= MOST_FILES)
      return { kind: 'none', because: 'conversation', megabytes: limits.conversationMb };
    if ((await sumOfFiles(store, null)).bytes + inAll > limits.totalMb * MEGABYTE)
      return { kind: 'none', because: 'all', megabytes: limits.totalMb };
    const isShort = (await folder.freeBytes()) - inAll < KEPT_FREE_BYTES;
    return isShort ? { kind: 'none', because: 'disk', megabytes: 0 } : null;
  }

  return async (of, bytes) => {
    const key = JSON.stringify([of.channelId, of.conversationId]);
    let isSettled = false;
    const settle = () => {
      if (!isSettled) add(key, -bytes);
      isSettled = true;
    };
    // Counted before it is asked, so that two at once are not given the same room.
    add(key, bytes);
    try {
      const refused = await refusal(of, key);
      if (!refused) return { kind: 'promised', settle };
      settle();
      return refused;
    } catch (error) {
      settle();
      throw error;
    }
  };
}
