import type { DeskMessage } from '../../../bot/contracts/desk.js';
import type { DeskPost, DeskThread } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { idMs } from './room-activity.js';

/**
 * The newest message that stood in a thread when something was written there: that counts as seen by its author. The times are
 * those of Teams on both sides, so that no clock of ours has a say.
 * @param atMs when it was written, in milliseconds since 1970
 * @param shownId a message that its author was shown otherwise; '' for none
 * @returns undefined where the conversation has no message
 */
export function seenInThread(
  thread: Pick<DeskThread, 'fromId'>,
  posts: readonly DeskPost[],
  messages: readonly DeskMessage[],
  atMs: number,
  shownId = '',
): string | undefined {
  // While nobody had it, everything stands on its card.
  if (thread.fromId === null) return messages.at(-1)?.id;
  const stood = posts
    .filter(
      ({ words, activityId }) => words === null && activityId !== null && (idMs(activityId) ?? 0) < atMs,
    )
    .map(({ key }) => key);
  const seen = new Set([...stood, thread.fromId, shownId]);
  return messages.findLast(({ id }) => seen.has(id))?.id ?? (thread.fromId || undefined);
}
