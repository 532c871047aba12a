import type { AddressBound } from '../assignment/address-bound.js';
import type { AssignmentRules } from '../assignment/assignment-rules.js';
import type { Offering } from '../assignment/offering.js';
import type { BotPause, Desk, DeskAgent, DeskEnding } from '../contracts/desk.js';
import type { IngestNotice } from '../contracts/ingest-notice.js';
import { isHeldBy } from '../conversations/conversation.js';
import type { AgentPresence } from '../handoff/agent-presence.js';
import type { ReturnParts } from '../handoff/return-to-queue.js';
import type { BotSettings } from '../settings.js';
import { isSignedIn } from '../store/accounts/agents.js';
import { findReplyDraft } from '../store/reply-drafts.js';
import { type ActionParts, createActions } from './desk-actions.js';
import { deskConversation, deskEntries, type EntryParts } from './desk-entries.js';
import { followEntries } from './entries/follow-entries.js';
import { judgeGuess } from './guess-verdict.js';
import { keepDraft } from './keep-draft.js';
import { mayLead } from './lead/may-lead.js';
import { leaveConversation } from './leave-conversation.js';
import { mayAttach } from './may-attach.js';
import { replyProblem, sayReply } from './say-reply.js';
import { createTaking, type TakingParts } from './take-conversation.js';
import { conflict, DONE, isHeldNowBy } from './who-may-act.js';

export interface DeskParts extends ReturnParts, EntryParts, ActionParts, TakingParts {
  readonly rules: AssignmentRules;
  readonly settings: Pick<BotSettings, 'SOLVED_ASK_HOURS'>;
  readonly presence: AgentPresence;
  readonly offering: Pick<Offering, 'nudge'>;
  /** Why the bot answers nothing now; null while it does. */
  readonly pause: () => BotPause | null;
  /** What became of an ingest that ran by itself, where somebody must see to it. */
  readonly ingestNotices: () => readonly IngestNotice[];
  readonly addressBound: Pick<AddressBound, 'notices'>;
  /** What follows when an agent has signed out for good. */
  readonly onGone: (agentId: string) => Promise<void>;
}

/**
 * The desk on the conversation store. An action, what the customer is told of it and its timers are one transaction;
 * sending follows and needs nobody to wait for it: what could not be sent stays in the outbox.
 */
export function createDesk(parts: DeskParts): Desk {
  const { doors, changes, presence, botName, expireMs, offering } = parts;
  const act = createActions(parts);
  const { take, isAway } = createTaking(parts);
  const leaving = { botName, expireMs, askSolvedMs: parts.settings.SOLVED_ASK_HOURS * 3_600_000 };
  return {
    entries: () => deskEntries(parts, parts.clock.now()),
    follow: () => followEntries(parts),
    notices: () => [...doors.notices(), ...parts.ingestNotices(), ...parts.addressBound.notices()],
    pause: () => parts.pause(),
    conversation: (conversationId) => deskConversation(parts, conversationId),
    claim: (conversationId, agent) =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (isHeldNowBy(conversation, agent.id)) return DONE;
        if (conversation.state !== 'waiting') return conflict(conversation);
        return take(write, conversation, 'claim', agent, now);
      }),
    takeOver: (conversationId, agent, fromAgentId) =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (isHeldNowBy(conversation, agent.id)) return DONE;
        if (conversation.state === 'waiting') return take(write, conversation, 'claim', agent, now);
        const mayTake =
          isHeldBy(conversation, fromAgentId) && (mayLead(agent) || (await isAway(write, conversation, now)));
        if (conversation.state !== 'with-agent' || !mayTake) return conflict(conversation);
        return take(write, conversation, 'take-over', agent, now);
      }),
    take: (conversationId, agent) =>
      act(conversationId, agent, async (write, conversation, now) => {
        if (isHeldNowBy(conversation, agent.id)) return DONE;
        if (conversation.state === 'waiting') return take(write, conversation, 'claim', agent, now);
        if (conversation.state === 'with-agent') return conflict(conversation);
        const problem = replyProblem(conversation, doors, now);
        if (problem !== null) return { outcome: { kind: 'cannot-reach', problem } };
        return take(write, conversation, 'take', agent, now);
      }),
    reply: (conversationId, agent, text, key, seenId, ending, fileIds = []) =>
      act(conversationId, agent, async (write, conversation, now) => {
        const reply = { text: text.trim(), key, seenId, fileIds };
        const said = await sayReply(write, conversation, { agent, reply, now, doors });
        if (said.isNew && ending !== undefined)
          await leaveConversation(write, conversation, ending, { ...leaving, agent, now });
        return said;
      }),
    mayAttach: (conversationId, agent) => mayAttach(parts, conversationId, agent),
    draft: async (conversationId, agent) =>
      (await findReplyDraft(parts.store, conversationId, agent.id)) ?? '',
    keepDraft: (conversationId, agent, text) => keepDraft(parts, conversationId, agent, text),
    judge: (conversationId, agent, isRight) =>
      act(conversationId, agent, async (write, conversation) => {
        if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
        return { ...DONE, verdict: await judgeGuess(write, conversation.handoff?.id ?? '', isRight) };
      }),
    close: (conversationId, agent) => end(conversationId, agent, 'close'),
    giveBack: (conversationId, agent) => end(conversationId, agent, 'give-back'),
    async present(agentId, face) {
      await presence.present(agentId, face);
      offering.nudge();
    },
    left: (agentId, face) => presence.left(agentId, face),
    async signedOut(agentId) {
      const at = parts.clock.now().toISOString();
      if (!(await isSignedIn(parts.store, agentId, at))) await parts.onGone(agentId);
    },
    onChange: (listener) => changes.listen(listener),
  };

  function end(conversationId: string, agent: DeskAgent, ending: DeskEnding) {
    return act(conversationId, agent, async (write, conversation, now) => {
      if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
      await leaveConversation(write, conversation, ending, { ...leaving, agent, now });
      return DONE;
    });
  }
}
