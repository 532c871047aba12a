import { type Conversation, isHeldBy } from '../conversations/conversation.js';
import type { Acted } from './desk-actions.js';

/** An action that was carried out, or that was before. */
export const DONE: Acted = { outcome: { kind: 'done' } };

/** Whether an agent has a conversation now. */
export function isHeldNowBy(conversation: Conversation, agentId: string): boolean {
  return conversation.state === 'with-agent' && isHeldBy(conversation, agentId);
}

/** That the conversation does not allow an action, with who has it. */
export function conflict(conversation: Conversation): Acted {
  const agentName = conversation.state === 'with-agent' ? (conversation.handoff?.holder?.name ?? null) : null;
  return { outcome: { kind: 'conflict', state: conversation.state, agentName } };
}
