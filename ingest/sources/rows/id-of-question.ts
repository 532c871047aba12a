import { sha256 } from '../../steps/fingerprint.js';

/** The id of a row without one: it stays the same when rows are moved, and is another where the question is. */
export function idOfQuestion(question: string): string {
  return `row-${sha256(question).slice(0, 12)}`;
}
