/** "a", "a or b", "a, b or c": words in a sentence, with the language's word between the last two. */
export function listed(words: readonly string[], between: string): string {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  return before.length === 0 ? last : `${before.join(', ')} ${between} ${last}`;
}
