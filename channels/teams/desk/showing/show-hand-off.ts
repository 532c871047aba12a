import type { DeskConversation } from '../../../../bot/contracts/desk.js';
import type { DeskRoom, DeskThread } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { markOf } from '../cards/desk-elements.js';
import { rootOf, threadIdOf } from '../room-activity.js';
import { TEAMS } from '../room-keeper.js';
import type { RoomParts } from '../room-parts.js';
import { viewOfHandoff } from './hand-off-view.js';
import { createPostShow, isAtDesk } from './show-posts.js';
import type { TeamsOutbox } from './teams-outbox.js';

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
  const { desk, elsewhere, clock, log } = parts;
  const { rooms } = elsewhere;
  const showPosts = createPostShow(parts, outbox);

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
