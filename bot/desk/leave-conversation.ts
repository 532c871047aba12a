import type { DeskAgent, DeskEnding } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import { moveHandoff } from '../handoff/move-handoff.js';
import { beginAnew, tellNews } from '../handoff/tell-news.js';
import type { Write } from '../store/store.js';
import type { HandoffNews } from '../turn/turn.js';

interface Leaving {
  readonly agent: DeskAgent;
  readonly now: Date;
  readonly botName: string;
  readonly expireMs: number;
}

/** What the customer is told of an ending. */
const NEWS_OF: Readonly<Record<DeskEnding, HandoffNews>> = { close: 'closed', 'give-back': 'given-back' };

/** Ends the hand-off of a conversation that the agent has, and tells the customer; the bot begins anew. */
export async function leaveConversation(
  write: Write,
  conversation: Conversation,
  ending: DeskEnding,
  { agent, now, botName, expireMs }: Leaving,
): Promise<void> {
  await moveHandoff(write, conversation, ending, { now, expireMs });
  const fresh = await beginAnew(write, conversation);
  // Who was helped is asked how satisfied they are with this hand-off.
  const handoffId = ending === 'close' ? (conversation.handoff?.id ?? null) : null;
  const facts = { botName, agentName: agent.name, queuePosition: null, handoffId };
  await tellNews(write, fresh, NEWS_OF[ending], facts, now);
}
