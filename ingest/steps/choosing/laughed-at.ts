import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { plainReply } from './plain-reply.js';

const LAUGHS =
  /^[^\p{L}]*(?:(?:ha|he|hi){2,}h?|lol|lmao|rofl|grappig|funny|good one|goeie|flauw)(?!\p{L})|^[^\p{L}\p{N}]*[😂🤣]/iu;
const MOST_WORDS = 28;
const MOST_REPLIES_AFTER = 2;

const LAUGHS_ITSELF =
  /(?<!\p{L})(?:(?:ha|he|hi){2,}h?|lol|lmao|rofl|grapje|geintje|just kidding|only joking)(?!\p{L})|[😂🤣😜]/iu;

/** Whether a short reply without a fact or step laughs itself, whatever it tells to do, or was laughed at right after. */
export function isLaughedAt(thread: Thread, answer: ThreadReply): boolean {
  const text = plainReply(thread, answer);
  if (
    text.split(' ').length > MOST_WORDS ||
    /\d|[>→]/.test(text) ||
    (tellsToDo(text) && text.split(' ').length > MOST_WORDS / 2)
  )
    return false;
  if (LAUGHS_ITSELF.test(text)) return true;
  const place = thread.replies.indexOf(answer);
  return thread.replies
    .slice(place + 1, place + 1 + MOST_REPLIES_AFTER)
    .some((reply) => reply.author.name !== answer.author.name && LAUGHS.test(plainReply(thread, reply)));
}
