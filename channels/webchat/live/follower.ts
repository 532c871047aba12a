import type { Activity } from '../../../bot/contracts/activities.js';
import type { WebchatStore } from '../../../bot/contracts/webchat.js';
import type { LiveSocket } from '../../server/sockets.js';

/** An open socket and how far it is: what was said after `seen` it has still to be sent. */
export interface Follower {
  readonly socket: LiveSocket;
  /** Gives an activity the addresses of its files, for this reader. */
  readonly show: (activity: Activity) => Activity;
  seen: number;
  /** Whether it has everything, so that what is said next can be sent to it at once. */
  isLive: boolean;
  isClosed: boolean;
}

/** What a socket is sent before it has to take it: a page of this size, or one activity that is larger. */
const PAGE_BYTES = 64 * 1_024;
const PAGE_ACTIVITIES = 100;

/**
 * Sends a follower the next page of what it has not seen, and makes it live where that is the end. Nothing may be added
 * to the conversation meanwhile, or it would be missed.
 * @returns whether there is nothing more to send
 */
export async function sendPage(
  store: WebchatStore,
  conversationId: string,
  follower: Follower,
): Promise<boolean> {
  const rows = await store.after(conversationId, follower.seen, PAGE_ACTIVITIES, PAGE_BYTES);
  if (follower.isClosed) return true;
  // One frame for each activity: DirectLineJS spreads a longer one over time and lets later frames overtake it.
  for (const row of rows) {
    follower.socket.send(frame(follower.show(row.activity), row.sequence));
    follower.seen = row.sequence;
  }
  const more = rows.length === 0 ? [] : await store.after(conversationId, follower.seen, 1, 1);
  follower.isLive = more.length === 0;
  return follower.isLive;
}

/** Sends what was just said to a follower that has everything before it; false when it must catch up instead. */
export function sendNow(follower: Follower, text: string, sequence: number | undefined): boolean {
  if (!follower.isLive) return true;
  // What nobody needs to see later is not kept for one who does not read now.
  const isBehind = follower.socket.bufferedBytes() > PAGE_BYTES;
  if (isBehind && sequence === undefined) return true;
  if (isBehind) {
    follower.isLive = false;
    return false;
  }
  follower.socket.send(text);
  follower.seen = sequence ?? follower.seen;
  return true;
}

/** Waits until a follower has taken all it was sent; false when it has not within `ms` milliseconds. */
export async function hasTaken(follower: Follower, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
    timer.unref();
  });
  const result = await Promise.race([follower.socket.taken().then(() => true), patience]);
  clearTimeout(timer);
  return result;
}

/** What a stream sends (Direct Line 3.0, "ActivitySet"); without a number it leaves the client's watermark as it is. */
export function frame(activity: Activity, sequence?: number): string {
  const watermark = sequence === undefined ? {} : { watermark: String(sequence) };
  return JSON.stringify({ activities: [activity], ...watermark });
}
