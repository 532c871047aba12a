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
import { lockConversation } from '../store/conversations.js';
import { replyUnder } from '../store/messages/transcript.js';
import type { Write } from '../store/store.js';
import type { HandoffNews } from '../turn/turn.js';
import type { RawVerdict } from '../verdicts/raw-verdict.js';
import type { VerdictRecorder } from '../verdicts/verdict-recorder.js';
import { deskConversation, deskEntries, type EntryParts } from './desk-entries.js';
import { judgeByReply, judgeGuess } from './guess-verdict.js';

export interface DeskParts extends ReturnParts, EntryParts {
  readonly presence: AgentPresence;
  readonly verdicts: VerdictRecorder;
  /** Why the bot answers nothing now; null while it does. */
  readonly pause: () => BotPause | null;
}

/** What an action does in its transaction: nothing to return when it was carried out, else what stood in its way. */
type Action = (write: Write, conversation: Conversation, now: Date, said: Said) => Promise<DeskOutcome>;

/** Where an action puts what the agent said of the best guess. */
type Said = (RawVerdict | null)[];

const DONE: DeskOutcome = { kind: 'done' };

/**
 * The desk on the conversation store. An action, what the customer is told of it and its timers are one transaction;
 * sending follows and needs nobody to wait for it: what could not be sent stays in the outbox.
 */
export function createDesk(parts: DeskParts): Desk {
  const { store, outbox, doors, timers, background, changes, presence, verdicts } = parts;
  const { clock, botName, expireMs, awayMs } = parts;
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
      act(conversationId, agent, async (write, conversation, now, said) => {
        const plainText = text.trim();
        // Asked first: a reply that was said stays said, also when the conversation was closed after it.
        const before = await replyUnder(write, conversation.id, agent.id, key);
        if (before !== null) return before === plainText ? DONE : { kind: 'key-used' };
        if (!isWith(conversation, agent)) return conflict(conversation);
        if (plainText === '') return DONE;
        const problem = problemOf(conversation, now);
        if (problem !== null) return { kind: 'cannot-reach', problem };
        const message = toMessage(conversation, agent, plainText);
        await queueMessages(write, conversation.id, [message], {
          at: now.toISOString(),
          agent: { id: agent.id, plainText, replyKey: key },
        });
        said.push(await judgeByReply(write, conversation.handoff?.id ?? '', plainText));
        return DONE;
      }),
    judge: (conversationId, agent, isRight) =>
      act(conversationId, agent, async (write, conversation, _now, said) => {
        if (!isWith(conversation, agent)) return conflict(conversation);
        said.push(await judgeGuess(write, conversation.handoff?.id ?? '', isRight));
        return DONE;
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
  ): Promise<DeskOutcome> {
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

  async function act(conversationId: string, agent: DeskAgent, action: Action): Promise<DeskOutcome> {
    const now = clock.now();
    const said: Said = [];
    let language: string = 'nl';
    const outcome = await store.transaction().execute(async (write): Promise<DeskOutcome> => {
      const conversation = await lockConversation(write, conversationId, now.toISOString());
      if (conversation) language = languageOf(conversation);
      return conversation ? action(write, conversation, now, said) : { kind: 'unknown-conversation' };
    });
    if (outcome.kind !== 'done') return outcome;
    const person = { agentId: agent.id };
    verdicts.record(
      { conversationId, language, person },
      said.filter((verdict) => verdict !== null),
    );
    changes.announce(conversationId);
    // The agent does not wait for the customer's channel; the outbox keeps what is not sent yet and reports by itself.
    void background.run(async () => {
      await outbox.drain(conversationId);
      await timers.runDue();
    });
    return outcome;
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

function conflict(conversation: Conversation): DeskOutcome {
  const agentName = conversation.state === 'with-agent' ? (conversation.handoff?.holder?.name ?? null) : null;
  return { kind: 'conflict', state: conversation.state, agentName };
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
