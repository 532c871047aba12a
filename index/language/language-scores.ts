import { eld } from 'eld/small';

/** The languages that the bundled model knows; telling more apart makes short texts less certain. */
const LANGUAGES = ['nl', 'en', 'de', 'fr'];

// The instance of the import itself: another one would load the letter statistics a second time.
eld.setLanguageSubset(LANGUAGES);

/**
 * How much the letters of a text look like each language, 0 to 1 by IETF primary tag; empty where nothing can be told.
 * This file is the door to eld.
 */
export function languageScores(text: string): Readonly<Record<string, number>> {
  return eld.detect(text).getScores();
}

/** The language that the letters of a text look most like; null where nothing can be told. */
export function likeliestLanguage(text: string): string | null {
  const [best] = Object.entries(languageScores(text)).sort(([, left], [, right]) => right - left);
  return best ? best[0] : null;
}
