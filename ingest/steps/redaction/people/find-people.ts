import { findPlainNames, isOfSomebody } from '../find-names.js';
import type { Finding } from '../finding.js';
import { findToldNames } from './find-told-names.js';
import { isOfStaff } from './known-people.js';

/** Of more than so many words of names the rest is not looked for again. */
const MOST_WORDS = 20;
const CAPITALISED = /(?<![\p{L}\d])\p{Lu}\p{Ll}[\p{L}'’-]{2,24}/gu;

/** Names of people: by the words before them, by where they stand, what belongs to those, and the same words further on. */
export function findNames(text: string): Finding[] {
  const found = findToldNames(text, findPlainNames(text)).filter(
    ({ start, end }) => !isOfStaff(text, start, end),
  );
  return [...found, ...findAgain(text, found)];
}

/** "… staat J.M.H. Kuipers en op de pas J. Kuipers": who was named once is known wherever the name stands alone. */
function findAgain(text: string, found: readonly Finding[]): Finding[] {
  const named = found.map(({ start, end }) => text.slice(start, end)).filter((name) => /[ .]/.test(name));
  const words = [...new Set(named.flatMap((name) => name.match(CAPITALISED) ?? []))]
    .filter((word) => isOfSomebody(word))
    .slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const again = new RegExp(
    String.raw`(?<![\p{L}\d@/.-])(?:\p{Lu}\. ?){0,4}(?:${words.join('|')})(?![\p{L}\d/-]| \d)`,
    'gu',
  );
  return [...text.matchAll(again)]
    .map((match): Finding => ({ kind: 'name', start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !found.some((one) => one.start < end && start < one.end));
}
