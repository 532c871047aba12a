import type { DeskRoom } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { TEAMS } from '../room-keeper.js';
import type { RoomParts } from '../room-parts.js';
import type { TeamsOutbox } from './teams-outbox.js';

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
