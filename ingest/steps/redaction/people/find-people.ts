import { findPlainNames } from '../find-names.js';
import type { Finding } from '../finding.js';
import { findToldNames } from './find-told-names.js';

/** Names of people: by the words before them, by where they stand, and what belongs to those. */
export function findNames(text: string): Finding[] {
  return findToldNames(text, findPlainNames(text));
}
