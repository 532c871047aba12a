import type { Clock } from '../../index/platform/clock.js';
import { messageOf } from '../../index/platform/errors.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { DeliveryProblem, SendFailure, Transport } from '../contracts/channels.js';
import { type Addressed, findConversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { setTimer } from '../conversations/timers.js';
import { markUnreachable as markConversationUnreachable } from '../store/conversations.js';
import { markFailed, markSent as markMessageSent, saveFailedAttempt } from '../store/messages.js';
import { conversationsWithQueued, type QueuedMessage, queuedMessages } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import { type Delivered, deliver, type Way } from './deliver.js';
import type { Doors } from './doors.js';
import { retryDelay } from './retry-delay.js';

/** A customer who is there now: how to reach them, and which activity of theirs is answered. */
export interface Live {
  readonly transport: Transport;
  readonly replyToId: string | null;
  /** Their conversation where it was read just now; else it is read. */
  readonly conversation?: Addressed;
}

export interface Outbox {
  /**
   * Sends what a conversation's outbox holds, in order, and stops at the first message that does not get through: that one
   * is tried again by the rules of its channel, then given up, so that one message never holds up the rest for good.
   * Never throws.
   * @param live given inside a turn; then back-off is not waited for, as the customer is evidently there
   */
  drain(conversationId: string, live?: Live): Promise<void>;
  /** Drains every conversation that has something to send. */
  drainAll(): Promise<void>;
  /** Goes on with conversations that waited for a held door, and with those whose outbox could not be worked off. */
  resume(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly changes: ConversationChanges;
  readonly doors: Doors;
  /** After how many hours a message that cannot be sent is given up. */
  readonly giveUpHours: number;
  /** From 0 to 1, for the jitter of waits. */
  readonly chance?: () => number;
}

const HOUR_MS = 3_600_000;

/** How long after others a message that held its door is tried again: they show whether it is the door at all. */
const AFTER_OTHERS_MS = 5_000;

/** How many conversations are gone on with at a time. */
const AT_ONCE = 20;

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, clock, log, changes, doors, giveUpHours, chance = Math.random } = parts;
  // One lane a conversation: two drains at once would send out of order.
  const lanes = createLanes();
  /** Conversations whose outbox could not be worked off, because the store failed say. */
  const failed = new Set<string>();
  const outbox: Outbox = {
    drain: (conversationId, live) =>
      lanes.serially(conversationId, async () => {
        try {
          await drainNow(conversationId, live);
        } catch (error) {
          failed.add(conversationId);
          log.error('An outbox could not be worked off.', { conversationId, error });
        }
      }),
    async drainAll() {
      await inTurns(await conversationsWithQueued(store));
    },
    async resume() {
      const again = [...failed];
      failed.clear();
      await Promise.all([again, ...doors.takeReleased()].map(inTurns));
    },
    idle: () => lanes.idle(),
  };
  return outbox;

  /** The first shows whether the door is open at all; the others follow, a few at a time. */
  async function inTurns([first, ...others]: readonly string[]): Promise<void> {
    if (first === undefined) return;
    await outbox.drain(first);
    for (let from = 0; from < others.length; from += AT_ONCE) {
      await Promise.all(others.slice(from, from + AT_ONCE).map((id) => outbox.drain(id)));
    }
  }

  async function drainNow(conversationId: string, live: Live | undefined): Promise<void> {
    const queued = await queuedMessages(store, conversationId);
    if (queued.length === 0) return;
    const conversation = live?.conversation ?? (await findConversation(store, conversationId));
    if (!conversation) return;
    const { channelId, reference } = conversation;
    const form = doors.formOf(channelId);
    const transport = live?.transport ?? doors.transportOf(reference.door);
    if (!form || !transport) {
      log.warn('Messages wait for a channel that is not plugged in.', {
        ...{ conversationId, channelId, door: reference.door },
      });
      return;
    }
    const way = { conversation, form, transport, replyToId: live?.replyToId ?? null };
    for (const message of queued) {
      if (!transport.isReply && doors.heldUntil(transport.door)) {
        doors.wait(transport.door, conversationId);
        break;
      }
      const wait = waitFor(message, live !== undefined);
      if (wait !== null) {
        await store.transaction().execute((write) => setTimer(write, 'retry-sending', conversationId, wait));
        break;
      }
      if (!(await sendOne(way, message))) break;
    }
    if (conversation.state !== 'with-bot') changes.announce(conversationId);
  }

  /** Until when a message has to wait, ISO 8601 in UTC; null when it may go now. */
  function waitFor(message: QueuedMessage, isLive: boolean): string | null {
    const waits = [
      isLive ? '' : (message.nextAttemptAt ?? ''),
      message.arrivals.has(message.sentIds.length) ? '' : (message.uncertainUntil ?? ''),
    ];
    const latest = waits.sort().at(-1) ?? '';
    return latest > clock.now().toISOString() ? latest : null;
  }

  /** @returns whether the next message may follow */
  async function sendOne(way: Way, queued: QueuedMessage): Promise<boolean> {
    const { conversation, transport } = way;
    if (conversation.isUnreachable) {
      await giveUp(conversation, queued, 'unreachable', 'the channel told so before');
      return true;
    }
    if (queued.message.speaker.kind === 'bot' && isTooOld(queued)) {
      await giveUp(conversation, queued, 'gave-up', 'it is too old to be of use');
      return true;
    }
    const outcome = await tryToDeliver(way, queued);
    if (outcome.kind === 'sent') {
      if (outcome.hasPassedDoor && !transport.isReply) doors.open(transport.door);
      await markSent(queued.id, outcome);
      return true;
    }
    if (outcome.kind === 'refused') {
      await giveUp(conversation, queued, outcome.problem, outcome.reason);
      // The rest meets the same end without being tried.
      return outcome.problem !== 'unreachable' || (await markUnreachable(conversation.id));
    }
    return postpone(conversation, queued, outcome, transport);
  }

  async function tryToDeliver(way: Way, queued: QueuedMessage): Promise<Delivered | SendFailure> {
    try {
      return await deliver(store, clock, way, queued);
    } catch (error) {
      // Not the channel but this program failed: a message that cannot be rendered, a store that cannot be written.
      log.error('A message could not be sent.', { conversationId: way.conversation.id, error });
      return { kind: 'later', reason: messageOf(error), waitMs: null, scope: 'message', alert: null };
    }
  }

  /** @returns whether the next message may follow */
  async function postpone(
    conversation: Addressed,
    queued: QueuedMessage,
    failure: Exclude<SendFailure, { kind: 'refused' }>,
    transport: Transport,
  ): Promise<boolean> {
    if (isTooOld(queued)) {
      await giveUp(conversation, queued, 'gave-up', failure.reason);
      return true;
    }
    // A channel that only asks for patience has not failed.
    const isPatience = failure.kind === 'later' && failure.waitMs !== null && failure.alert === null;
    const attempts = queued.attempts + (isPatience ? 0 : 1);
    const waitMs = failure.waitMs ?? retryDelay(attempts, chance());
    const afterMs = (ms: number) => new Date(clock.now().getTime() + ms);
    const level = isPatience ? 'debug' : 'warn';
    log[level]('A message did not get through; it is tried again.', {
      ...{ conversationId: conversation.id, messageId: queued.id, door: transport.door },
      ...{ attempts, waitMs, outcome: failure.kind, reason: failure.reason },
    });
    const isDoorHeld =
      failure.kind === 'later' && holdDoor(transport.door, afterMs(waitMs), failure, queued.id);
    const again = afterMs(
      waitMs + (isDoorHeld && failure.alert !== null ? AFTER_OTHERS_MS : 0),
    ).toISOString();
    await store.transaction().execute(async (write) => {
      await saveFailedAttempt(write, queued.id, {
        attempts,
        reason: failure.reason,
        // The door holds it back, not the message: after a start, with a new token say, it goes at once. And once the
        // channel tells that it arrived, nothing holds back the rest.
        nextAttemptAt: isDoorHeld || failure.kind === 'unknown' ? null : again,
        // What surely did not arrive need not be waited for.
        uncertainUntil: failure.kind === 'unknown' ? again : null,
      });
      await setTimer(write, 'retry-sending', conversation.id, again);
    });
    return false;
  }

  function isTooOld({ createdAt }: QueuedMessage): boolean {
    return clock.now().getTime() - Date.parse(createdAt) >= giveUpHours * HOUR_MS;
  }

  /** @returns whether the door is held now */
  function holdDoor(
    door: string,
    until: Date,
    failure: Extract<SendFailure, { kind: 'later' }>,
    messageId: string,
  ): boolean {
    if (failure.scope !== 'door' || !doors.hold(door, until, failure.alert, messageId)) return false;
    if (failure.alert !== null)
      log.error('A door does not send until an operator has seen to it.', {
        ...{ door, alert: failure.alert, reason: failure.reason },
      });
    return true;
  }

  async function giveUp(
    conversation: Addressed,
    queued: QueuedMessage,
    problem: DeliveryProblem,
    reason: string,
  ): Promise<void> {
    doors.forget(queued.id);
    log.warn('A message will not arrive.', {
      ...{ conversationId: conversation.id, messageId: queued.id, problem, reason },
    });
    await store
      .transaction()
      .execute((write) => markFailed(write, queued.id, { problem, reason, attempts: queued.attempts + 1 }));
  }

  async function markUnreachable(conversationId: string): Promise<boolean> {
    await store.transaction().execute((write) => markConversationUnreachable(write, conversationId));
    // Those that are left are looked at anew, now as ones that cannot be reached.
    void outbox.drain(conversationId);
    return false;
  }

  async function markSent(messageId: string, delivered: Delivered): Promise<void> {
    doors.forget(messageId);
    await store.transaction().execute((write) => markMessageSent(write, messageId, delivered));
  }
}
