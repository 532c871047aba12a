import type { Background } from '../conversations/background.js';
import { isElsewhere } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { TimerAction, TimerActions } from '../conversations/timers.js';
import type { AgentPresence } from '../handoff/agent-presence.js';
import { announceAndSend } from '../handoff/handoff-timers.js';
import { endReservation } from '../handoff/move-handoff.js';
import { returnToQueue } from '../handoff/return-to-queue.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import { hasSpoken, setAway } from '../store/handoffs/assignment-rows.js';
import { endOffer, keepSilence, lastEndsOf, openOfferOf } from '../store/handoffs/offers.js';
import type { Write } from '../store/store.js';
import type { OfferState } from '../store/tables.js';
import { setTimer } from '../store/timers.js';
import type { AssignmentRules } from './assignment-rules.js';

/** Whoever lets so many offers in a row pass is not at the screen, whatever their page says. */
const MISSED_IN_A_ROW = 2;

const PASSED: ReadonlySet<OfferState> = new Set<OfferState>(['missed', 'silent']);

/** What happens when an offer's time is over, and when somebody who took a conversation has said nothing. */
export function createOfferTimers(parts: {
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly presence: Pick<AgentPresence, 'attendance'>;
  readonly botName: string;
  readonly expireMs: number;
  readonly rules: Pick<AssignmentRules, 'firstWordMs' | 'routing'>;
}): Pick<TimerActions, 'offer-ends' | 'first-word'> {
  const { changes, presence, botName, expireMs, rules } = parts;
  const firstWord: TimerAction = {
    async within(write, conversationId, now) {
      const at = now.toISOString();
      const conversation = await lockConversation(write, conversationId, at);
      const { handoff, isUnreachable } = conversation ?? {};
      if (!conversation || !handoff || isElsewhere(conversation) || conversation.state !== 'with-agent')
        return;
      const agentId = handoff.holder?.kind === 'agent' ? handoff.holder.id : null;
      if (agentId === null) return;
      if (await hasSpoken(write, handoff.id)) return;
      if (isUnreachable) {
        // Nothing can be said to somebody who cannot be reached, until they write again.
        const dueAt = new Date(now.getTime() + (rules.firstWordMs ?? 0)).toISOString();
        return setTimer(write, 'first-word', conversationId, dueAt);
      }
      await keepSilence(write, { handoffId: handoff.id, conversationId, agentId }, at);
      await sendAway(write, agentId, at);
      const { routing } = rules;
      await returnToQueue(write, conversation, { now, expireMs, routing, botName, presence }, 'agent-silent');
    },
    after: announceAndSend(parts),
  };
  return {
    'first-word': firstWord,
    'offer-ends': {
      async within(write, conversationId, now) {
        const at = now.toISOString();
        const conversation = await lockConversation(write, conversationId, at);
        const offer = conversation?.handoff ? await openOfferOf(write, conversation.handoff.id) : null;
        if (!offer) return;
        await endOffer(write, offer.handoffId, 'missed', at);
        if (conversation?.handoff?.reservedFor === offer.agentId)
          await endReservation(write, conversationId, conversation.handoff);
        await sendAway(write, offer.agentId, at);
      },
      // Whoever is next is offered it: the news leads to that.
      after: async (conversationId) => changes.announce(conversationId),
    },
  };
}

/** Nothing more is offered to somebody who let one after the other pass, until they say that they are back. */
async function sendAway(write: Write, agentId: string, at: string): Promise<void> {
  const ends = await lastEndsOf(write, agentId, MISSED_IN_A_ROW);
  if (ends.length < MISSED_IN_A_ROW || !ends.every((state) => PASSED.has(state))) return;
  await setAway(write, agentId, { at, because: 'missed' });
}
