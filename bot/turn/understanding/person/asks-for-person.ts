import { type Clause, clausesOf, partsOf } from '../clauses.js';
import { normalise } from '../normalise.js';
import { hasRequest, isRequest } from './is-request.js';
import { JOINED_WORDS, TALK_WORDS } from './person-words.js';
import { knownWord } from './word-likeness.js';

/** Parts of joined words that are repaired before they are joined. */
const REPAIRED_WORDS = new Set(['customer', 'service', 'support', 'klanten']);
/** In letters: "servce". No other word is one letter away from these. */
const SHORTEST_REPAIRED = 6;
/** What follows says what the talk is to be about. */
const TOPIC_WORDS =
  /^(over|about|regarding|concerning|vanwege|wegens|omtrent|betreffende|because|omdat|want)$/;
/** What follows says what the person must be like: "somebody who knows about eSIM". */
const KIND_WORDS = /^(die|who|that)$/;
/** "Agent please …": the wish in front of the story. */
const BARE_IN_FRONT =
  /^(medewerker|mens|agent|human|person|persoon|operator|representative) (please|pls|aub|graag|alsjeblieft|alstublieft|svp|nu|now)( |$)/;
const TOPIC_AFTER_HELP = /^(met|with)$/;

export interface PersonRequest {
  /** What the customer wants to talk about, in their own words; null where they do not say. */
  readonly topic: string | null;
}

/**
 * Whether a text asks for a person, and about what; null when it does not.
 *
 * Not a word decides but the structure of a clause: every word of it belongs to such a request ("can I please talk to a
 * real human"), or the verb, the person and who wants it stand right beside each other with little else around them. So
 * "human resources" or "how do I become an agent" stay questions. What follows "about" is free.
 */
export function asksForPerson(text: string): PersonRequest | null {
  const clauses = clausesOf(text);
  for (const [index, clause] of clauses.entries()) {
    const isAlone = clauses.length === 1;
    const found = readRequest(clause.text, isAlone) ?? readParts(clause);
    if (!found) continue;
    const rest = clauses.filter((_, other) => other !== index).map((other) => other.text);
    return { topic: [...rest, ...(found.topic ? [found.topic] : [])].join('. ') || null };
  }
  return null;
}

function readParts(clause: Clause): PersonRequest | null {
  const parts = partsOf(clause.text);
  if (parts.length < 2) return null;
  for (const [index, part] of parts.entries()) {
    const found = readRequest(part, false);
    if (found) {
      const rest = parts.filter((_, other) => other !== index);
      return { topic: [...rest, ...(found.topic ? [found.topic] : [])].join('. ') || null };
    }
  }
  return null;
}

/** @param isAlone whether the clause is all that was said, so that a bare "agent" counts */
function readRequest(clause: string, isAlone: boolean): PersonRequest | null {
  const repaired = normalise(clause)
    .split(' ')
    .map((word) => knownWord(word, REPAIRED_WORDS, SHORTEST_REPAIRED) ?? word);
  const words = joinWords(repaired.join(' ')).split(' ');
  const whole = isRequest(words, isAlone);
  if (whole) return { topic: null };
  if (hasRequest(words)) return { topic: null };
  if (BARE_IN_FRONT.test(words.join(' '))) return { topic: words.length > 2 ? clause : null };
  for (let end = 2; end < words.length; end += 1) {
    const word = words[end] ?? '';
    const isTopic = TOPIC_WORDS.test(word) || (TOPIC_AFTER_HELP.test(word) && isHelp(words[end - 1] ?? ''));
    const isKind = KIND_WORDS.test(word) && words.slice(0, end).some((before) => TALK_WORDS.has(before));
    if ((isTopic || isKind) && isRequest(words.slice(0, end), false)) return { topic: topicIn(clause, word) };
  }
  return null;
}

function isHelp(word: string): boolean {
  return word === 'helpen' || word === 'help' || word === 'helpt';
}

function topicIn(clause: string, word: string): string | null {
  const found = new RegExp(`\\b${word}\\b\\s+(.+)$`, 'isu').exec(clause);
  return found?.[1]?.trim() ?? null;
}

function joinWords(text: string): string {
  return JOINED_WORDS.reduce((joined, [pattern, word]) => joined.replace(pattern, word), text);
}
