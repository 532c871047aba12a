/** Words of so many letters, or with a digit in them, tell one message from another. */
const TELLING_LETTERS = 5;
const TELLING_WITH_DIGIT = 3;

/**
 * Whether a text was made of words that somebody said: it shares a word that tells ("wachtwoord", "Geheim123"), or one of
 * the two has no word that the other lacks. Rather once too often: this is asked of what its author wants gone. Pure.
 */
export function speaksWith(kept: string, said: string): boolean {
  const [ofKept, ofSaid] = [wordSet(kept), wordSet(said)];
  if (ofKept.size === 0 || ofSaid.size === 0) return false;
  const shared = [...ofKept].filter((word) => ofSaid.has(word));
  return shared.some(tells) || shared.length === ofKept.size || shared.length === ofSaid.size;
}

/** The words of a text that hold a digit (numbers, passwords, codes), as they were written. Pure. */
export function codesIn(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}@._-]+/gu) ?? [];
  return [...new Set(words.filter((word) => /\p{N}/u.test(word) && word.length >= TELLING_LETTERS))];
}

function tells(word: string): boolean {
  return word.length >= TELLING_LETTERS || (/\p{N}/u.test(word) && word.length >= TELLING_WITH_DIGIT);
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
