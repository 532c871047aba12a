import type { DeskConversation, DeskMessage } from '../../../../bot/contracts/desk.js';
import type { DeskPost, DeskRoom, DeskThread } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { markOf } from '../cards/desk-elements.js';
import { noticeCard, postCard } from '../cards/post-card.js';
import type { RoomParts } from '../room-parts.js';
import type { TeamsOutbox } from './teams-outbox.js';

/** Replies that agents wrote in a thread are said under keys with this beginning: they stand there already. */
export const THREAD_KEY = 'thread-';

/** Posts of one thread; what is said after so many is read at the desk's page. */
const MOST_POSTS = 400;

/**
 * Makes what shows, below the card of a hand-off, what was said since somebody took it, and notices. The result says whether
 * everything is shown.
 */
export function createPostShow(
  parts: RoomParts,
  outbox: TeamsOutbox,
): (room: DeskRoom, thread: DeskThread, conversation: DeskConversation) => Promise<boolean> {
  const { elsewhere, words, language } = parts;
  const { rooms } = elsewhere;

  /** What was said since somebody took it, and is not in the thread by their own hand. */
  async function addPosts(thread: DeskThread, conversation: DeskConversation): Promise<void> {
    const { handoffId, fromId } = thread;
    if (fromId === null || !thread.isCurrent) return;
    const { messages, entry } = conversation;
    const begin = messages.findIndex(({ id }) => id === fromId);
    const later = messages.slice(begin + 1);
    const known = new Set((await rooms.posts(handoffId)).map(({ key }) => key));
    if (known.size >= MOST_POSTS) {
      await rooms.addPost({ handoffId, key: 'too-many', words: words.threadFull });
      return;
    }
    // What is said after its end is between the customer and the bot.
    const fresh = isAtDesk(conversation) ? later.filter(({ id }) => !known.has(id)) : [];
    if (fresh.length > 0) {
      const own = await rooms.saidUnder(entry.conversationId, THREAD_KEY);
      for (const { id } of fresh) if (!own.has(id)) await rooms.addPost({ handoffId, key: id, words: null });
    }
    for (const { id, text, from, delivery } of later) {
      const key = `failed-${id}`;
      if (delivery !== 'failed' || from !== 'agent' || known.has(id) || known.has(key)) continue;
      await rooms.addPost({ handoffId, key, words: `${words.notArrived}: ${text.slice(0, 300)}` });
    }
  }

  async function showPosts(
    room: DeskRoom,
    thread: DeskThread,
    conversation: DeskConversation,
  ): Promise<boolean> {
    const { handoffId, threadId } = thread;
    if (threadId === null) return false;
    await addPosts(thread, conversation);
    const messages = new Map(conversation.messages.map((message) => [message.id, message]));
    let isShown = true;
    for (const post of await rooms.posts(handoffId)) {
      const isDone = await showPost(room, { post, threadId }, messages.get(post.key));
      // In their order: what cannot be sent now holds up what follows it. A change of an earlier one does not.
      if (!isDone && post.activityId === null) return false;
      isShown &&= isDone;
    }
    return isShown;
  }

  async function showPost(
    room: DeskRoom,
    { post, threadId }: { readonly post: DeskPost; readonly threadId: string },
    message: DeskMessage | undefined,
  ): Promise<boolean> {
    const { handoffId, key, activityId } = post;
    // Nothing to show any more, or nothing that Teams took.
    if ((message === undefined && post.words === null) || activityId === '') return true;
    const card = message ? postCard(message, words, language) : noticeCard(post.words ?? '', language);
    const shown = markOf(card);
    if (shown === post.shown) return true;
    const place = `${handoffId} ${key}`;
    const sent =
      activityId === null
        ? await outbox.say(room, threadId, place, card)
        : await outbox.change(room, threadId, place, activityId, card);
    if (sent.kind === 'later') return false;
    const id =
      sent.kind === 'shown' ? { activityId: activityId ?? sent.id } : { activityId: activityId ?? '' };
    await rooms.changePost(handoffId, key, { shown, ...id });
    return true;
  }

  return showPosts;
}

/** Whether somebody waits, or is with an agent. */
export function isAtDesk({ entry }: DeskConversation): boolean {
  return entry.state === 'waiting' || entry.state === 'with-agent';
}
