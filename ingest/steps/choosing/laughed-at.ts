import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { tellsToDo } from '../text/tells-to-do.js';
import { plainReply } from './plain-reply.js';

const LAUGHS =
  /^[^\p{L}]*(?:(?:ha|he|hi){2,}h?|lol|lmao|rofl|grappig|funny|good one|goeie|flauw)(?!\p{L})|^[^\p{L}\p{N}]*[😂🤣]/iu;
const MOST_WORDS = 28;
const MOST_REPLIES_AFTER = 2;

/** Whether a short reply without a fact or step was laughed at right after: a joke without a smile of its own. */
export function isLaughedAt(thread: Thread, answer: ThreadReply): boolean {
  const text = plainReply(thread, answer);
  if (
    text.split(' ').length > MOST_WORDS ||
    /\d|[>→]/.test(text) ||
    (tellsToDo(text) && text.split(' ').length > MOST_WORDS / 2)
  )
    return false;
  const place = thread.replies.indexOf(answer);
  return thread.replies
    .slice(place + 1, place + 1 + MOST_REPLIES_AFTER)
    .some((reply) => reply.author.name !== answer.author.name && LAUGHS.test(plainReply(thread, reply)));
}
