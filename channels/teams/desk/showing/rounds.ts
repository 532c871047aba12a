import type { DeskRoom } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import type { Lanes } from '../../../../index/platform/lanes.js';
import { TEAMS } from '../room-keeper.js';
import type { RoomParts } from '../room-parts.js';
import { removeLeft } from './remove-left.js';
import { createHandoffShow } from './show-hand-off.js';
import { showQueue } from './show-queue.js';
import { createTeamsOutbox } from './teams-outbox.js';

/** Minutes stand on the queue's card. */
const QUEUE_EVERY_MS = 60_000;

/** What is to be shown anew, and the rounds in which it is. */
export interface Rounds {
  /** A conversation changed; of most nothing is shown, as they are the bot's. */
  touched(conversationId: string): void;
  /** A conversation that is shown, or all of them (null), may look different. */
  changed(conversationId: string | null): void;
  /** How the queue stands, or who is there, may look different. */
  queueChanged(): void;
  /** Shows what changed, as far as it is due by the clock. */
  work(): Promise<void>;
}

/** @param lanes where what is done with one conversation is done one by one */
export function createRounds(parts: RoomParts, lanes: Lanes): Rounds {
  const { desk, elsewhere, clock, keeper, shifts } = parts;
  const { rooms } = elsewhere;
  const outbox = createTeamsOutbox(parts);
  const showHandoff = createHandoffShow(parts, outbox);
  /** Conversations that may look different; filled with all of them when the room is seen first. */
  const stale = new Set<string>();
  /** Conversations with a thread that is not at its end; null while that is to be read. */
  let threaded: Set<string> | null = null;
  let queueDueAt = 0;

  async function showOne(room: DeskRoom, conversationId: string, isQueued: boolean): Promise<void> {
    threaded?.add(conversationId);
    const isShown = await lanes.serially(conversationId, () => showHandoff(room, conversationId));
    if (!isShown) stale.add(conversationId);
    else if (!isQueued) threaded?.delete(conversationId);
  }

  /** @param due taken out of what is stale before the queue was read: what changes meanwhile is stale again */
  async function showDue(room: DeskRoom, queued: ReadonlySet<string>, due: Set<string>): Promise<void> {
    // In the order of the queue, so that who waits longest is shown first after a start.
    const inOrder = [...queued, ...[...due].filter((id) => !queued.has(id))].filter((id) => due.has(id));
    for (const id of inOrder) {
      const isOurs = queued.has(id) || threaded?.has(id) === true;
      if (isOurs && !outbox.hasRoom()) continue;
      if (isOurs) await showOne(room, id, queued.has(id));
      due.delete(id);
    }
  }

  async function showRoom(room: DeskRoom, isQueueDue: boolean, due: Set<string>): Promise<void> {
    // The desk lists others as well, such as those who waited in vain.
    const entries = (await desk.entries()).filter(
      ({ state }) => state === 'waiting' || state === 'with-agent',
    );
    const queued = new Set(entries.map(({ conversationId }) => conversationId));
    if (threaded === null) {
      threaded = new Set(await rooms.openConversations(TEAMS));
      for (const id of [...threaded, ...queued]) due.add(id);
    }
    await showDue(room, queued, due);
    // What was shown may have changed the room (whether everything is heard there).
    const again = (await keeper.current()) ?? room;
    if (isQueueDue && !(await showQueue(parts, outbox, again, entries))) queueDueAt = 0;
  }

  return {
    touched(conversationId) {
      stale.add(conversationId);
      queueDueAt = 0;
    },
    changed(conversationId) {
      if (conversationId === null) threaded = null;
      else {
        stale.add(conversationId);
        threaded?.add(conversationId);
      }
      queueDueAt = 0;
    },
    queueChanged() {
      queueDueAt = 0;
    },
    async work() {
      const reached = await keeper.reached();
      if (reached === null) return;
      outbox.begin();
      await removeLeft(parts, outbox, reached);
      const room = await keeper.current();
      if (room === null) return;
      await shifts.look();
      const now = clock.now().getTime();
      if (stale.size === 0 && threaded !== null && now < queueDueAt) return;
      // Taken before the queue is read: what changes from here on is shown with the next round.
      const due = new Set(stale);
      stale.clear();
      const isQueueDue = now >= queueDueAt;
      if (isQueueDue) queueDueAt = now + QUEUE_EVERY_MS;
      try {
        await showRoom(room, isQueueDue, due);
      } catch (error) {
        if (isQueueDue) queueDueAt = 0;
        throw error;
      } finally {
        for (const id of due) stale.add(id);
      }
    },
  };
}
