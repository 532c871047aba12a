import type { HandoffPriority } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import { solvedBefore } from '../store/handoffs/solved-before.js';
import type { Write } from '../store/store.js';
import { type AgentPresence, findHere } from './agent-presence.js';

/** Who asks for a person within this time after an agent closed has the same matter, not another one. */
export const SAME_MATTER_MS = 7 * 86_400_000;

/** A matter that an agent closed and that is back. */
export interface Reopening {
  /** The hand-off that was not solved. */
  readonly handoffId: string;
  readonly agentName: string;
  /** The agent who closed it, where they are here, and until when nobody else gets it; null where they are not. */
  readonly reserved: { readonly agentId: string; readonly until: string } | null;
}

/**
 * What a customer reopens who asks for a person now: what an agent closed for them of late, in this conversation or in another
 * of theirs on the same channel. Kept for that agent where they are signed in, here and not away. In danger it is kept for
 * nobody: whoever is free first is the right one.
 * @param conversation as read in this very transaction
 * @returns null where they had nothing closed, or wait already
 */
export async function reopeningOf(
  write: Write,
  { id, channelId, reference, state }: Conversation,
  priority: HandoffPriority,
  rules: {
    readonly now: Date;
    readonly presence: Pick<AgentPresence, 'hereUntil'>;
    readonly reserveMs: number;
  },
): Promise<Reopening | null> {
  if (state === 'waiting' || state === 'with-agent') return null;
  const { now, presence, reserveMs } = rules;
  const since = new Date(now.getTime() - SAME_MATTER_MS).toISOString();
  const solved = await solvedBefore(write, { id, channelId, customerId: reference.customer.id }, since);
  if (!solved) return null;
  const { handoffId, agentId, agentName } = solved;
  const isKept = priority !== 'urgent' && (await findHere(write, agentId, presence, now)) !== null;
  const until = new Date(now.getTime() + reserveMs).toISOString();
  return { handoffId, agentName, reserved: isKept ? { agentId, until } : null };
}
