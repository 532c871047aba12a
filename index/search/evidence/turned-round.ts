import { hasReversedWord } from './reversed-word.js';
import { countShared, namingWordsOf } from './small-words.js';

/** From one thing to another, in a title. */
const FROM_TO =
  /(?<!\p{L})(?:van|from)\s+((?:[\p{L}\p{N}-]{1,30}\s+){0,4}?[\p{L}\p{N}-]{1,30})\s+(?:terug\s+|back\s+|over\s+)?(?:naar|to|into)\s+((?:[\p{L}\p{N}-]{1,30}\s*){1,4})/iu;
/** Where to, in a question; the last one counts. */
const TO = /(?<!\p{L})(?:naar|to|into|in for)\s+((?:[\p{L}\p{N}-]{1,30}\s*){1,4})/giu;
/** Switching off, or getting out of. */
const OFF =
  /(?<!\p{L})(?:uitzet|uitschakel|uitdoe|uitgezet|uitgeschakeld|deactiv|disabl)\p{L}*|(?<!\p{L})(?:zet|zetten|schakel|doe|haal|krijg|turn|switch|turning|switching|get|take)(?: [\p{L}\p{N}-]{1,30}){0,6} (?:uit|off|out of)(?!\p{L})|(?<!\p{L})out of [\p{L}\p{N}-]{1,30}(?: mode| modus)(?!\p{L})/iu;
/** A sentence with one of these may speak of it. */
const SPEAKS_OF_OFF =
  /(?<!\p{L})(?:uit|off|out|none|nooit|never|uitgezet|vinkje weg|uncheck|untick|undo)(?!\p{L})|(?<!\p{L})(?:uitzet|uitschakel|deactiv|disabl|verwijder|remov|stop|opzeg|cancel|afmeld|blok|block|wis|delet)\p{L}*/iu;
/** Of the words of a title so many must be the question's, for the two to be about the same. */
const LEAST_SHARED = 0.5;

interface Asked {
  readonly title: string;
  readonly answer: string;
}

/** What stands for the subject of a title in a sentence, or says that it goes both ways. */
const STANDS_FOR_SUBJECT =
  /(?<!\p{L})(?:hem|het|dit|dat|deze|die|it|this|that|them)(?!\p{L})|(?:aan|on) (?:en|of|and|or) (?:uit|off)/iu;
const SENTENCE_END = /(?<=[.!?:;])\s+|\n+/u;

/**
 * Whether a question asks for the contrary of what an item tells: the way back of "from A to B", off where it only knows on, or
 * the contrary of a word of its title. On the fields of `fit` and `choose` it meets no control.
 */
export function isTurnedRound(question: string, item: Asked): boolean {
  return asksWayBack(question, item) || asksOffOfOn(question, item) || hasReversedWord(question, item);
}

function asksWayBack(question: string, { title }: Asked): boolean {
  const told = FROM_TO.exec(title);
  if (!told) return false;
  const [from, to] = [told[1] ?? '', told[2] ?? ''].map(namingWordsOf);
  const wanted = namingWordsOf([...question.matchAll(TO)].at(-1)?.[1] ?? '');
  if (!from || !to || wanted.size === 0) return false;
  return countParts(wanted, from) > countParts(wanted, to);
}

/** "sim" and "kaart" are parts of "simkaart". */
function countParts(words: ReadonlySet<string>, of: ReadonlySet<string>): number {
  return [...words].filter((word) => [...of].some((other) => other === word || isPart(word, other))).length;
}

function isPart(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  // "sim" is no part of "esim": what a letter is put before is another thing.
  return short.length >= 3 && (long.startsWith(short) || (short.length > 3 && long.endsWith(short)));
}

/** Off is spoken of where a sentence names what it is about as well: "turn its wifi off" is not the way out of bridge mode. */
function asksOffOfOn(question: string, { title, answer }: Asked): boolean {
  if (!OFF.test(question) || SPEAKS_OF_OFF.test(title)) return false;
  const asked = namingWordsOf(question);
  const subject = namingWordsOf(title);
  if (subject.size === 0 || countShared(subject, asked) < LEAST_SHARED * subject.size) return false;
  const both = new Set([...subject].filter((word) => countShared(new Set([word]), asked) > 0));
  const isOnSubject = (sentence: string) =>
    STANDS_FOR_SUBJECT.test(sentence) || countShared(both, namingWordsOf(sentence)) > 0;
  return !answer
    .split(SENTENCE_END)
    .some((sentence) => SPEAKS_OF_OFF.test(sentence) && isOnSubject(sentence));
}
