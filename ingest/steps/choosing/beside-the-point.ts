import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { guesses } from '../corrections/signs-of-change.js';
import { sharedSubjects, subjectWords } from '../corrections/subject-words.js';
import { objects } from '../corrections/trust.js';
import { openingVerdict } from '../corrections/turns-round.js';
import { judgeAnswer } from '../judge-answer.js';
import { plainReply } from './plain-reply.js';

/** A longer reply says something of use somewhere. */
const MOST_WORDS = 20;
const FEWEST_WORDS = 8;
/** "Gewoon hard trekken": an infinitive at the end and nobody who does it tells what to do. */
const INFINITIVE =
  /^(?!.*(?<!\p{L})(?:ik|jij|hij|zij|ze|het|die|dat|wij|we|jullie)(?!\p{L})).*\p{L}{2,}en[.!]*$/iu;
const FEWEST_VOTES = 2;
/** So much of the text below the title is read, in characters. */
const LONGEST_ASKED = 600;

/**
 * The one reply that speaks of what is asked, where the answer is a few words that do not, nor tell what to do: wit without a smile
 * ("It tells you in Morse that the cheese is gone"). Null where the answer says yes or no, names a number, or nobody else answers.
 */
export function insteadOfWit(thread: Thread, answer: ThreadReply): ThreadReply | null {
  const text = plainReply(thread, answer);
  const asked = subjectWords(`${thread.title} ${thread.body.slice(0, LONGEST_ASKED)}`);
  const isBeside = (words: string) => sharedSubjects(asked, subjectWords(words)) === 0;
  const isWit =
    text.split(' ').length <= MOST_WORDS &&
    !/\d|https?:/.test(text) &&
    !tellsToDo(text) &&
    !INFINITIVE.test(text) &&
    openingVerdict(text) === null &&
    isBeside(text);
  if (!isWit) return null;
  const others = thread.replies.filter((reply) => {
    if (reply === answer || reply.author.name === thread.asker || reply.votes < FEWEST_VOTES) return false;
    const words = plainReply(thread, reply);
    const isAnswer = words.split(' ').length >= FEWEST_WORDS && !/\?\W*$/.test(words) && !isBeside(words);
    return isAnswer && !guesses(words) && !objects(words) && judgeAnswer(words) === null;
  });
  return others.length === 1 ? (others[0] ?? null) : null;
}
