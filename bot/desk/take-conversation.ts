import type { AssignmentRules } from '../assignment/assignment-rules.js';
import { refuseClaim } from '../assignment/refuse-claim.js';
import type { DeskAgent } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import { type AgentPresence, awayFromIn } from '../handoff/agent-presence.js';
import { moveHandoff } from '../handoff/move-handoff.js';
import { tellNews } from '../handoff/tell-news.js';
import { markAssigned } from '../store/handoffs/assignment-rows.js';
import type { Write } from '../store/store.js';
import type { Acted } from './desk-actions.js';
import { openingOf } from './take-unasked.js';
import { DONE } from './who-may-act.js';

export interface TakingParts {
  readonly presence: Pick<AgentPresence, 'takes'>;
  readonly rules: AssignmentRules;
  readonly botName: string;
  readonly expireMs: number;
  readonly awayMs: number;
}

/** How an agent gets a conversation, from the queue, the bot or a colleague. */
export function createTaking({ presence, rules, botName, expireMs, awayMs }: TakingParts) {
  return {
    /** Gives it to the agent and tells the customer; refused where they may not have it, or have no room. */
    async take(
      write: Write,
      conversation: Conversation,
      move: 'claim' | 'take' | 'take-over',
      agent: DeskAgent,
      now: Date,
    ): Promise<Acted> {
      const refusal = await refuseClaim(write, conversation, agent, rules);
      if (refusal) return { outcome: refusal };
      const holder = { kind: 'agent', id: agent.id, name: agent.name } as const;
      const opening = move === 'take' ? { opening: await openingOf(write, conversation) } : {};
      const { firstWordMs } = rules;
      await moveHandoff(write, conversation, move, { now, expireMs, holder, firstWordMs, ...opening });
      await markAssigned(write, agent.id, now.toISOString());
      await presence.takes(write, agent.id, conversation.id);
      const news = move === 'take-over' ? 'agent-changed' : 'agent-joined';
      const facts = { botName, agentName: agent.name, queuePosition: null };
      await tellNews(write, conversation, news, facts, now);
      return DONE;
    },

    /** Whether the agent who has it is away, so that anybody may take it over. */
    async isAway(write: Write, conversation: Conversation, now: Date): Promise<boolean> {
      const from = await awayFromIn(write, conversation.id, awayMs);
      return from !== null && from <= now.toISOString();
    },
  };
}
