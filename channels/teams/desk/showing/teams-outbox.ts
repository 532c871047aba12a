import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DoorAlert, SendOutcome } from '../../../../bot/contracts/channels.js';
import type { DeskRoom } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { BoundedMap } from '../../../../index/platform/bounded-map.js';
import type { RoomParts } from '../room-parts.js';

/** Cards are changed at most this often. */
const UPDATE_EVERY_MS = 5_000;
/** How long after a failure that tells no time it is tried again; nothing else is tried before where it concerns all. */
const RETRY_MS = 5_000;
const REFUSED_MS = 60_000;
/** Calls of one round: a morning with hundreds of new conversations must not hold up what is said now. */
const CALLS_A_ROUND = 20;
/** Times of so many cards are kept; older ones may be changed at once. */
const MOST_TIMES = 5_000;

/** What became of showing something. */
export type Shown =
  | { readonly kind: 'shown'; readonly id: string }
  /** It is due later; nothing was sent, or it may not have arrived. */
  | { readonly kind: 'later' }
  /** The message that was to be changed is not there any more. */
  | { readonly kind: 'gone' }
  /** Teams will never take it as it is. */
  | { readonly kind: 'refused' };

/** Sends to the room, a bounded number of calls a round, and each card at most every five seconds. */
export interface TeamsOutbox {
  /** Begins a round. */
  begin(): void;
  /** Whether this round has calls left, and Teams takes any. */
  hasRoom(): boolean;
  /** Begins a thread; `id` is its id as a conversation. @param key of the thread, for times */
  open(room: DeskRoom, key: string, said: Activity): Promise<Shown>;
  say(room: DeskRoom, threadId: string, key: string, said: Activity): Promise<Shown>;
  /** @param id of the message that is changed */
  change(room: DeskRoom, threadId: string, key: string, id: string, said: Activity): Promise<Shown>;
  remove(room: DeskRoom, threadId: string, id: string): Promise<Shown>;
}

export function createTeamsOutbox(parts: Pick<RoomParts, 'line' | 'clock' | 'log'>): TeamsOutbox {
  const { line, clock, log } = parts;
  /** When each card may be changed next, in milliseconds since 1970; the one sent last stands last. */
  const dueAt = new BoundedMap<string, number>(MOST_TIMES);
  let left = 0;
  let heldUntil = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function wait(key: string, ms: number): void {
    dueAt.delete(key);
    dueAt.set(key, clock.now().getTime() + ms);
  }

  /** An operator must see to it; told once a minute while it lasts. */
  function tell(alert: DoorAlert, reason: string): void {
    const now = clock.now().getTime();
    if (now - toldAt < REFUSED_MS) return;
    toldAt = now;
    log.error('The desk in Teams cannot be shown.', { alert, reason });
  }

  const hasRoom = () => left > 0 && clock.now().getTime() >= heldUntil;

  async function attempt(key: string, call: () => Promise<SendOutcome>): Promise<Shown> {
    if (!hasRoom() || clock.now().getTime() < (dueAt.get(key) ?? 0)) return { kind: 'later' };
    left -= 1;
    const outcome = await call();
    switch (outcome.kind) {
      case 'sent':
        wait(key, UPDATE_EVERY_MS);
        return { kind: 'shown', id: outcome.id };
      case 'unknown':
        wait(key, outcome.waitMs);
        return { kind: 'later' };
      case 'later': {
        const waitMs = outcome.waitMs ?? RETRY_MS;
        wait(key, waitMs);
        if (outcome.scope === 'door') heldUntil = clock.now().getTime() + waitMs;
        if (outcome.alert !== null) tell(outcome.alert, outcome.reason);
        return { kind: 'later' };
      }
      case 'refused':
        wait(key, REFUSED_MS);
        if (/\b404\b/.test(outcome.reason)) return { kind: 'gone' };
        log.error('Teams did not take a card of the desk.', {
          reason: outcome.reason,
          problem: outcome.problem,
        });
        return { kind: 'refused' };
    }
  }

  const inRoom = (room: DeskRoom, conversationId: string, said: Partial<Activity>): Activity => ({
    type: 'message',
    channelId: room.channelId,
    serviceUrl: room.serviceUrl,
    from: { id: room.botId },
    conversation: { id: conversationId },
    ...said,
  });

  return {
    begin() {
      left = CALLS_A_ROUND;
    },
    hasRoom,
    open: (room, key, said) =>
      attempt(key, () => line().open(inRoom(room, room.conversationId, said), room.tenantId)),
    say: (room, threadId, key, said) => attempt(key, () => line().send(inRoom(room, threadId, said))),
    change: (room, threadId, key, id, said) =>
      attempt(key, () => line().update(inRoom(room, threadId, { ...said, id }))),
    remove: (room, threadId, id) =>
      attempt(`remove ${id}`, () => line().remove(inRoom(room, threadId, { id }))),
  };
}
