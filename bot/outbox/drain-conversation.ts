import type { Clock } from '../../index/platform/clock.js';
import { inSpan } from '../../index/platform/telemetry/spans.js';
import type { BotWatch } from '../contracts/bot-watch.js';
import type { SendFailure } from '../contracts/channels.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { findConversation } from '../store/conversations.js';
import { type QueuedMessage, queuedMessages } from '../store/messages/outbox.js';
import { setTimer } from '../store/timers.js';
import { afterAttempt } from './after-attempt.js';
import { beforeAttempt } from './before-attempt.js';
import { type Delivered, deliver, laterBecause, type Route } from './deliver.js';
import type { Live } from './live.js';
import { type GoesOn, type SettleParts, settleMessage } from './settle-message.js';

export interface DrainParts extends SettleParts {
  readonly clock: Clock;
  readonly changes: ConversationChanges;
  readonly watch: Pick<BotWatch, 'sendingEnded'>;
  readonly giveUpAfterMs: number;
  /** From 0 to 1, for the jitter of waits. */
  readonly chance: () => number;
}

/**
 * Sends what the outbox of a conversation holds, in order, up to the first message that has to wait.
 * @returns `anew` where the rest is to be looked at again, with the conversation as it is then
 */
export async function drainConversation(
  parts: DrainParts,
  conversationId: string,
  live: Live | undefined,
): Promise<GoesOn> {
  const queued = await queuedMessages(parts.store, conversationId);
  if (queued.length === 0) return 'next';
  const route = await findRoute(parts, conversationId, live);
  if (!route) return 'later';
  let goesOn: GoesOn = 'next';
  for (const message of queued) {
    goesOn = await sendNext(parts, route, message, live !== undefined);
    if (goesOn !== 'next') break;
  }
  if (route.conversation.state !== 'with-bot') parts.changes.announce(conversationId);
  return goesOn;
}

async function findRoute(
  { store, doors, log }: DrainParts,
  conversationId: string,
  live: Live | undefined,
): Promise<Route | null> {
  const conversation = live?.conversation ?? (await findConversation(store, conversationId));
  if (!conversation) return null;
  const { channelId, reference } = conversation;
  const form = doors.formOf(channelId);
  const transport = live?.transport ?? doors.transportOf(reference.door);
  if (form && transport) return { conversation, form, transport, replyToId: live?.replyToId ?? null };
  const { door } = reference;
  log.warn('Messages wait for a channel that is not plugged in.', { conversationId, channelId, door });
  return null;
}

/** Sends one message if it may go now. */
async function sendNext(
  parts: DrainParts,
  route: Route,
  queued: QueuedMessage,
  isLive: boolean,
): Promise<GoesOn> {
  const { store, clock, doors, giveUpAfterMs } = parts;
  const { conversation, transport } = route;
  const { door } = transport;
  if (!transport.isReply && doors.heldUntil(door)) {
    doors.wait(door, conversation.id);
    return 'later';
  }
  const { isUnreachable } = conversation;
  const before = beforeAttempt(queued, { now: clock.now(), giveUpAfterMs, isUnreachable, isLive });
  if (before.kind === 'wait') {
    await store
      .transaction()
      .execute((write) => setTimer(write, 'retry-sending', conversation.id, before.until));
    return 'later';
  }
  if (before.kind === 'failed') {
    return settleMessage(parts, route, queued, { ...before, attempts: queued.attempts + 1 });
  }
  const beganAt = performance.now();
  const outcome = await inSpan('outbox.send', { 'bot.door': door }, () => attempt(parts, route, queued));
  const end = afterAttempt(queued, outcome, {
    now: clock.now(),
    giveUpAfterMs,
    chance: parts.chance(),
    isOwnFault: doors.isOwnFault(door, queued.id),
  });
  const seconds = (performance.now() - beganAt) / 1_000;
  parts.watch.sendingEnded({ door, outcome: end.kind, seconds });
  return settleMessage(parts, route, queued, end);
}

async function attempt(
  parts: DrainParts,
  route: Route,
  queued: QueuedMessage,
): Promise<Delivered | SendFailure> {
  try {
    return await deliver(parts, route, queued);
  } catch (error) {
    // Not the channel but this program failed: a message that cannot be rendered, a store that cannot be written.
    parts.log.error('A message could not be sent.', { conversationId: route.conversation.id, error });
    return laterBecause(error);
  }
}
