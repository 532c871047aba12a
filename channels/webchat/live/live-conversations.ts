import type { WebchatRoom, WebchatStore } from '../../../bot/contracts.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { LiveSocket } from '../../server/sockets.js';
import { type Follower, frame, hasTaken, sendNow, sendPage } from './follower.js';
import type { IdentifiedActivity } from './incoming-activity.js';

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
   * Sends a socket all that was stored after `sequence`, page by page as it takes them, then keeps it up to date until it
   * closes. Resolves when it has caught up or closed.
   */
  join(conversationId: string, socket: LiveSocket, sequence: number): Promise<void>;
}

export interface LiveOptions {
  readonly store: WebchatStore;
  readonly clock: Clock;
  /** How long a socket may take for what it was sent, in milliseconds, before it is ended. */
  readonly patienceMs: number;
  readonly log: Log;
}

interface Line {
  readonly followers: Set<Follower>;
  /** Ends when the work on this conversation has: the next piece waits for it. */
  tail: Promise<unknown>;
  pending: number;
}

const MAX_SOCKETS = 10;

/**
 * Keeps the open sockets of conversations. Work on one conversation runs one piece after the other, so that the order
 * of timestamps, sequence numbers and pushes is the same, and a socket that joins misses nothing and sees nothing twice.
 * Nobody waits for a socket that reads slowly: it gets the rest from the store when it has taken what it was sent.
 */
export function createLiveConversations(options: LiveOptions): LiveConversations {
  const { store, patienceMs, log } = options;
  const lines = new Map<string, Line>();
  const nextTimestamp = createTicker(options.clock);

  function lineOf(conversationId: string): Line {
    const line = lines.get(conversationId) ?? { followers: new Set(), tail: Promise.resolve(), pending: 0 };
    lines.set(conversationId, line);
    return line;
  }

  function serially<Result>(conversationId: string, task: (line: Line) => Promise<Result>): Promise<Result> {
    const line = lineOf(conversationId);
    line.pending += 1;
    const result = line.tail.then(() => task(line));
    line.tail = result
      .catch(() => {}) // Told to whoever asked for it; the next piece runs all the same.
      .then(() => {
        line.pending -= 1;
        forgetIfIdle(conversationId, line);
      });
    return result;
  }

  function forgetIfIdle(conversationId: string, line: Line): void {
    const isIdle = line.pending === 0 && line.followers.size === 0;
    if (isIdle && lines.get(conversationId) === line) lines.delete(conversationId);
  }

  function push(conversationId: string, line: Line, text: string, sequence?: number): void {
    for (const follower of line.followers) {
      if (!sendNow(follower, text, sequence)) void catchUp(conversationId, follower);
    }
  }

  /** Brings a follower to the end of the conversation, waiting for it and for nobody else; never rejects. */
  async function catchUp(conversationId: string, follower: Follower): Promise<void> {
    try {
      while (!follower.isClosed) {
        // Also before the first page: one that fell behind has enough to take.
        if (!(await hasTaken(follower, patienceMs))) {
          log.debug('a window was ended, because it took nothing', { conversationId, patienceMs });
          return follower.socket.end();
        }
        if (await serially(conversationId, () => sendPage(store, conversationId, follower))) return;
      }
    } catch (error) {
      // It comes back with its watermark.
      log.error('a stream could not be replayed', { conversationId, error });
      follower.socket.close(1011, 'the conversation could not be read');
    }
  }

  return {
    append: (conversationId, activity, room) =>
      serially(conversationId, async (line) => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        const { sequence, isNew } = await store.append(conversationId, stamped, room);
        if (isNew) push(conversationId, line, frame(stamped, sequence), sequence);
        return stamped;
      }),
    pushOnly: (conversationId, activity) =>
      serially(conversationId, async (line) => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        push(conversationId, line, frame(stamped));
        return stamped;
      }),
    async join(conversationId, socket, sequence) {
      const line = lineOf(conversationId);
      const follower: Follower = { socket, seen: sequence, isLive: false, isClosed: false };
      makeRoom(line);
      line.followers.add(follower);
      socket.onClose(() => {
        follower.isClosed = true;
        line.followers.delete(follower);
        forgetIfIdle(conversationId, line);
      });
      await catchUp(conversationId, follower);
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

function makeRoom(line: Line): void {
  const [oldest] = line.followers;
  if (!oldest || line.followers.size < MAX_SOCKETS) return;
  line.followers.delete(oldest);
  if (oldest.socket.bufferedBytes() > 0) oldest.socket.end();
  else oldest.socket.close(1000, 'too many windows');
}
