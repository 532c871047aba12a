import { findPlainNames, isOfSomebody } from '../find-names.js';
import type { Finding } from '../finding.js';
import { findToldNames } from './find-told-names.js';
import { isOfStaff } from './known-people.js';

const CAPITALISED = /(?<![\p{L}\d])\p{Lu}\p{Ll}[\p{L}'’-]{2,24}/gu;
/** A word of a name where it stands alone, with initials or without. */
const ALONE =
  /(?<![\p{L}\d@/.-])(?:\p{Lu}\. ?){0,4}(?<word>\p{Lu}\p{Ll}[\p{L}'’-]{2,24})(?![\p{L}\d/-]| \d)/gu;

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
  const words = new Set(
    named.flatMap((name) => name.match(CAPITALISED) ?? []).filter((word) => isOfSomebody(word)),
  );
  if (words.size === 0) return [];
  return [...text.matchAll(ALONE)]
    .filter((match) => words.has((match.groups?.word ?? '').replace(/['’]s$/, '')))
    .map((match): Finding => ({ kind: 'name', start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !found.some((one) => one.start < end && start < one.end));
}
