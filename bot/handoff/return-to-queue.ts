import type { Clock } from '../../index/platform/clock.js';
import type { AssignmentRules } from '../assignment/assignment-rules.js';
import type { Routing } from '../assignment/routing.js';
import type { Background } from '../conversations/background.js';
import { type Conversation, type Handoff, isElsewhere, isHeldBy } from '../conversations/conversation.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { Timers } from '../conversations/timers.js';
import type { Outbox } from '../outbox/outbox.js';
import { lockConversation } from '../store/conversations.js';
import { conversationsOf, findHandoff } from '../store/handoffs/handoffs.js';
import { withdrawOffersTo } from '../store/handoffs/offers.js';
import type { Store, Write } from '../store/store.js';
import { type NewsFacts, startState } from '../turn/turn.js';
import type { AgentPresence } from './agent-presence.js';
import { type MoveOptions, moveHandoff } from './move-handoff.js';
import { placeInQueue, type QueueRules } from './queue.js';
import { tellNews } from './tell-news.js';

export interface ReturnRules extends QueueRules {
  readonly routing: Pick<Routing, 'teams'>;
  readonly botName: string;
  readonly presence: Pick<AgentPresence, 'attendance'>;
}

export interface ReturnParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly background: Background;
  readonly changes: ConversationChanges;
  readonly clock: Clock;
  readonly presence: Pick<AgentPresence, 'attendance' | 'gone'>;
  readonly botName: string;
  readonly expireMs: number;
  readonly rules: Pick<AssignmentRules, 'routing'>;
}

/**
 * Puts every conversation of an agent who is gone (signed out, locked, removed) back into the queue, the oldest request
 * first, and tells each customer. Resolves when that is written; sending follows.
 */
export async function returnConversationsOf(parts: ReturnParts, agentId: string): Promise<void> {
  const { store, outbox, timers, background, changes, clock, presence, botName, expireMs } = parts;
  const { routing } = parts.rules;
  presence.gone(agentId);
  await withdrawFrom(parts, agentId);
  for (const id of await conversationsOf(store, agentId)) {
    const now = clock.now();
    const isReturned = await store.transaction().execute(async (write) => {
      const conversation = await lockConversation(write, id, now.toISOString());
      // Somebody may have closed it, or taken it over, meanwhile.
      if (!conversation || !isHeldBy(conversation, agentId)) return false;
      return returnToQueue(write, conversation, { now, expireMs, routing, botName, presence });
    });
    if (!isReturned) continue;
    changes.announce(id);
    void background.run(() => outbox.drain(id));
  }
  // Those who were overtaken are told at once.
  void background.run(() => timers.runDue());
}

/** What was offered to somebody who is gone is offered to somebody else. */
async function withdrawFrom({ store, changes, clock }: ReturnParts, agentId: string): Promise<void> {
  const at = clock.now().toISOString();
  const ids = await store.transaction().execute((write) => withdrawOffersTo(write, agentId, at));
  for (const id of ids) changes.announce(id);
}

/**
 * Puts a customer whose agent is gone back into the queue, in front of everybody who is not urgent, and tells them. What
 * was said stays; expiry begins anew. A conversation that no agent of the desk has is left alone.
 * @param conversation as read in this very transaction
 * @param news why: the agent is gone, or took it and said nothing
 * @returns whether it was put back
 */
export async function returnToQueue(
  write: Write,
  conversation: Conversation,
  rules: ReturnRules,
  news: 'agent-left' | 'agent-silent' = 'agent-left',
): Promise<boolean> {
  const { handoff, state } = conversation;
  if (state !== 'with-agent' || !handoff || isElsewhere(conversation)) return false;
  const told = { agentName: handoff.holder?.name ?? null };
  await waitAgain(write, conversation, handoff, { move: 'return', options: {}, news, told }, rules);
  return true;
}

/** How a customer whom an agent had comes to wait again, and how they hear of it. */
interface WaitAgain {
  readonly move: 'return' | 'transfer';
  readonly options: Pick<MoveOptions, 'passedOn'>;
  readonly news: 'agent-left' | 'agent-silent' | 'passed-on';
  readonly told: Pick<NewsFacts, 'agentName' | 'passedTo'>;
}

/** Puts a customer whom an agent had back into the queue, and tells them their place and what they may count on. */
export async function waitAgain(
  write: Write,
  conversation: Conversation,
  handoff: Handoff,
  { move, options, news, told }: WaitAgain,
  { now, expireMs, routing, botName, presence }: ReturnRules,
): Promise<void> {
  const { turnState, reference } = conversation;
  const attendance = await presence.attendance(write, handoff);
  const { promise } = attendance;
  await moveHandoff(write, conversation, move, { now, expireMs, routing, promise, ...options });
  const waiting = await findHandoff(write, handoff.id);
  const queuePosition = await placeInQueue(write, waiting, { now, expireMs, routing });
  const facts = { botName, queuePosition, ...told, ...attendance };
  // That new words are kept for whoever comes is told once more: it is another wait.
  const turn = { ...(turnState ?? startState(reference.locale)), hasToldWaiting: false };
  await tellNews(write, { ...conversation, turnState: turn }, news, facts, now);
}
