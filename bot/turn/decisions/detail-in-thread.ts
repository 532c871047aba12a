import type { AnswerPart, SearchResult } from '../../../index/contracts/search.js';
import type { Decision, DecisionFacts, TurnState } from '../contracts.js';
import { normalise, wordsOf } from '../understanding/normalise.js';
import { topicWordsOf } from '../understanding/topic-words.js';
import { joinParts } from './join-parts.js';

/**
 * What kind of answer a text asks for, which words only ask for it, and by what it is seen that a sentence holds it. The
 * expected answer type of question answering; a price and a time are the two that a customer asks for without naming what.
 */
const ANSWER_TYPES = [
  {
    asked:
      /^(kost|kosten|kostte|prijs|tarief|betaal|betalen|bijbetalen|bijbetaal|gratis|cost|costs|price|pay|charge|charges|charged|free|fee|fine)$/,
    beside: /^(extra|geld|money|per|maand|month|monthly|jaar|year|verbonden|much|roughly|ongeveer)$/,
    held: /[€$£₹¥]|\b(dollar|pound|pond)s?\b|\beuros?\b|\bcent\b|\bgratis\b|\bkosteloos\b|\bfree\b|\b(no|any) (extra )?(cost|charge)|\bniets extra\b|\bzonder (extra|bijbetaling)|\bkost(en)? niets\b|\bcosts? nothing\b/i,
  },
  {
    asked:
      /^(lang|hoelang|laat|wanneer|snel|duurt|duren|uiterlijk|long|when|fast|soon|time|late|ver|terug|far|back|seconds|seconden|minuten|minutes|uur|hours|dagen|days)$/,
    beside: /^(wachten|wait|houd|hold|gebeurt|happens?|switch|onbereikbaar|tell|uiterlijk|latest)$/,
    held: /\d+( tot \d+| to \d+|-\d+)? ?(sec|minu|uur|uren|dag|werkdag|wek|week|maand|jaar|hour|day|working day|month|year)|\b\d{1,2}:\d{2}\b|\b(een|één|one|half een|an) (half )?(uur|hour|maand|month|week)\b|\b(meteen|direct|dezelfde dag|vandaag|morgen|nachts?|overdag|immediately|at once|same day|today|tomorrow|overnight|night|daytime)\b|\b(rond|around|about) (de |the )?\d+(e|st|nd|rd|th)\b/i,
  },
] as const;

type AnswerType = (typeof ANSWER_TYPES)[number];

/** Letters at the start of a word that its forms share: "kost", "kosten". */
const START = 4;
/** In words: a longer text names what it is about. */
const LONGEST = 9;
/** So many parts of an answer are quoted for a detail. */
const MOST_PARTS = 2;

/**
 * Answers "what does that cost?" and "how long does it take?" from the thread that was just quoted, where it holds that;
 * null for any other text, and where it does not.
 */
export function detailInThread(
  text: string,
  state: TurnState,
  found: SearchResult | null,
  facts: DecisionFacts,
): Extract<Decision, { kind: 'answer' }> | null {
  const type = typeAsked(text);
  if (!type || !state.answer) return null;
  const { itemId } = state.answer;
  const item = facts.findItem(itemId);
  const reading = facts.readAnswer?.(itemId);
  const parts = holding(reading?.parts ?? [], type, text);
  if (!item || !reading || parts.length === 0) return null;
  const joined = joinParts(parts);
  const confidence = found?.hits.find((hit) => hit.item.id === itemId)?.confidence;
  return {
    kind: 'answer',
    isInThread: true,
    hit: {
      item,
      confidence: confidence ?? { probability: 1, reason: 'clear' },
      passage: joined.text,
      trees: { passage: joined.tree, whole: reading.tree },
      isPart: parts.length < reading.parts.length,
    },
  };
}

/** The parts that hold what is asked for: those with a word of the question where there are any. */
function holding(parts: readonly AnswerPart[], type: AnswerType, text: string): AnswerPart[] {
  const held = parts.filter(({ plain }) => type.held.test(plain));
  const starts = wordsOf(text)
    .filter((word) => type.asked.test(word) && word.length >= START)
    .map((word) => word.slice(0, START));
  const named = held.filter(({ plain }) =>
    wordsOf(plain).some((word) => starts.some((start) => word.startsWith(start))),
  );
  return (named.length > 0 ? named : held).slice(0, MOST_PARTS);
}

const ASKS_PRICE =
  /\b(wat|hoeveel) (kost|kosten)\b|\bhoeveel (is|zijn|betaal)\b|\bprijs\b|\bhow much (is|are|does|do|will|would)\b|\bwhat (does|do|will|would) .{0,40}\bcost\b|\bprices?\b/;

/**
 * Whether an answer may hold what a text asks for: an answer without any price is none to "how much is a mesh point?".
 * @param answer in Markdown
 */
export function mayHold(answer: string, text: string): boolean {
  const type = ASKS_PRICE.test(normalise(text)) ? ANSWER_TYPES[0] : typeAsked(text);
  return type === null || type.held.test(answer);
}

/** What was named before: "wat kost zo'n versterker?", "how much is such a cable?". */
const POINTED_AT = /\b(?:zon|zo n|zulke|such|such an?|those|these) (\w{2,30})\b/g;

/** Whether a text asks for a price or a time of what was just told. */
export function asksDetail(text: string, state: TurnState): boolean {
  return state.answer !== null && typeAsked(text) !== null;
}

/** The kind of answer that a text asks for and names no subject beside. */
function typeAsked(text: string): AnswerType | null {
  const words = wordsOf(text);
  if (words.length > LONGEST) return null;
  const pointedAt = new Set([...words.join(' ').matchAll(POINTED_AT)].map(([, word]) => word));
  const topic = topicWordsOf(text).filter((word) => !pointedAt.has(word));
  const fitting = ANSWER_TYPES.find(
    ({ asked, beside }) =>
      words.some((word) => asked.test(word)) && topic.every((word) => asked.test(word) || beside.test(word)),
  );
  return fitting ?? null;
}
