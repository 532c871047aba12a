import type { DeliveryProblem } from '../contracts/channels.js';
import type { BotPause, Desk, DeskAgent, DeskOutcome } from '../contracts/desk.js';
import type { OutgoingMessage } from '../contracts/messages.js';
import { type Conversation, isHeldBy } from '../conversations/conversation.js';
import { type AgentPresence, awayFromIn } from '../handoff/agent-presence.js';
import { moveHandoff } from '../handoff/move-handoff.js';
import { type ReturnParts, returnAfterSignOut } from '../handoff/return-to-queue.js';
import { beginAnew, languageOf, tellNews } from '../handoff/tell-news.js';
import { queueMessages } from '../outbox/queue-messages.js';
import { plainTree, said } from '../said.js';
import { replyUnder } from '../store/messages/transcript.js';
import type { Write } from '../store/store.js';
import type { HandoffNews } from '../turn/turn.js';
import { type Acted, type ActionParts, createActions } from './desk-actions.js';
import { deskConversation, deskEntries, type EntryParts } from './desk-entries.js';
import { judgeByReply, judgeGuess } from './guess-verdict.js';

export interface DeskParts extends ReturnParts, EntryParts, ActionParts {
  readonly presence: AgentPresence;
  /** Why the bot answers nothing now; null while it does. */
  readonly pause: () => BotPause | null;
}

const DONE: Acted = { outcome: { kind: 'done' } };

/**
 * The desk on the conversation store. An action, what the customer is told of it and its timers are one transaction;
 * sending follows and needs nobody to wait for it: what could not be sent stays in the outbox.
 */
export function createDesk(parts: DeskParts): Desk {
  const { doors, changes, presence, botName, expireMs, awayMs } = parts;
  const act = createActions(parts);
  return {
    entries: () => deskEntries(parts),
    notices: () => doors.notices(),
    pause: () => parts.pause(),
    conversation: (conversationId) => deskConversation(parts, conversationId),
    claim: (conversationId, agent) =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (isWith(conversation, agent)) return DONE;
        if (conversation.state !== 'waiting') return conflict(conversation);
        return take(write, conversation, 'claim', agent, now);
      }),
    takeOver: (conversationId, agent, fromAgentId) =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (isWith(conversation, agent)) return DONE;
        if (conversation.state === 'waiting') return take(write, conversation, 'claim', agent, now);
        const mayTake =
          isHeldBy(conversation, fromAgentId) &&
          (agent.role === 'administrator' || (await isAway(write, conversation, now)));
        if (conversation.state !== 'with-agent' || !mayTake) return conflict(conversation);
        return take(write, conversation, 'take-over', agent, now);
      }),
    reply: (conversationId, agent, text, key) =>
      act(conversationId, agent, async (write, conversation, now) => {
        const plainText = text.trim();
        // Asked first: a reply that was said stays said, also when the conversation was closed after it.
        const before = await replyUnder(write, conversation.id, agent.id, key);
        if (before !== null) return before === plainText ? DONE : refused({ kind: 'key-used' });
        if (!isWith(conversation, agent)) return conflict(conversation);
        if (plainText === '') return DONE;
        const problem = problemOf(conversation, now);
        if (problem !== null) return refused({ kind: 'cannot-reach', problem });
        const message = toMessage(conversation, agent, plainText);
        await queueMessages(write, conversation.id, [message], {
          at: now.toISOString(),
          agent: { id: agent.id, plainText, replyKey: key },
        });
        return { ...DONE, verdict: await judgeByReply(write, conversation.handoff?.id ?? '', plainText) };
      }),
    judge: (conversationId, agent, isRight) =>
      act(conversationId, agent, async (write, conversation) => {
        if (!isWith(conversation, agent)) return conflict(conversation);
        return { ...DONE, verdict: await judgeGuess(write, conversation.handoff?.id ?? '', isRight) };
      }),
    close: (conversationId, agent) => leave(conversationId, agent, 'close', 'closed'),
    giveBack: (conversationId, agent) => leave(conversationId, agent, 'give-back', 'given-back'),
    present: (agentId) => presence.present(agentId),
    left: (agentId) => presence.left(agentId),
    signedOut: (agentId) => returnAfterSignOut(parts, agentId),
    onChange: (listener) => changes.listen(listener),
  };

  async function take(
    write: Write,
    conversation: Conversation,
    move: 'claim' | 'take-over',
    agent: DeskAgent,
    now: Date,
  ): Promise<Acted> {
    const holder = { kind: 'agent', id: agent.id, name: agent.name } as const;
    await moveHandoff(write, conversation, move, { now, expireMs, holder });
    const news = move === 'claim' ? 'agent-joined' : 'agent-changed';
    await tellNews(write, conversation, news, factsFor(agent), now);
    return DONE;
  }

  async function isAway(write: Write, conversation: Conversation, now: Date): Promise<boolean> {
    const from = await awayFromIn(write, conversation.id, awayMs);
    return from !== null && from <= now.toISOString();
  }

  function leave(conversationId: string, agent: DeskAgent, move: 'close' | 'give-back', news: HandoffNews) {
    return act(conversationId, agent, async (write, conversation, now) => {
      if (!isWith(conversation, agent)) return conflict(conversation);
      await moveHandoff(write, conversation, move, { now, expireMs });
      const fresh = await beginAnew(write, conversation);
      await tellNews(write, fresh, news, factsFor(agent), now);
      return DONE;
    });
  }

  /** What stands in the way of a message of an agent; the outbox looks again when it sends. */
  function problemOf(conversation: Conversation, now: Date): DeliveryProblem | null {
    if (conversation.isUnreachable) return 'unreachable';
    const transport = doors.transportOf(conversation.reference.door);
    const until = transport?.replyUntil?.('agent', conversation.customerWroteAt) ?? null;
    return until !== null && until <= now.toISOString() ? 'window-closed' : null;
  }

  function factsFor(agent: DeskAgent) {
    return { botName, agentName: agent.name, queuePosition: null };
  }
}

function isWith(conversation: Conversation, agent: DeskAgent): boolean {
  return conversation.state === 'with-agent' && isHeldBy(conversation, agent.id);
}

function refused(outcome: DeskOutcome): Acted {
  return { outcome };
}

function conflict(conversation: Conversation): Acted {
  const agentName = conversation.state === 'with-agent' ? (conversation.handoff?.holder?.name ?? null) : null;
  return refused({ kind: 'conflict', state: conversation.state, agentName });
}

function toMessage(conversation: Conversation, agent: DeskAgent, plainText: string): OutgoingMessage {
  return {
    speaker: { kind: 'agent', name: agent.name },
    ...said(plainTree(plainText)),
    isQuote: false,
    language: languageOf(conversation),
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: { handoff: 'with-agent', agentName: agent.name, queuePosition: null },
  };
}
