import type { AssignmentRules } from '../assignment/assignment-rules.js';
import { lackOfRoom } from '../assignment/load.js';
import type { Background } from '../conversations/background.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { TimerActions } from '../conversations/timers.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import { takeLock } from '../store/locks.js';
import type { Write } from '../store/store.js';
import { setTimer } from '../store/timers.js';
import { type AgentPresence, findHere } from './agent-presence.js';
import { announceAndSend } from './handoff-timers.js';
import { endReservation, moveHandoff } from './move-handoff.js';
import { returnToQueue } from './return-to-queue.js';

export interface WakeParts {
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly presence: Pick<AgentPresence, 'attendance' | 'hereUntil'>;
  readonly botName: string;
  readonly expireMs: number;
  readonly rules: Pick<AssignmentRules, 'firstWordMs' | 'routing'>;
}

/** The customer wrote: what their agent set aside comes back at once. */
export async function hastenWake(write: Write, { id, handoff }: Conversation, now: Date): Promise<void> {
  if (handoff?.snoozedUntil) await setTimer(write, 'wake', id, now.toISOString());
}

/**
 * What happens when the time is over for which a conversation was set aside, or kept for a colleague. What was set aside is
 * with its agent again where they are here and have room, else first in line, and then the customer is told.
 */
export function createMoveTimers(parts: WakeParts): Pick<TimerActions, 'wake' | 'reservation-ends'> {
  const { changes, presence, botName, expireMs, rules } = parts;
  return {
    wake: {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        const { handoff, state } = conversation ?? {};
        if (!conversation || state !== 'with-agent' || !handoff?.snoozedUntil) return;
        const until = await hereWithRoomUntil(write, conversation, now);
        if (until === null) {
          const { routing } = rules;
          const why = 'agent-silent';
          await returnToQueue(write, conversation, { now, expireMs, routing, botName, presence }, why);
          return;
        }
        const { firstWordMs } = rules;
        await moveHandoff(write, conversation, 'wake', { now, expireMs, firstWordMs });
        if (Number.isFinite(until))
          await setTimer(write, 'return-to-queue', conversationId, new Date(until).toISOString());
      },
      after: announceAndSend(parts),
    },
    'reservation-ends': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (conversation?.handoff) await endReservation(write, conversationId, conversation.handoff);
      },
      // Whoever is next is offered it: the news leads to that.
      after: async (conversationId) => changes.announce(conversationId),
    },
  };

  /**
   * Until when the agent who set a conversation aside counts as here, in milliseconds since 1970, without end while a page of
   * theirs is open; null where they are not here, away, or have no room for it.
   */
  async function hereWithRoomUntil(
    write: Write,
    { handoff, channelId }: Conversation,
    now: Date,
  ): Promise<number | null> {
    const agentId = handoff?.holder?.kind === 'agent' ? handoff.holder.id : null;
    const here = agentId === null ? null : await findHere(write, agentId, presence, now);
    if (agentId === null || here === null) return null;
    if (handoff?.priority === 'urgent') return here.until;
    await takeLock(write, 'assignment');
    const lack = await lackOfRoom(write, { id: agentId, email: here.email }, channelId, rules.routing);
    return lack === null ? here.until : null;
  }
}
