/** From this share of the suggestion's word pairs on, a reply passes it on; the agent may have shortened it. */
const SHARE = 0.8;

/**
 * Whether an agent's reply passes on the bot's suggestion.
 * @param suggestion Markdown
 */
export function usesGuess(reply: string, suggestion: string): boolean {
  const wanted = wordPairs(suggestion.replaceAll(/\]\([^()\s]*\)/g, ']'));
  const said = wordPairs(reply);
  const shared = [...wanted].filter((pair) => said.has(pair)).length;
  return wanted.size > 0 && shared >= wanted.size * SHARE;
}

/** Neighbouring words, without the numbers of steps, which Markdown and plain text may count differently. */
function wordPairs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}
