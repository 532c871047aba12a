import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { guesses, sentencesOf } from '../corrections/signs-of-change.js';
import { objects } from '../corrections/trust.js';
import { judgeAnswer } from '../judge-answer.js';
import { isOfficial, LOOKS_INTO } from './official.js';
import { coversOtherPart } from './other-half.js';
import { plainReply } from './plain-reply.js';

/** So many votes, and so many times those of any reply that says something else. */
const FEWEST_VOTES = 5;
const TIMES_THE_VOTES = 3;
const FEWEST_WORDS = 8;
/** An official reply that as many people voted for needs no more than that nobody was preferred to it. */
const FEWEST_VOTES_OF_COMPANY = 3;
/** The asker says that it worked: as good as accepting. */
const IT_WORKED =
  /(?<!\p{L})(?:(?:dat|dit|that|this) (?:was (?:het|'m|it)|did (?:it|the trick)|werkte|hielp|worked|helped|fixed it|solved it)|(?:is )?(?:opgelost|gelukt)|(?:it|dat|het|that) (?:werkt|works|worked|lukte)(?: nu)?|doet het (?:nu|weer)|problem solved|sorted|all good now|helder|duidelijk|that(?: is|['’]s) clear|precies wat ik zocht|exactly what i (?:needed|was looking for))(?!\p{L})/iu;
const NOT_YET =
  /(?<!\p{L})(?:niet|not|n['’]t|geen|nog steeds|still|maar|but|helaas|unfortunately)(?!\p{L})|\?/iu;
const MOST_WORDS_OF_THANKS = 30;

/**
 * The reply that a thread stands behind though nobody accepted one: the asker wrote that it worked, far more people voted for it
 * than for any other, or the company wrote it and people voted for it. Null where there is none, where two replies are about as
 * good, or where somebody objects.
 */
export function outstandingReply(thread: Thread): ThreadReply | null {
  const said = thread.replies
    .filter(({ author }) => author.name !== thread.asker)
    .map((reply) => ({ reply, text: plainReply(thread, reply) }));
  const candidates = said.filter(({ text }) => answers(text));
  const thanked = thankedByAsker(thread, candidates);
  if (thanked) return thanked;
  const best = candidates.reduce<Said | null>(
    (lead, one) => (lead && lead.reply.votes >= one.reply.votes ? lead : one),
    null,
  );
  if (!best || isObjectedTo(thread, best, said)) return null;
  const rivals = candidates.filter(
    ({ reply, text }) =>
      reply !== best.reply &&
      reply.author.name !== best.reply.author.name &&
      !coversOtherPart(thread, best.text, text),
  );
  const most = Math.max(0, ...rivals.map(({ reply }) => reply.votes));
  // Halves of one answer are voted for together.
  const votes = candidates
    .filter((one) => !rivals.includes(one))
    .reduce((sum, { reply }) => sum + Math.max(0, reply.votes), 0);
  const isOfCompany = isOfficial(best.reply, best.text) && votes >= FEWEST_VOTES_OF_COMPANY && votes > most;
  return isOfCompany || votes >= Math.max(FEWEST_VOTES, TIMES_THE_VOTES * most) ? best.reply : null;
}

interface Said {
  readonly reply: ThreadReply;
  readonly text: string;
}

function answers(text: string): boolean {
  const isQuestion = /\?\W*$/.test(text) && sentencesOf(text).length <= 2;
  return (
    text.split(' ').length >= FEWEST_WORDS &&
    !isQuestion &&
    !guesses(sentencesOf(text)[0] ?? '') &&
    !LOOKS_INTO.test(text) &&
    judgeAnswer(text) === null
  );
}

/** The last answer before the asker wrote that it worked. */
function thankedByAsker(thread: Thread, candidates: readonly Said[]): ThreadReply | null {
  const place = thread.replies.findLastIndex((reply) => {
    if (thread.asker === null || reply.author.name !== thread.asker) return false;
    const text = plainReply(thread, reply);
    return text.split(' ').length <= MOST_WORDS_OF_THANKS && IT_WORKED.test(text) && !NOT_YET.test(text);
  });
  const before = candidates.filter(({ reply }) => thread.replies.indexOf(reply) < place);
  // Of several nobody knows which one worked, unless it was tried right away.
  const last = before.at(-1);
  return last && (tellsToDo(last.text) || /\d/.test(last.text)) ? last.reply : null;
}

function isObjectedTo(thread: Thread, best: Said, said: readonly Said[]): boolean {
  const place = thread.replies.indexOf(best.reply);
  return said.some(
    ({ reply, text }) =>
      thread.replies.indexOf(reply) > place &&
      reply.author.name !== best.reply.author.name &&
      objects(text) &&
      TIMES_THE_VOTES * reply.votes >= best.reply.votes,
  );
}
