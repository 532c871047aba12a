import { createHash } from 'node:crypto';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskAgent, DeskMessage } from '../../../bot/contracts/desk.js';
import type { DeskThread } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { wordsWithoutBot } from '../../text/words-without-bot.js';
import { readEmoji } from '../read-emoji.js';
import { shortLine } from './cards/desk-elements.js';
import { LONGEST_REPLY } from './cards/reply-card.js';
import { writtenMs } from './room-activity.js';
import type { RoomParts } from './room-parts.js';
import { seenInThread } from './seen-in-thread.js';
import { THREAD_KEY } from './showing/show-posts.js';
import type { RoomWords } from './words/word-list.js';
import { refusalWords } from './words/words.js';

/** With what a line begins that is for colleagues only. */
const ASIDE = '//';

/** Something that was written in the thread of a hand-off. */
export interface ThreadMessage {
  readonly activity: Activity;
  readonly thread: DeskThread;
  readonly isMention: boolean;
  /** In the language of who wrote it. */
  readonly words: RoomWords;
}

/**
 * Makes what becomes of an agent's words in a thread: they go to the customer where the agent has the conversation. Whatever
 * does not go there is told below them, or who wrote it would take it for sent.
 */
export function createThreadReply(
  parts: RoomParts,
): (said: ThreadMessage, agent: DeskAgent) => Promise<void> {
  const { desk, shifts, clock, changed } = parts;
  const { rooms } = parts.elsewhere;

  return async ({ activity, thread, isMention, words }, agent) => {
    const { conversationId, handoffId } = thread;
    const text = (wordsWithoutBot(activity) || readEmoji(activity.attachments)).trim();
    if (conversationId === null || text.startsWith(ASIDE)) return;
    await shifts.heard(agent);
    const tell = (notice: string, of = activity.id ?? '') =>
      tellInThread(parts, thread, `notice-${shortKey(of)}`, notice);
    const conversation = await desk.conversation(conversationId);
    if (!conversation || !thread.isCurrent) return tell(words.over);
    const { state, holder } = conversation.entry;
    if (state === 'waiting') return tell(words.claimFirst);
    if (state !== 'with-agent') return tell(words.over);
    if (holder !== null && !(holder.kind === 'agent' && holder.id === agent.id)) {
      // Colleagues who are heard without being asked may talk to each other: that is told them once, and not each time.
      const notice = words.asideOnly(shortLine(holder.name));
      return tell(notice, isMention ? activity.id : `aside ${handoffId} ${agent.id} ${holder.name}`);
    }
    if (text.length > LONGEST_REPLY) return tell(words.tooLong(LONGEST_REPLY));
    if (hasFiles(activity)) await tell(words.noFiles, `files ${activity.id ?? ''}`);
    if (text === '') return;
    const posts = await rooms.posts(handoffId);
    const seenId = seenInThread(thread, posts, conversation.messages, writtenMs(activity, clock.now()));
    const outcome = await desk.reply(conversationId, agent, text, replyKeyOf(activity), seenId);
    changed(conversationId);
    const refusal = refusalWords(outcome, words);
    if (refusal === null) return;
    await tell(outcome.kind === 'newer' ? [refusal, ...outcome.messages.map(lineOf)].join('\n') : refusal);
  };
}

/** Tells something below what was written in a thread, once under its key; also where the hand-off is at its end. */
export async function tellInThread(
  { elsewhere, changed }: Pick<RoomParts, 'elsewhere' | 'changed'>,
  { handoffId, conversationId, endedAt }: DeskThread,
  key: string,
  words: string,
): Promise<void> {
  if (conversationId === null) return;
  await elsewhere.rooms.addPost({ handoffId, key, words });
  if (endedAt !== null) await elsewhere.rooms.changeThread(handoffId, { endedAt: null });
  changed(conversationId);
}

function lineOf({ name, text }: DeskMessage): string {
  return `${shortLine(name, 40)}: ${shortLine(text, 300)}`;
}

/** Under which what an agent writes in a thread is said: the same for the same message of Teams. */
export function replyKeyOf({ id = '' }: Pick<Activity, 'id'>): string {
  return `${THREAD_KEY}${shortKey(id)}`;
}

/** An id of Teams as a key: short, and of few signs. */
function shortKey(id: string): string {
  return /^[\w-]{1,60}$/.test(id) ? id : createHash('sha256').update(id).digest('base64url');
}

/** Whether something hangs on a message that is no copy of its words. */
function hasFiles({ attachments = [] }: Activity): boolean {
  return attachments.some(({ contentType = '' }) => !contentType.startsWith('text/html'));
}
