import type { Clock } from '../../index/platform/clock.js';
import { messageOf } from '../../index/platform/errors.js';
import type { Log } from '../../index/platform/log.js';
import type { Activity, Channel, OutgoingMessage, Transport } from '../contracts.js';
import { addressActivity } from './address-activity.js';
import { type Conversation, findConversation } from './conversation.js';
import type { ConversationChanges } from './conversation-changes.js';
import { createLanes } from './lanes.js';
import { retryDelay } from './retry-delay.js';
import type { Store } from './store.js';
import { setTimer } from './timers.js';

/** A customer who is there now: how to reach them, and which activity of theirs is answered. */
export interface Live {
  readonly transport: Transport;
  readonly replyToId: string | null;
}

export interface Outbox {
  /**
   * Sends what a conversation's outbox holds, in order, and stops at the first message that does not get through:
   * that one is tried again later, then given up, so that one message never holds up the rest for good. Never throws.
   * @param live given inside a turn; then back-off is not waited for, as the customer is evidently there
   */
  drain(conversationId: string, live?: Live): Promise<void>;
  /** Drains every conversation that has something to send. */
  drainAll(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

interface QueuedMessage {
  readonly id: string;
  readonly message: string;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
}

export function createOutbox(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly changes: ConversationChanges;
  readonly channelOf: (channelId: string) => Channel | undefined;
}): Outbox {
  const { store, clock, log, changes, channelOf } = parts;
  // One lane a conversation: two drains at once would send out of order.
  const lanes = createLanes();
  const outbox: Outbox = {
    drain: (conversationId, live) =>
      lanes.serially(conversationId, async () => {
        try {
          await drainNow(conversationId, live);
        } catch (error) {
          log.error('An outbox could not be worked off.', { conversationId, error });
        }
      }),
    async drainAll() {
      const rows = await store
        .selectFrom('messages')
        .select('conversationId')
        .distinct()
        .where('status', '=', 'queued')
        .execute();
      await Promise.all(rows.map((row) => outbox.drain(row.conversationId)));
    },
    idle: () => lanes.idle(),
  };
  return outbox;

  async function drainNow(conversationId: string, live: Live | undefined): Promise<void> {
    const queued = await queuedMessages(store, conversationId);
    if (queued.length === 0) return;
    const conversation = await findConversation(store, conversationId);
    if (!conversation) return;
    const channel = channelOf(conversation.channelId);
    if (!channel) {
      log.warn('Messages wait for a channel that is not plugged in.', {
        conversationId,
        channelId: conversation.channelId,
      });
      return;
    }
    for (const message of queued) {
      const isEarly = !live && (message.nextAttemptAt ?? '') > clock.now().toISOString();
      if (isEarly || !(await sendOne(conversation, channel, message, live))) break;
    }
    if (conversation.state === 'with-agent') changes.announce(conversationId);
  }

  /** @returns whether the next message may follow */
  async function sendOne(
    conversation: Conversation,
    channel: Channel,
    queued: QueuedMessage,
    live: Live | undefined,
  ): Promise<boolean> {
    try {
      const activity = toActivity(channel, conversation, queued, live);
      const { id } = await (live?.transport ?? channel.transport).send(activity);
      await markSent(store, queued.id, id, clock.now().toISOString());
      return true;
    } catch (error) {
      return postpone(conversation.id, queued, error);
    }
  }

  function toActivity(
    channel: Channel,
    conversation: Conversation,
    queued: QueuedMessage,
    live: Live | undefined,
  ): Activity {
    const message = JSON.parse(queued.message) as OutgoingMessage;
    return addressActivity(channel.render(message), {
      id: queued.id,
      at: clock.now().toISOString(),
      reference: conversation.reference,
      speaker: message.speaker,
      replyToId: live?.replyToId ?? null,
    });
  }

  async function postpone(conversationId: string, queued: QueuedMessage, error: unknown): Promise<boolean> {
    const attempts = queued.attempts + 1;
    const delayMs = retryDelay(attempts);
    const nextAttemptAt = delayMs === null ? null : new Date(clock.now().getTime() + delayMs).toISOString();
    log.warn(delayMs === null ? 'A message was given up.' : 'A message did not get through.', {
      conversationId,
      messageId: queued.id,
      attempts,
      reason: messageOf(error),
    });
    await store.transaction().execute(async (write) => {
      await write
        .updateTable('messages')
        .set({
          attempts,
          nextAttemptAt,
          status: delayMs === null ? 'failed' : 'queued',
          lastError: messageOf(error).slice(0, 300),
        })
        .where('id', '=', queued.id)
        .execute();
      if (nextAttemptAt !== null) await setTimer(write, 'retry-sending', conversationId, nextAttemptAt);
    });
    return delayMs === null;
  }
}

function queuedMessages(store: Store, conversationId: string): Promise<QueuedMessage[]> {
  return store
    .selectFrom('messages')
    .select(['id', 'message', 'attempts', 'nextAttemptAt'])
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'queued')
    .orderBy('sequence')
    .execute();
}

async function markSent(store: Store, messageId: string, activityId: string, at: string): Promise<void> {
  const values = { activityId: activityId || null, sentAt: at, nextAttemptAt: null, lastError: null };
  // In a transaction for one statement, so that it shares its way to the disk with others (see the driver).
  await store.transaction().execute(async (write) => {
    await write
      .updateTable('messages')
      .set({ status: 'sent', ...values })
      .where('id', '=', messageId)
      .execute();
  });
}
