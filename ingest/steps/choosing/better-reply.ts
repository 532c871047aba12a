import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { guesses, sentencesOf } from '../corrections/signs-of-change.js';
import { sharedSubjects, subjectWords } from '../corrections/subject-words.js';
import { judgeAnswer } from '../judge-answer.js';
import { isOfficial, LOOKS_INTO } from './official.js';
import { plainReply } from './plain-reply.js';

/** A later reply leads with so many votes at least, and so many times those of the accepted one. */
const FEWEST_VOTES = 8;
const TIMES_THE_VOTES = 3;
/** Shorter ones are jokes and agreement. */
const FEWEST_WORDS = 12;

/**
 * The reply that answers better than the accepted one: a later one that far more people voted for, or one of the company, marked as
 * such, where the accepted one only guesses. Null where there is none: the asker accepted a text, and nothing less overrides that.
 */
export function betterReply(thread: Thread, accepted: ThreadReply): ThreadReply | null {
  const place = thread.replies.indexOf(accepted);
  const others = thread.replies
    .filter((reply) => reply !== accepted && reply.author.name !== thread.asker)
    .map((reply) => ({ reply, text: plainReply(thread, reply) }))
    .filter(({ text }) => saysSomething(text));
  const wanted = Math.max(FEWEST_VOTES, TIMES_THE_VOTES * accepted.votes);
  const voted = others
    .filter(({ reply }) => thread.replies.indexOf(reply) > place && reply.votes >= wanted)
    .reduce<ThreadReply | null>(
      (best, { reply }) => (best && best.votes >= reply.votes ? best : reply),
      null,
    );
  if (voted) return voted;
  const own = plainReply(thread, accepted);
  if (isOfficial(accepted, own) || !mayBeGuessed(own)) return null;
  const subject = subjectWords(`${thread.title} ${own} ${thread.body.slice(0, 2_000)}`);
  const official = others.findLast(
    ({ reply, text }) =>
      isOfficial(reply, text) &&
      !LOOKS_INTO.test(text) &&
      (sharedSubjects(subject, subjectWords(text)) > 0 || /\d/.test(text)),
  );
  return official?.reply ?? null;
}

function saysSomething(text: string): boolean {
  const sentences = sentencesOf(text);
  const isQuestion = sentences.length > 0 && /\?\W*$/.test(sentences.at(-1) ?? '') && sentences.length <= 2;
  return text.split(' ').length >= FEWEST_WORDS && !isQuestion && judgeAnswer(text) === null;
}

/** Few words, or words of somebody who is not sure. */
const SHORT_GUESS_WORDS = 25;

function mayBeGuessed(text: string): boolean {
  return text.split(' ').length <= SHORT_GUESS_WORDS || guesses(text);
}
