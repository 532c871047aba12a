import { squeezeRuns } from '../../index/language/squeeze-runs.js';

/** As much as is read of what a customer says at once, in UTF-16 units: as much as the web chat takes of a message. */
const LONGEST_READ = 4_000;
const LIMITS = { sameSign: 12, unbroken: 300, blanks: 8 };

/**
 * What the bot reads of what a customer said, so that nobody keeps it busy with signs in endless rows; the transcript has all of it.
 */
export function wordsToUnderstand(text: string): string {
  return squeezeRuns(text.slice(0, LONGEST_READ), LIMITS);
}
