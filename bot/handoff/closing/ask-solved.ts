import type { Background } from '../../conversations/background.js';
import { type Conversation, isGroup } from '../../conversations/conversation.js';
import type { ConversationChanges } from '../../conversations/conversation-changes.js';
import type { TimerActions } from '../../conversations/timers.js';
import type { Doors } from '../../outbox/doors.js';
import type { Outbox } from '../../outbox/outbox.js';
import { queueMessages } from '../../outbox/queue-messages.js';
import { lockConversation, saveTurnState } from '../../store/conversations.js';
import { closingOf } from '../../store/handoffs/closings.js';
import { changeHandoff } from '../../store/handoffs/handoffs.js';
import type { Write } from '../../store/store.js';
import { setTimer } from '../../store/timers.js';
import { composeSolvedQuestion, startState } from '../../turn/turn.js';
import { announceAndSend } from '../handoff-timers.js';
import { SAME_MATTER_MS } from '../reopening.js';
import { languageOf } from '../tell-news.js';

interface AskParts {
  readonly outbox: Outbox;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly doors: Pick<Doors, 'transportOf'>;
  readonly botName: string;
}

/** Who just talks about something else is asked when they have done, after an hour at the soonest. */
const QUIET_MS = 30 * 60_000;
const AGAIN_MS = 3_600_000;

/**
 * What happens a while after an agent closed: the customer is asked once whether it stayed solved. Not after any other end, not
 * where the channel lets the bot write no more, not in a group, and not a week later, when it would be another matter.
 */
export function createClosingTimers(parts: AskParts): Pick<TimerActions, 'ask-solved'> {
  const { doors, botName } = parts;
  return {
    'ask-solved': {
      async within(write, conversationId, now) {
        const conversation = await lockConversation(write, conversationId, now.toISOString());
        if (!conversation?.handoff || conversation.state !== 'solved') return;
        if (conversation.isUnreachable || isGroup(conversation) || !mayWrite(doors, conversation, now))
          return;
        const { handoff, customerWroteAt } = conversation;
        const closing = await closingOf(write, handoff.id);
        if (closing?.closedBy !== 'agent' || closing.solvedAskedAt !== null) return;
        const isLongAgo = now.getTime() - Date.parse(closing.endedAt ?? '') > SAME_MATTER_MS;
        if (isLongAgo) return;
        if (customerWroteAt !== null && now.getTime() - Date.parse(customerWroteAt) < QUIET_MS) {
          const later = new Date(now.getTime() + AGAIN_MS).toISOString();
          return setTimer(write, 'ask-solved', conversationId, later);
        }
        await changeHandoff(write, handoff.id, { solvedAskedAt: now.toISOString() });
        await ask(
          write,
          conversation,
          { botName, agentName: closing.agentName ?? '', handoffId: handoff.id },
          now,
        );
      },
      after: announceAndSend(parts),
    },
  };
}

function mayWrite(
  doors: AskParts['doors'],
  { reference, customerWroteAt }: Conversation,
  now: Date,
): boolean {
  const until = doors.transportOf(reference.door)?.replyUntil?.('bot', customerWroteAt) ?? null;
  return until === null || until > now.toISOString();
}

async function ask(
  write: Write,
  conversation: Conversation,
  facts: Parameters<typeof composeSolvedQuestion>[1],
  now: Date,
): Promise<void> {
  const message = composeSolvedQuestion(languageOf(conversation), facts);
  await queueMessages(write, conversation.id, [message], { at: now.toISOString() });
  const state = conversation.turnState ?? startState(conversation.reference.locale);
  await saveTurnState(write, conversation.id, { ...state, openChoices: message.choices });
}
