import type { Conversation } from '../conversations/conversation.js';
import { findHandoff } from '../store/handoffs/handoffs.js';
import { keepPassedOn } from '../store/handoffs/offers.js';
import type { Write } from '../store/store.js';
import { startState } from '../turn/turn.js';
import { moveHandoff, type PassedOn } from './move-handoff.js';
import { placeInQueue } from './queue.js';
import type { ReturnRules } from './return-to-queue.js';
import { tellNews } from './tell-news.js';

/** To whom an agent passes a conversation on, and how customers are told it. */
export interface PassOn extends PassedOn {
  /** The colleague's name, or the team's. */
  readonly name: string;
}

/**
 * Passes a conversation that an agent has on: its customer waits, in front of everybody who is not urgent, for the colleague
 * or the team, and is told so. Whoever passed it on is not offered it again.
 * @param conversation as read in this very transaction, held by the agent
 */
export async function passOn(
  write: Write,
  conversation: Conversation,
  agent: { readonly id: string; readonly name: string },
  to: PassOn,
  { now, expireMs, routing, botName, presence }: ReturnRules,
): Promise<void> {
  const { handoff, id, turnState, reference } = conversation;
  if (!handoff) return;
  const attendance = await presence.attendance(write, handoff);
  await moveHandoff(write, conversation, 'transfer', {
    now,
    expireMs,
    routing,
    promise: attendance.promise,
    passedOn: to,
  });
  await keepPassedOn(
    write,
    { handoffId: handoff.id, conversationId: id, agentId: agent.id },
    now.toISOString(),
  );
  const waiting = await findHandoff(write, handoff.id);
  const queuePosition = await placeInQueue(write, waiting, { now, expireMs, routing });
  const passedTo = { name: to.name, isTeam: to.reserved === null };
  const facts = { botName, agentName: agent.name, queuePosition, passedTo, ...attendance };
  // That new words are kept for whoever comes is told once more: it is another wait.
  const turn = { ...(turnState ?? startState(reference.locale)), hasToldWaiting: false };
  await tellNews(write, { ...conversation, turnState: turn }, 'passed-on', facts, now);
}
