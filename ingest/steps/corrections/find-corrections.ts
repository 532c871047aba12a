import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { isBodyTooLong, squeezeBody } from '../bound-body.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { toMarkdown } from '../to-markdown.js';
import { deniesWords } from './denies-words.js';
import { foundOut } from './found-out.js';
import { type SignsOfChange, signsOfChange, speaksOfAnswer, yearsIn } from './signs-of-change.js';
import { sharedSubjects, subjectWords } from './subject-words.js';
import { isTakenBack, objects, type Trust, type TrustContext, trustIn, type WordedReply } from './trust.js';
import { deniesValue, namesOtherAmount, turnsVerdict } from './turns-round.js';

/** A later reply that is part of the answer. */
export interface Correction {
  readonly reply: ThreadReply;
  /** Whether the answer no longer holds beside it; else it adds to the answer. */
  readonly contradicts: boolean;
}

/** What was said after an answer, with the plain words of all that may speak of it; no replies where none says anything. */
interface LaterReplies {
  readonly context: TrustContext;
  readonly later: readonly WordedReply[];
  readonly answered: string;
  readonly subject: ReadonlySet<string>;
}

/** Later replies that are looked at, and how long one may be, in characters. */
const MOST_REPLIES = 60;
const LONGEST = 4_000;
const LONGEST_BODY = 20_000;
/** From here on a statement is of another time than the answer. */
const LATER_MS = 150 * 24 * 60 * 60 * 1000;
/** What corrects says at least so many words, what adds so many. */
const FEWEST_WORDS = 5;
const FEWEST_WORDS_ADDED = 8;
const SHORT_WORDS = 60;

/**
 * Finds what later replies of a thread correct or add, oldest first. A correction is a statement on the answer's subject by
 * somebody whom the thread trusts that says, in words or by another verdict or amount, that it is otherwise (by now).
 * Questions, guesses, what happened to one person, what is taken back or contradicted right after, and corrections of
 * somebody else's reply are none.
 */
export function correctionsIn(later: LaterReplies): Correction[] {
  return judgeLater(later, (trust) => trust !== 'none');
}

/**
 * How many people whom the thread neither knows nor backs say later that the answer does not hold (any more): no correction, but
 * a sign that it may be out of date. The asker and who answered count as corrections or not at all.
 */
export function countLaterDoubts(later: LaterReplies): number {
  const doubts = judgeLater(later, (trust) => trust === 'none');
  return new Set(
    doubts.filter(({ contradicts }) => contradicts).map(({ reply: { author, id } }) => author.name || id),
  ).size;
}

/** Reads an answer and what was said after it, once for all that is asked of it. */
export function readLater(
  thread: Thread,
  answer: ThreadReply,
  staffRanks: ReadonlySet<string>,
): LaterReplies {
  const context = { thread, answer, staffRanks };
  const later = repliesAfter(thread, answer).map((reply) => ({ reply, text: wordsOf(reply, thread) }));
  if (later.every(({ text }) => text === '')) return { context, later: [], answered: '', subject: new Set() };
  const answered = plainWords(answer, thread).slice(0, LONGEST);
  const subject = subjectWords(`${thread.title} ${thread.tags.join(' ')} ${answered}`);
  return { context, later, answered, subject };
}

function judgeLater(
  { context, later, answered, subject }: LaterReplies,
  isHeard: (trust: Trust) => boolean,
): Correction[] {
  const { thread, answer } = context;
  const trustAt = (at: number) => trustIn((later[at] as WordedReply).reply, context, later.slice(at + 1));
  return later.flatMap((said, at): Correction[] => {
    if (said.text === '') return [];
    const trust = trustAt(at);
    if (!isHeard(trust)) return [];
    const signs = signsOfChange(said.text);
    const isOnSubject =
      sharedSubjects(subject, subjectWords(said.text)) > 0 ||
      speaksOfAnswer(said.text) ||
      (trust === 'known' && pointsAtAnswer(said.text, signs, answered));
    const thereabouts = { answer, answered, between: later.slice(0, at), thread };
    const isFoundOut = said.reply.author.name === thread.asker && foundOut(said.text) !== null;
    if (!isOnSubject && !isFoundOut && !isContinued(said, thereabouts)) return [];
    const kind = kindOf(said, signs, trust, thereabouts);
    if (kind === null) return [];
    const trustOf = (other: WordedReply) => trustAt(later.indexOf(other));
    if (isTakenBack(said, trust, later.slice(at + 1), trustOf)) return [];
    return [{ reply: said.reply, contradicts: kind === 'contradicts' }];
  });
}

/** The same for what the author wrote behind an "EDIT" in the answer itself. */
export function contradictsItself(before: string, edit: string): boolean {
  const signs = signsOfChange(edit);
  const isTurned = namesOtherAmount(before, signs.opening) || turnsVerdict(before, signs.opening);
  return signs.isWrong || (isTurned && (signs.isDated || signs.isByNow || signs.isCorrection));
}

interface Thereabouts {
  readonly thread: Thread;
  readonly answer: ThreadReply;
  readonly answered: string;
  /** Replies between the answer and this one. */
  readonly between: readonly WordedReply[];
}

function kindOf(
  { reply, text }: WordedReply,
  signs: SignsOfChange,
  trust: Trust,
  thereabouts: Thereabouts,
): 'contradicts' | 'adds' | null {
  const { thread, answer, answered, between } = thereabouts;
  const { stated, opening } = signs;
  const words = stated.split(' ').length;
  // What says that one thing is otherwise may say of another that it is as it was.
  const isNews = signs.isWrong || signs.isStopped;
  if ((signs.isStillSo && !isNews) || words < FEWEST_WORDS) return null;
  const turnedAmount = namesOtherAmount(answered, opening);
  const isContrast = deniesValue(answered, stated);
  const isTurned = turnedAmount || isContrast || turnsVerdict(answered, opening);
  const isLater = isMuchLater(answer, reply, opening);
  const isTime = signs.isDated || signs.isByNow;
  const isToSomebodyElse = answersSomebodyElse(reply, answer, between);
  const isBelieved = trust === 'known' || reply.votes > answer.votes;
  const says = {
    wrong:
      signs.isWrong &&
      (isTime || isTurned || isLater || signs.isCorrection || speaksOfAnswer(text) || isShort(words)) &&
      (!isToSomebodyElse || (isLater && isTime) || (isTurned && speaksOfAnswer(text))),
    otherwiseNow:
      isTime && (isTurned || signs.isStopped) && (isLater || signs.announces) && !isToSomebodyElse,
    since: signs.isDated && isLater && (signs.isByNow || signs.announces || isTurned),
    // "It is € 14 now": of a price the word is enough, of whether something works it is not.
    // Long after, "no longer" of somebody who knows is about the answer.
    nowOver: signs.isStopped && isLater && isBelieved && isShort(words) && !isToSomebodyElse,
    costsNow: (signs.isNow || isTime) && turnedAmount && isLater && !isToSomebodyElse,
    // "1 January, not 1 March", of what the answer says.
    contrasts: isContrast && trust === 'known' && !isToSomebodyElse,
    objects: isTurned && objects(text) && !isToSomebodyElse,
    outvotes: turnedAmount && isShort(words) && outvotes(reply, answer) && !isToSomebodyElse,
    denies: deniesWords(answered, text) && !isToSomebodyElse,
    // Who comes back to their own answer long after says what became of it.
    returns: isTurned && isLater && reply.author.name === answer.author.name && !isToSomebodyElse,
    rectifies: (signs.isCorrection || signs.announces) && isTurned && !isToSomebodyElse,
  };
  // Who asked tells mostly how it went; that is no correction unless it says what is otherwise, or what it was instead.
  const isAsker = reply.author.name === thread.asker && reply.author.name !== answer.author.name;
  const found = isAsker ? foundOut(text) : null;
  if (found !== null) return found === 'instead' ? 'contradicts' : 'adds';
  if (Object.values(says).some(Boolean)) {
    return isAsker && !signs.isWrong && !turnedAmount && !signs.isCorrection ? null : 'contradicts';
  }
  const mayAdd = trust === 'known' && reply.author.name !== thread.asker;
  if (isContinued({ reply, text }, thereabouts) && words >= FEWEST_WORDS) return 'adds';
  return signs.adds && mayAdd && words >= FEWEST_WORDS_ADDED && !isToSomebodyElse ? 'adds' : null;
}

/** Far more people agree with it than with the answer. */
const FEWEST_VOTES = 5;

function outvotes(reply: ThreadReply, answer: ThreadReply): boolean {
  return reply.votes >= Math.max(FEWEST_VOTES, 2 * answer.votes);
}

/** Opens what somebody adds to their own answer. */
const CONTINUES =
  /^[^\p{L}\p{N}]*(?:(?:deel|part|teil|stap|step) (?:2|twee|two|ii)|(?:2|ii)[.):/]|2\/2|vervolg|continued|(?:o|oh)?,? ?ja|en(?: ook| nog| wat| dan)|then|after(?:wards| that)|daarna|vervolgens|(?:nog )?vergeten|forgot|nog (?:iets|één ding|een ding|even)|one more thing|also|and (?:also|for|on|then|as)|ook|verder|daarnaast|p\.?s\.?|(?:je|uw|your|the) (?:tweede|andere|second|other)|second|tweede|ten tweede|wat betreft|as for|for (?:the|your)|op (?:je|uw) (?:tweede|andere)|aanvulling|addition|to add|the rest|de rest|dan nog)(?![\p{L}\p{N}])/iu;
const TO_BE_CONTINUED =
  /(?<!\p{L})(?:(?:part|deel|teil) (?:1|one|een|één|i)(?!\p{L})|to be continued|continued|wordt vervolgd|vervolg|(?:rest|tweede|second)[^.]{0,30}(?:below|hieronder|volgende|next))/iu;
const CONTINUED_MS = 3 * 24 * 60 * 60 * 1000;

/** Whether somebody goes on with their own answer soon after: they say so, or nobody spoke in between and they tell more. */
function isContinued({ reply, text }: WordedReply, { answer, answered, between }: Thereabouts): boolean {
  if (reply.author.name !== answer.author.name) return false;
  const [from, to] = [timeOf(answer.createdAt), timeOf(reply.createdAt)];
  const isSoon = from === null || to === null || to - from <= CONTINUED_MS;
  const isNext = between.every((other) => other.reply.author.name === answer.author.name);
  const tellsMore = isNext && (tellsToDo(text) || /\d/.test(text));
  return (
    isSoon && !/\?\W*$/.test(text) && (tellsMore || CONTINUES.test(text) || TO_BE_CONTINUED.test(answered))
  );
}

/** Whether a reply was written long after the answer, or names a year after it. */
function isMuchLater(answer: ThreadReply, reply: ThreadReply, stated: string): boolean {
  const answeredAt = timeOf(answer.updatedAt ?? answer.createdAt);
  const at = timeOf(reply.createdAt);
  if (answeredAt === null) return false;
  const year = new Date(answeredAt).getUTCFullYear();
  return (at !== null && at - answeredAt >= LATER_MS) || yearsIn(stated).some((named) => named > year);
}

/** Whether somebody else spoke in between and this reply is to them: by name, or because it came right behind them. */
function answersSomebodyElse(
  reply: ThreadReply,
  answer: ThreadReply,
  between: readonly WordedReply[],
): boolean {
  const others = between.filter(
    ({ reply: other }) => other.author.name !== answer.author.name && other.author.name !== reply.author.name,
  );
  const isNamed = (name: string) => new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(reply.body);
  if (isNamed(answer.author.name)) return false;
  if (others.some(({ reply: other }) => isNamed(other.author.name) || quotes(reply, other.author.name)))
    return true;
  const last = others.at(-1);
  return last !== undefined && last === between.at(-1) && /\p{L}/u.test(signsOfChange(last.text).stated)
    ? isSoonAfter(last.reply, reply) && saysSomething(last.text)
    : false;
}

const SOON_MS = 7 * 24 * 60 * 60 * 1000;
/** Thanks and "+1" say less. */
const SAYS_SOMETHING_WORDS = 7;

function isSoonAfter(earlier: ThreadReply, later: ThreadReply): boolean {
  const [from, to] = [timeOf(earlier.createdAt), timeOf(later.createdAt)];
  return from === null || to === null || to - from <= SOON_MS;
}

function saysSomething(text: string): boolean {
  return (
    text.split(' ').length >= SAYS_SOMETHING_WORDS &&
    !/(?<!\p{L})(?:dank|bedankt|dankjewel|thanks|thank you|thx|cheers)(?!\p{L})/iu.test(text)
  );
}

/** Discourse and others name whom they quote. */
function quotes(reply: ThreadReply, name: string): boolean {
  return new RegExp(
    `(?:data-username="|\\[quote="?|<(?:cite|b|strong)>)${escaped(name)}(?![\\p{L}\\p{N}])`,
    'iu',
  ).test(reply.body);
}

function escaped(name: string): string {
  return name.slice(0, 100).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Words of a reply that says "it" and nothing of the subject. */
const POINTING_WORDS = 30;

/** Whether a reply without a word of the subject is about the answer still: another amount, or "it" in few words. */
function pointsAtAnswer(text: string, signs: SignsOfChange, answered: string): boolean {
  const isChange = signs.isWrong || signs.isStopped || signs.isDated || signs.isByNow || signs.isNow;
  if (!isChange) return false;
  if (namesOtherAmount(answered, signs.opening)) return true;
  const says = /(?<!\p{L})(?:het|dit|dat|it|this|that)(?!\p{L})/iu.test(signs.opening);
  const isTurned = signs.isWrong || signs.isStopped || turnsVerdict(answered, signs.opening);
  return says && isTurned && text.split(' ').length <= POINTING_WORDS;
}

/** A short reply speaks of what stands above it; a long one is an answer of its own. */
function isShort(words: number): boolean {
  return words <= SHORT_WORDS;
}

/** Replies that come after the answer, oldest first: by time where it is known, else by place. */
function repliesAfter(thread: Thread, answer: ThreadReply): ThreadReply[] {
  const place = thread.replies.indexOf(answer);
  const answeredAt = timeOf(answer.createdAt);
  return thread.replies
    .filter((reply, at) => {
      const createdAt = timeOf(reply.createdAt);
      if (reply === answer) return false;
      return answeredAt !== null && createdAt !== null ? createdAt > answeredAt : at > place;
    })
    .slice(-MOST_REPLIES);
}

/** The plain words of a later reply; none of one too long to correct another. */
function wordsOf(reply: ThreadReply, thread: Thread): string {
  if (reply.body.length > LONGEST_BODY) return '';
  const text = plainWords(reply, thread);
  return text.length <= LONGEST ? text : '';
}

function plainWords(reply: ThreadReply, thread: Thread): string {
  const body = squeezeBody(reply.body);
  if (isBodyTooLong(body, thread.format)) return '';
  return stripMarkdown(toMarkdown(body, thread.format, reply.url ?? thread.url));
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}
