import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, Transport } from '../../bot/contracts/channels.js';
import { DOOR } from './send-outcome.js';

/**
 * Runs a turn and returns what it said, for callers that want the replies as the answer to their call (`deliveryMode`
 * `expectReplies` of the Bot Framework protocol). What is said after the turn has ended goes out by the door as ever.
 */
export async function collectReplies(
  bot: Pick<BotEntry, 'receive'>,
  activities: readonly Activity[],
): Promise<readonly Activity[]> {
  const replies: Activity[] = [];
  let isOpen = true;
  const transport: Transport = {
    door: DOOR,
    isReply: true,
    async send(activity) {
      if (!isOpen) {
        const reason = 'the call that waited for replies has ended';
        return { kind: 'later', reason, waitMs: 0, scope: 'message', alert: null };
      }
      replies.push(activity);
      return { kind: 'sent', id: activity.id ?? '' };
    },
  };
  for (const activity of activities) await bot.receive(activity, transport);
  isOpen = false;
  return replies;
}
