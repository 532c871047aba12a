import { redact } from '../steps/redact.js';
import { labelFor } from '../steps/redaction/labels.js';
import { cleanCharacters } from '../steps/text/clean-characters.js';
import { hideNames } from './hide-names.js';

/** Longest answer that is looked at, in characters; what an agent may put forward is shorter. */
const LONGEST = 20_000;

/** Taking something out can bring together what is found only then; more often than this it does not. */
const MOST_ROUNDS = 3;

/** Shorter parts of names ("de", "Bo") are words too often. */
const SHORTEST_NAME = 3;

/**
 * What an agent answered one customer, as it may be kept for all: characters that nobody sees gone, personal data replaced by words.
 * Its lines stay. What comes out stays as it is when it is given again, so that who has looked at it can keep it.
 * @param publicContacts the company's own contacts, which stay
 * @param names names of people that it may hold, such as the customer's: each part of them goes where it is written so
 */
export function redactAnswer(
  text: string,
  language: string,
  publicContacts: readonly string[],
  names: readonly string[] = [],
): string {
  let result = cleanCharacters(text.slice(0, LONGEST)).replaceAll('\r\n', '\n').trim();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = redact(withoutNames(result, language, names), language, publicContacts).text;
    const next = hideNames(found, language).trim();
    if (next === result) break;
    result = next;
  }
  return result;
}

function withoutNames(text: string, language: string, names: readonly string[]): string {
  const parts = new Set(names.flatMap((name) => name.split(/[^\p{L}'’-]+/u)));
  const long = [...parts].filter((part) => part.length >= SHORTEST_NAME);
  if (long.length === 0) return text;
  return text.replace(WORDS, (word) => (long.includes(word) ? labelFor('name', language) : word));
}

const WORDS = /\p{L}[\p{L}'’-]*/gu;
