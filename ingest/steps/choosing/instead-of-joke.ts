import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { guesses } from '../corrections/signs-of-change.js';
import { objects } from '../corrections/trust.js';
import { judgeAnswer } from '../judge-answer.js';
import { isLaughedAt } from './laughed-at.js';
import { plainReply } from './plain-reply.js';

const FEWEST_WORDS = 8;
const FEWEST_VOTES = 2;

/** Whether a reply is there to laugh about. */
export function isJoke(thread: Thread, answer: ThreadReply): boolean {
  return isLaughedAt(thread, answer) || judgeAnswer(plainReply(thread, answer)) === 'joke';
}

/**
 * The one other reply that tells what to do, where a joke was accepted; null where there is none, where nobody voted for it, and
 * where there are several, of which nobody knows the better.
 */
export function insteadOfJoke(thread: Thread, joke: ThreadReply): ThreadReply | null {
  const others = thread.replies.filter((reply) => {
    if (reply === joke || reply.author.name === thread.asker || reply.votes < FEWEST_VOTES) return false;
    const text = plainReply(thread, reply);
    const isAnswer = text.split(' ').length >= FEWEST_WORDS && tellsToDo(text) && !/\?\W*$/.test(text);
    return (
      isAnswer &&
      !guesses(text) &&
      !objects(text) &&
      !isLaughedAt(thread, reply) &&
      judgeAnswer(text) === null
    );
  });
  return others.length === 1 ? (others[0] ?? null) : null;
}
