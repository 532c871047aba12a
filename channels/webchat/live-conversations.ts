import type { Activity, WebchatStore } from '../../bot/contracts.js';
import type { Clock } from '../../index/platform/clock.js';
import type { LiveSocket } from '../sockets.js';
import type { IdentifiedActivity } from './incoming-activity.js';

/** What is said in conversations now: written down first, then brought to every open socket, in one order for all. */
export interface LiveConversations {
  /** Stores an activity, once for each id, and pushes it where it is new; resolves with it when it is stored. */
  append(conversationId: string, activity: IdentifiedActivity): Promise<IdentifiedActivity>;
  /** Pushes what nobody needs to see later, such as typing: not stored and without watermark. */
  pushOnly(conversationId: string, activity: IdentifiedActivity): Promise<IdentifiedActivity>;
  /** Sends a socket all that was stored after `sequence`, then keeps it up to date until it closes. */
  join(conversationId: string, socket: LiveSocket, sequence: number): Promise<void>;
}

interface Line {
  readonly sockets: Set<LiveSocket>;
  /** Ends when the work on this conversation has: the next piece waits for it. */
  tail: Promise<unknown>;
  pending: number;
}

const REPLAY_CHUNK = 100;
const MAX_SOCKETS = 10;
/** A client that leaves this much untaken is gone or stuck; it reconnects with its watermark and loses nothing. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

/**
 * Keeps the open sockets of conversations. Work on one conversation runs one piece after the other, so that the order
 * of timestamps, sequence numbers and pushes is the same, and a socket that joins misses nothing and sees nothing twice.
 */
export function createLiveConversations(store: WebchatStore, clock: Clock): LiveConversations {
  const lines = new Map<string, Line>();
  const nextTimestamp = createTicker(clock);

  function serially<Result>(conversationId: string, task: (line: Line) => Promise<Result>): Promise<Result> {
    const line = lines.get(conversationId) ?? { sockets: new Set(), tail: Promise.resolve(), pending: 0 };
    lines.set(conversationId, line);
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
    if (line.pending === 0 && line.sockets.size === 0) lines.delete(conversationId);
  }

  return {
    append: (conversationId, activity) =>
      serially(conversationId, async (line) => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        const { sequence, isNew } = await store.append(conversationId, stamped);
        if (isNew) push(line, frame(stamped, sequence));
        return stamped;
      }),
    pushOnly: (conversationId, activity) =>
      serially(conversationId, async (line) => {
        const stamped = { ...activity, timestamp: nextTimestamp() };
        push(line, frame(stamped));
        return stamped;
      }),
    join: (conversationId, socket, sequence) =>
      serially(conversationId, async (line) => {
        let isClosed = false;
        socket.onClose(() => {
          isClosed = true;
          line.sockets.delete(socket);
          forgetIfIdle(conversationId, line);
        });
        await replay(store, conversationId, socket, sequence);
        if (isClosed) return;
        makeRoom(line);
        line.sockets.add(socket);
      }),
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

/** One frame for each activity: DirectLineJS spreads a longer one over time and lets later frames overtake it. */
async function replay(
  store: WebchatStore,
  conversationId: string,
  socket: LiveSocket,
  sequence: number,
): Promise<void> {
  let seen = sequence;
  for (;;) {
    const rows = await store.after(conversationId, seen, REPLAY_CHUNK);
    for (const row of rows) socket.send(frame(row.activity, row.sequence));
    const last = rows.at(-1);
    if (!last) return;
    seen = last.sequence;
  }
}

/** What a stream sends (Direct Line 3.0, "ActivitySet"); without a number it leaves the client's watermark as it is. */
function frame(activity: Activity, sequence?: number): string {
  const watermark = sequence === undefined ? {} : { watermark: String(sequence) };
  return JSON.stringify({ activities: [activity], ...watermark });
}

function push(line: Line, text: string): void {
  for (const socket of line.sockets) {
    if (socket.bufferedBytes() > MAX_BUFFERED_BYTES) socket.close(1013, 'too slow');
    else socket.send(text);
  }
}

function makeRoom(line: Line): void {
  const [oldest] = line.sockets;
  if (oldest && line.sockets.size >= MAX_SOCKETS) oldest.close(1000, 'too many windows');
}
