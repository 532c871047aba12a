import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { guesses } from '../corrections/signs-of-change.js';
import { sharedSubjects, subjectWords } from '../corrections/subject-words.js';
import { isTrustedRank, objects } from '../corrections/trust.js';
import { namesAmount, namesOtherAmount } from '../corrections/turns-round.js';
import { judgeAnswer } from '../judge-answer.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { plainReply } from './plain-reply.js';

/** Two things asked in one title: "skiing and deadline for claims", "price? and where". */
const TWO_ASKED = /(?<!\p{L})(?:en|and|und|plus|&|of ook|\+)(?!\p{L})|\?.+\p{L}|\p{L}, \p{L}/iu;
/** So much of the text below the title is read, in characters. */
const LONGEST_ASKED = 600;
const FEWEST_WORDS = 6;
const FEWEST_VOTES = 3;

/**
 * Whether of two answers each speaks of a part of the question that the other leaves: then they are halves of one answer and no rivals.
 * @param answered plain words of the first
 * @param text plain words of the second
 */
export function coversOtherPart(thread: Thread, answered: string, text: string): boolean {
  const body = stripMarkdown(thread.body.slice(0, LONGEST_ASKED).replace(/<[^<>]{0,500}>/g, ' '));
  const isOfTwo = TWO_ASKED.test(thread.title) || (body.match(/\?/g) ?? []).length >= 2;
  if (!isOfTwo) return false;
  const asked = [...askedWords(`${thread.title} ${body}`)];
  const [first, second] = [askedWords(answered), askedWords(text)];
  const isOwnPart = (own: ReadonlySet<string>, other: ReadonlySet<string>) =>
    asked.some((word) => own.has(word) && !other.has(word));
  if (isOwnPart(first, second) && isOwnPart(second, first)) return true;
  // Inflected words hide which part is meant; two that tell facts and share no word are no rivals either.
  const isApart =
    sharedSubjects(subjectWords(answered), subjectWords(text)) === 0 && !namesOtherAmount(answered, text);
  return isApart && [answered, text].every((words) => tellsToDo(words) || namesAmount(words));
}

/** Of what is asked words of three letters count as well: "pas", "app", "fee". */
function askedWords(text: string): ReadonlySet<string> {
  const short = (text.toLowerCase().match(/(?<![\p{L}\p{N}])\p{L}{3}(?![\p{L}\p{N}])/gu) ?? []).filter(
    (word) => !SHORT_COMMON.has(word),
  );
  return new Set([...subjectWords(text), ...short]);
}

const SHORT_COMMON = new Set(
  (
    'hoe wat wie dan die dat het een van met bij aan uit kan mag wil wel nog ook ben zit heb was als hij zij mij jij ons per via dus ' +
    'the and for how can why you who are has not but get did any may out our its let was all one two per via yes off'
  ).split(' '),
);

/**
 * The reply of somebody else that answers the part of a question of two which the answer leaves open; null where there is none.
 * As many as for the answer, or a few, must have voted for it, or its writer have a rank.
 * @param staffRanks ranks that the company named as its staff, lower case
 */
export function otherHalf(
  thread: Thread,
  answer: ThreadReply,
  staffRanks: ReadonlySet<string>,
): ThreadReply | null {
  const answered = plainReply(thread, answer);
  const half = thread.replies.find((reply) => {
    if ([answer.author.name, thread.asker].includes(reply.author.name)) return false;
    if (reply.votes < Math.max(1, Math.min(FEWEST_VOTES, answer.votes)) && !isTrustedRank(reply, staffRanks))
      return false;
    const text = plainReply(thread, reply);
    const isAnswer = text.split(' ').length >= FEWEST_WORDS && !/\?\W*$/.test(text) && !guesses(text);
    return (
      isAnswer && !objects(text) && judgeAnswer(text) === null && coversOtherPart(thread, answered, text)
    );
  });
  return half ?? null;
}
