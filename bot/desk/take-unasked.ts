import type { Conversation } from '../conversations/conversation.js';
import type { Opening } from '../handoff/move-handoff.js';
import { matterOf } from '../store/handoffs/desk-rows.js';
import { saidLately } from '../store/messages/said-words.js';
import { parseGuess } from '../store/messages/stored-words.js';
import type { Write } from '../store/store.js';

/** Longest question that is made of what a customer wrote last, in UTF-16 units. */
const LONGEST_QUESTION = 300;

/** With what a hand-off begins that nobody asked for: what is talked about, or was when it ended. */
export async function openingOf(write: Write, conversation: Conversation): Promise<Opening> {
  const { handoff, turnState } = conversation;
  const before = handoff?.state === 'solved' ? await matterOf(write, handoff.id) : undefined;
  const question =
    turnState?.question || before?.question || (await saidLately(write, conversation.id, 1))[0]?.text || '';
  return {
    reason: 'taken',
    question: question.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_QUESTION),
    bestGuess: before?.bestGuess && !turnState?.question ? parseGuess(before.bestGuess) : null,
  };
}
