import type { DeskAgent, DeskEnding } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import { moveHandoff } from '../handoff/move-handoff.js';
import { beginAnew, tellNews } from '../handoff/tell-news.js';
import type { Write } from '../store/store.js';
import { setTimer } from '../store/timers.js';
import type { HandoffNews } from '../turn/turn.js';

interface Leaving {
  readonly agent: DeskAgent;
  readonly now: Date;
  readonly botName: string;
  readonly expireMs: number;
  /** So long after it was closed the customer is asked whether it stayed solved, in milliseconds; 0 for never. */
  readonly askSolvedMs: number;
}

/** What the customer is told of an ending. */
const NEWS_OF: Readonly<Record<DeskEnding, HandoffNews>> = { close: 'closed', 'give-back': 'given-back' };

/** Ends the hand-off of a conversation that the agent has, and tells the customer; the bot begins anew. */
export async function leaveConversation(
  write: Write,
  conversation: Conversation,
  ending: DeskEnding,
  { agent, now, botName, expireMs, askSolvedMs }: Leaving,
): Promise<void> {
  await moveHandoff(write, conversation, ending, { now, expireMs, closedBy: 'agent' });
  if (ending === 'close' && askSolvedMs > 0) {
    await setTimer(write, 'ask-solved', conversation.id, new Date(now.getTime() + askSolvedMs).toISOString());
  }
  const fresh = await beginAnew(write, conversation);
  // Who was helped is asked how satisfied they are with this hand-off.
  const handoffId = ending === 'close' ? (conversation.handoff?.id ?? null) : null;
  const facts = { botName, agentName: agent.name, queuePosition: null, handoffId };
  await tellNews(write, fresh, NEWS_OF[ending], facts, now);
}
