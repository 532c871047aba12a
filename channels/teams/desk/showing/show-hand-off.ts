import type { DeskConversation, DeskMessage } from '../../../bot/contracts/desk.js';
import type { DeskPost, DeskRoom, DeskThread } from '../../../bot/contracts/desk-elsewhere.js';
import { markOf } from './cards/desk-elements.js';
import { noticeCard, postCard } from './cards/post-card.js';
import { viewOfHandoff } from './hand-off-view.js';
import { rootOf, threadIdOf } from './room-activity.js';
import { TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import type { TeamsOutbox } from './teams-outbox.js';

/** Replies that agents wrote in a thread are said under keys with this beginning: they stand there already. */
export const THREAD_KEY = 'thread-';

/** Posts of one thread; what is said after so many is read at the desk's page. */
const MOST_POSTS = 400;

/**
 * Makes what shows the hand-offs of a conversation as they are now: its card, what was said below it, and the ends of earlier
 * ones. What was sent is kept by its id, so that a restart neither loses nor repeats it.
 *
 * The result says whether everything is shown; where not, it is to be tried again later.
 */
export function createHandoffShow(
  parts: RoomParts,
  outbox: TeamsOutbox,
): (room: DeskRoom, conversationId: string) => Promise<boolean> {
  const { desk, elsewhere, words, language, clock, log } = parts;
  const { rooms } = elsewhere;

  async function showRoot(
    room: DeskRoom,
    thread: DeskThread,
    conversation: DeskConversation,
  ): Promise<boolean> {
    const { handoffId, threadId, rootId } = thread;
    const card = await viewOfHandoff(parts, room, thread, conversation);
    const shown = markOf(card);
    if (threadId === null || rootId === null) {
      const sent = await outbox.open(room, handoffId, card);
      if (sent.kind !== 'shown') return false;
      const begun = rootOf(sent.id);
      await rooms.changeThread(handoffId, {
        threadId: threadIdOf(room.conversationId, begun),
        rootId: begun,
        shown,
      });
      return true;
    }
    if (shown === thread.shown) return true;
    const sent = await outbox.change(room, threadId, handoffId, rootId, card);
    if (sent.kind === 'later') return false;
    // Somebody deleted the card: who still waits gets another.
    if (sent.kind === 'gone' && thread.isCurrent && isAtDesk(conversation)) {
      await rooms.forgetThread(handoffId);
      return false;
    }
    await rooms.changeThread(handoffId, { shown });
    return true;
  }

  /** What was said since somebody took it, and is not in the thread by their own hand. */
  async function addPosts(thread: DeskThread, conversation: DeskConversation): Promise<void> {
    const { handoffId, fromId } = thread;
    if (fromId === null || !thread.isCurrent) return;
    const { messages, entry } = conversation;
    const from = messages.findIndex(({ id }) => id === fromId);
    const later = messages.slice(from + 1);
    const known = new Set((await rooms.posts(handoffId)).map(({ key }) => key));
    if (known.size >= MOST_POSTS) return;
    const fresh = later.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) {
      const own = await rooms.saidUnder(entry.conversationId, THREAD_KEY);
      for (const { id } of fresh) if (!own.has(id)) await rooms.addPost({ handoffId, key: id, words: null });
    }
    for (const { id, text, delivery } of later) {
      const key = `failed-${id}`;
      if (delivery !== 'failed' || known.has(id) || known.has(key)) continue;
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

  async function show(room: DeskRoom, thread: DeskThread, conversation: DeskConversation): Promise<boolean> {
    const isOpen = thread.isCurrent && isAtDesk(conversation);
    // One that ended before anything of it was shown needs no card.
    if (!isOpen && thread.rootId === null) {
      await rooms.forgetThread(thread.handoffId);
      return true;
    }
    const current = await withBegin(thread, conversation);
    const isRootShown = await showRoot(room, current, conversation);
    const [again] = (await rooms.openThreads(TEAMS, conversation.entry.conversationId)).filter(
      ({ handoffId }) => handoffId === thread.handoffId,
    );
    const arePostsShown = again ? await showPosts(room, again, conversation) : false;
    const isDone = isRootShown && arePostsShown;
    if (isDone && !isOpen) await rooms.changeThread(thread.handoffId, { endedAt: clock.now().toISOString() });
    return isDone;
  }

  /** From when somebody has it on, what is said stands below the card and not on it. */
  async function withBegin(thread: DeskThread, conversation: DeskConversation): Promise<DeskThread> {
    if (thread.fromId !== null || conversation.entry.state !== 'with-agent') return thread;
    const fromId = conversation.messages.at(-1)?.id ?? '';
    await rooms.changeThread(thread.handoffId, { fromId });
    return { ...thread, fromId };
  }

  return async (room, conversationId) => {
    const conversation = await desk.conversation(conversationId);
    if (conversation === null) return true;
    if (isAtDesk(conversation)) await rooms.threadOf(TEAMS, conversationId);
    let isDone = true;
    for (const thread of await rooms.openThreads(TEAMS, conversationId)) {
      const isShown = await show(room, thread, conversation).catch((error: unknown) => {
        log.error('A hand-off could not be shown in Teams.', { conversationId, error });
        return false;
      });
      isDone &&= isShown;
    }
    return isDone;
  };
}

/** Whether somebody waits, or is with an agent. */
function isAtDesk({ entry }: DeskConversation): boolean {
  return entry.state === 'waiting' || entry.state === 'with-agent';
}

/** Takes away what the room shows of conversations that were deleted. */
export async function removeLeft(parts: RoomParts, outbox: TeamsOutbox, room: DeskRoom): Promise<void> {
  const { rooms } = parts.elsewhere;
  for (const { handoffId, threadId, rootId } of await rooms.openThreads(TEAMS, null)) {
    if (!outbox.hasRoom()) return;
    const posts = threadId === null ? [] : await rooms.posts(handoffId);
    const ids = [...posts.map(({ activityId }) => activityId), rootId].filter(
      (id) => id !== null && id !== '',
    );
    let areGone = true;
    for (const id of ids) {
      const removed = await outbox.remove(room, threadId ?? '', id ?? '');
      // What Teams will not take away stays there; trying for ever would not change that.
      if (removed.kind === 'later') areGone = false;
    }
    if (areGone) await rooms.forgetThread(handoffId);
  }
}
