import { createRequire } from 'node:module';

/**
 * Lists that come with zxcvbn-ts (MIT): 49,000 passwords from leaks, the commonest first, among them Dutch ones; 16,000 common
 * Dutch words; first names of the Low Countries. Only the lists: its score says how long guessing takes, and who chooses a
 * password needs to hear why not.
 */
const LISTS = [
  '@zxcvbn-ts/language-common/src/passwords.json',
  '@zxcvbn-ts/language-nl-be/src/commonWords.json',
  '@zxcvbn-ts/language-nl-be/src/boysFirstnames.json',
  '@zxcvbn-ts/language-nl-be/src/girlsFirstnames.json',
];

/** Shorter ones are left of many a good password when its digits and marks are taken away. */
const SHORTEST = 5;

const require = createRequire(import.meta.url);
let known: ReadonlySet<string> | null = null;

/**
 * Whether a text is a common password or a common word. Read when it is first asked, in some 30 ms: most runs of the program
 * see no new password.
 * @param text in small letters
 */
export function isCommonPassword(text: string): boolean {
  if (text.length < SHORTEST) return false;
  known ??= new Set(LISTS.flatMap((list) => require(list) as string[]).map((entry) => entry.toLowerCase()));
  return known.has(text);
}
