import type { AssignmentRules } from '../assignment/assignment-rules.js';
import type { Background } from '../conversations/background.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { TimerAction, TimerActions } from '../conversations/timers.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import { rememberPlace } from '../store/handoffs/queue.js';
import { rememberWait } from '../store/handoffs/wait-rows.js';
import type { Write } from '../store/store.js';
import type { AgentPresence, Attendance } from './agent-presence.js';
import { breakPromise } from './break-promise.js';
import { endElsewhere } from './elsewhere.js';
import { moveHandoff } from './move-handoff.js';
import { keepPromise, type Promises } from './promises.js';
import { placeInQueue } from './queue.js';
import { returnToQueue } from './return-to-queue.js';
import { tellNews } from './tell-news.js';
import { waitAt } from './waits/wait-estimates.js';

/** What the timers of conversations do: end a wait in vain, tell a new place in the queue, send again, speak again,
 * put a customer back into the queue whose agent is away. */
export function createHandoffTimers(parts: {
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly presence: Pick<AgentPresence, 'attendance'>;
  readonly promises: Pick<Promises, 'endAfterBreach'>;
  readonly botName: string;
  readonly expireMs: number;
  readonly rules: Pick<AssignmentRules, 'routing'>;
}): Omit<TimerActions, 'offer-ends' | 'first-word' | 'wake' | 'reservation-ends' | 'ask-solved'> {
  const { outbox, background, changes, presence, promises, botName, expireMs } = parts;
  const { routing } = parts.rules;
  // Timers run one after the other: a channel that answers slowly must not hold up those of everybody else.
  const send = async (conversationId: string) => {
    void background.run(() => outbox.drain(conversationId));
  };
  const tellAll = announceAndSend(parts);
  return {
    'expire-handoff': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (conversation?.state !== 'waiting') return;
        const attendance = await presence.attendance(write);
        if (await promiseInstead(write, conversation, attendance, now)) return;
        await moveHandoff(write, conversation, 'expire', { now, expireMs });
        const { backAt } = attendance;
        const facts = { botName, agentName: null, queuePosition: null, backAt };
        await tellNews(write, conversation, 'expired', facts, now);
      },
      after: tellAll,
    },
    'promise-due': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (conversation)
          await breakPromise(write, conversation, { now, expireMs, routing, botName, promises });
      },
      after: tellAll,
    },
    'tell-place': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (!conversation?.handoff || conversation.state !== 'waiting') return;
        const place = await placeInQueue(write, conversation.handoff, { now, expireMs, routing });
        if (place === conversation.handoff.toldPlace) return;
        await rememberPlace(write, conversation.handoff.id, place, now.toISOString());
        const wait = await waitAt(write, conversation, place, { presence, routing, now });
        if (wait) await rememberWait(write, conversation.id, wait.until);
        const facts = { botName, agentName: null, queuePosition: place, waitMinutes: wait?.minutes ?? null };
        const isOvertaken = place > (conversation.handoff.toldPlace ?? place);
        await tellNews(write, conversation, isOvertaken ? 'overtaken' : 'queue-place', facts, now);
      },
      after: send,
    },
    'end-elsewhere': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (conversation) await endElsewhere(write, conversation, { now, expireMs });
      },
      after: async (conversationId) => changes.announce(conversationId),
    },
    'return-to-queue': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (conversation)
          await returnToQueue(write, conversation, { now, expireMs, routing, botName, presence });
      },
      after: tellAll,
    },
    'retry-sending': { within: async () => {}, after: send },
  };

  /**
   * Who waits while everybody has left need not choose again: they are promised an answer, once, unless they told of danger.
   * @returns whether they were
   */
  async function promiseInstead(
    write: Write,
    conversation: Conversation,
    attendance: Attendance,
    now: Date,
  ): Promise<boolean> {
    const { handoff, id } = conversation;
    const { promise, isAttended, backAt, promisedUntil } = attendance;
    if (!handoff || isAttended || !promise) return false;
    if (handoff.priority === 'urgent' || handoff.promiseBrokenAt !== null) return false;
    await keepPromise(write, id, handoff, promise);
    const queuePosition = await placeInQueue(write, handoff, { now, expireMs, routing });
    await rememberPlace(write, handoff.id, queuePosition, now.toISOString());
    const facts = { botName, agentName: null, queuePosition, backAt, promisedUntil };
    await tellNews(write, conversation, 'promised', facts, now);
    return true;
  }
}

/** What follows a timer by which a customer is told something: who looks on hears of it, and it is sent. */
export function announceAndSend({
  outbox,
  background,
  changes,
}: {
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
}): TimerAction['after'] {
  return async (conversationId) => {
    changes.announce(conversationId);
    void background.run(() => outbox.drain(conversationId));
  };
}
