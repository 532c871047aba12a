import type { DeskAgent, DeskOutcome } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import { findAgent } from '../store/accounts/agents.js';
import { openOfferOf } from '../store/handoffs/offers.js';
import { takeLock } from '../store/locks.js';
import type { Write } from '../store/store.js';
import type { AssignmentRules } from './assignment-rules.js';
import { lackOfRoom } from './load.js';

/**
 * Whether an agent may not take a conversation by themselves, and why: it is offered to somebody else, or is more than they
 * can have. What they have is counted under a lock that is held until the transaction ends, so that of two claims at once the
 * second counts the first. Somebody in danger may always be taken: nobody's limit is worth more.
 * @param conversation as read in this very transaction
 * @returns null where they may
 */
export async function refuseClaim(
  write: Write,
  conversation: Conversation,
  agent: DeskAgent,
  { routing }: Pick<AssignmentRules, 'routing'>,
): Promise<DeskOutcome | null> {
  const { handoff, channelId } = conversation;
  if (!handoff || handoff.priority === 'urgent') return null;
  await takeLock(write, 'assignment');
  const offer = await openOfferOf(write, handoff.id);
  if (offer && offer.agentId !== agent.id) return { kind: 'offered', agentName: offer.agentName };
  if (handoff.reservedFor !== null && handoff.reservedFor !== agent.id) {
    const colleague = await findAgent(write, handoff.reservedFor);
    if (colleague) return { kind: 'offered', agentName: colleague.name };
  }
  // What is offered to them counts already.
  const lack = offer ? null : await lackOfRoom(write, agent, channelId, routing);
  return lack && { kind: 'full', ...lack };
}
