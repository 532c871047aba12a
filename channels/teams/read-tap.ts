import type { Activity } from '../../bot/contracts/activities.js';
import type { MessageRating } from '../../bot/contracts/messages.js';
import { isRecord } from '../../index/platform/is-record.js';

/** What a tap means, with the words that stand for it in the transcript. */
interface Tap {
  readonly title: string;
  readonly value: unknown;
}

const LONGEST_COMMENT = 1_000;

/** Reads the value of a tap on one of our cards; null for none. Whether it means anything is the bot's to judge. */
export function readTap(value: unknown): Tap | null {
  if (!isRecord(value) || typeof value.action !== 'string') return null;
  const { title, msteams: _, ...choice } = value;
  return { title: typeof title === 'string' ? title.trim() : '', value: choice };
}

/** Reads Teams' thumbs below an answer; null where it does not tell which message was rated, or how. */
export function readRating({ value, replyToId }: Activity): Tap | null {
  const rated = isRecord(value) && value.actionName === 'feedback' ? value.actionValue : null;
  if (!isRecord(rated) || !replyToId) return null;
  if (rated.reaction !== 'like' && rated.reaction !== 'dislike') return null;
  const rating: MessageRating = {
    action: 'rate-message',
    activityId: replyToId,
    isHelpful: rated.reaction === 'like',
  };
  return { title: commentIn(rated.feedback), value: rating };
}

/** What the customer typed beside the thumb: `feedback` is JSON in a string. */
function commentIn(feedback: unknown): string {
  if (typeof feedback !== 'string') return '';
  try {
    const told: unknown = JSON.parse(feedback);
    const text = isRecord(told) ? told.feedbackText : null;
    return typeof text === 'string' ? text.trim().slice(0, LONGEST_COMMENT) : '';
  } catch {
    return '';
  }
}
