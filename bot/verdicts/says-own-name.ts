/** What channels call customers who gave no name. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['you', 'user', 'guest', 'visitor', 'customer', 'anonymous', 'webchat', 'web', 'chat', 'unknown'],
  ...['klant', 'gast', 'bezoeker', 'gebruiker', 'anoniem', 'onbekend', 'mijn', 'het', 'een', 'the'],
]);

/** Shorter words are particles ("van", "de") or initials as often as names. */
const TELLING_LETTERS = 4;

/**
 * Whether a customer names themselves in a text, by the name that their channel tells: a family name that no list of names
 * has. Pure.
 * @param name '' where the channel does not tell
 */
export function saysOwnName(text: string, name: string): boolean {
  const words = wordsIn(text);
  return [...wordsIn(name)].some(
    (word) => word.length >= TELLING_LETTERS && !NO_NAMES.has(word) && words.has(word),
  );
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}]+/gu) ?? []);
}
