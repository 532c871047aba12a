import type { Activity } from '../../../bot/contracts/activities.js';
import type { WebchatRoom, WebchatStore } from '../../../bot/contracts/webchat.js';
import { BoundedMap } from '../../../index/platform/bounded-map.js';
import type { Clock } from '../../../index/platform/clock.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { Log } from '../../../index/platform/log.js';
import type { LiveSocket } from '../../server/sockets.js';
import { type Follower, frame, hasTaken, sendNow, sendPage } from './follower.js';
import type { IdentifiedActivity } from './incoming-activity.js';
import { hasFiles, type ShowFiles } from './show-files.js';

/** What is said in conversations now: written down first, then brought to every open socket, in one order for all. */
export interface LiveConversations {
  /**
   * Stores an activity, once for each id, and pushes it where it is new; resolves with it when it is stored.
   * @throws WEBCHAT_CONVERSATION_FULL where `room` is given and used up
   */
  append(
    conversationId: string,
    activity: IdentifiedActivity,
    room?: WebchatRoom,
  ): Promise<IdentifiedActivity>;
  /** Pushes what nobody needs to see later, such as typing: not stored and without watermark. */
  pushOnly(conversationId: string, activity: IdentifiedActivity): Promise<IdentifiedActivity>;
  /**
   * Pushes a sign that holds until the next one of its conversation: not stored, and shown to every window that opens later as
   * long as the server remembers it.
   */
  pushSign(conversationId: string, activity: IdentifiedActivity): Promise<void>;
  /**
   * Sends a socket all that was stored after `sequence`, page by page as it takes them, then keeps it up to date until it
   * closes. Resolves when it has caught up or closed.
   */
  join(conversationId: string, socket: LiveSocket, sequence: number, base: string): Promise<void>;
}

interface LiveOptions {
  readonly store: WebchatStore;
  readonly clock: Clock;
  readonly showFiles: ShowFiles;
  /** How long a socket may take for what it was sent, in milliseconds, before it is ended. */
  readonly patienceMs: number;
  /** Told when the first window of a conversation opens, and when the last is closed. */
  readonly onWindow?: (conversationId: string, state: 'open' | 'closed') => void;
  readonly log: Log;
}

const MAX_SOCKETS = 10;
/** Conversations of which the newest sign is remembered. */
const MOST_SIGNS = 10_000;

/**
 * Keeps the open sockets of conversations. Work on one conversation runs one piece after the other, so that the order
 * of timestamps, sequence numbers and pushes is the same, and a socket that joins misses nothing and sees nothing twice.
 * Nobody waits for a socket that reads slowly: it gets the rest from the store when it has taken what it was sent.
 */
export function createLiveConversations(options: LiveOptions): LiveConversations {
  const { store, patienceMs, log } = options;
  const lanes = createLanes();
  const windows = new Map<string, Set<Follower>>();
  const signs = new BoundedMap<string, Activity>(MOST_SIGNS);
  const nextTimestamp = createTicker(options.clock);

  function push(conversationId: string, activity: Activity, sequence?: number): void {
    const plain = hasFiles(activity) ? null : frame(activity, sequence);
    for (const follower of windows.get(conversationId) ?? []) {
      const text = plain ?? frame(follower.show(activity), sequence);
      if (!sendNow(follower, text, sequence)) void catchUp(conversationId, follower);
    }
  }

  /** Brings a follower to the end of the conversation, waiting for it and for nobody else; never rejects. */
  async function catchUp(conversationId: string, follower: Follower): Promise<void> {
    try {
      while (!follower.isClosed) {
        // Also before the first page: one that fell behind has enough to take.
        if (!(await hasTaken(follower, patienceMs))) {
          log.debug('A window was ended, because it took nothing.', { conversationId, patienceMs });
          return follower.socket.end();
        }
        if (await lanes.serially(conversationId, () => sendPage(store, conversationId, follower))) return;
      }
    } catch (error) {
      // It comes back with its watermark.
      log.error('A stream could not be replayed.', { conversationId, error });
      follower.socket.close(1011, 'the conversation could not be read');
    }
  }

  return {
    append: (conversationId, activity, room) =>
      lanes.serially(conversationId, async () => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        const { sequence, isNew } = await store.append(conversationId, stamped, room);
        if (isNew) push(conversationId, stamped, sequence);
        return stamped;
      }),
    pushOnly: (conversationId, activity) =>
      lanes.serially(conversationId, async () => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        push(conversationId, stamped);
        return stamped;
      }),
    pushSign: (conversationId, activity) =>
      lanes.serially(conversationId, async () => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        signs.delete(conversationId);
        signs.set(conversationId, stamped);
        push(conversationId, stamped);
      }),
    async join(conversationId, socket, sequence, base) {
      const followers = windows.get(conversationId) ?? new Set();
      const show = (activity: Activity) => options.showFiles(activity, conversationId, base);
      const follower: Follower = { socket, show, seen: sequence, isLive: false, isClosed: false };
      windows.set(conversationId, followers);
      makeRoom(followers);
      followers.add(follower);
      if (followers.size === 1) options.onWindow?.(conversationId, 'open');
      socket.onClose(() => {
        follower.isClosed = true;
        followers.delete(follower);
        if (followers.size > 0 || windows.get(conversationId) !== followers) return;
        windows.delete(conversationId);
        options.onWindow?.(conversationId, 'closed');
      });
      await catchUp(conversationId, follower);
      const sign = signs.get(conversationId);
      if (sign && follower.isLive && !follower.isClosed) sendNow(follower, frame(sign), undefined);
    },
  };
}

/** Timestamps that strictly increase, because Web Chat orders by them; ahead of the clock by what it stood still. */
function createTicker(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(clock.now().getTime(), last + 1);
    return new Date(last).toISOString();
  };
}

function makeRoom(followers: Set<Follower>): void {
  const [oldest] = followers;
  if (!oldest || followers.size < MAX_SOCKETS) return;
  followers.delete(oldest);
  if (oldest.socket.bufferedBytes() > 0) oldest.socket.end();
  else oldest.socket.close(1000, 'too many windows');
}
