import type { Conversation } from '../conversations/conversation.js';
import { keepPassedOn } from '../store/handoffs/offers.js';
import type { Write } from '../store/store.js';
import type { PassedOn } from './move-handoff.js';
import { type ReturnRules, waitAgain } from './return-to-queue.js';

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
  rules: ReturnRules,
): Promise<void> {
  const { handoff, id } = conversation;
  if (!handoff) return;
  const told = { agentName: agent.name, passedTo: { name: to.name, isTeam: to.reserved === null } };
  const how = { move: 'transfer', options: { passedOn: to }, news: 'passed-on', told } as const;
  await waitAgain(write, conversation, handoff, how, rules);
  const passed = { handoffId: handoff.id, conversationId: id, agentId: agent.id };
  await keepPassedOn(write, passed, rules.now.toISOString());
}
