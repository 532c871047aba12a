/** A code as people write it, with its number: "TV-203", "F28", "foutcode 14"; behind a space a number of two digits or more. */
const CODE = /(?<![\p{L}\p{N}])(\p{L}{1,12})(?:-?(\d{1,5}\p{L}?)| (\d{2,5}))(?![\p{L}\p{N}]|[.,]\d)/gu;
/** A code as an author writes it: capitals (no currency), or behind a word for it. */
const WRITTEN_CODE = /^(?!EUR|USD|GBP)\p{Lu}{1,5}$/u;
const CODE_WORD = /^(?:(?:fout|storings?|status|error)?(?:code|melding)|fout|error|err)$/iu;

/**
 * Whether a question names a code and the item is about others of its kind only: what helps with TV-203 is no answer to
 * TV-302. How near the words are tells it least of all, because all others are the same.
 * @param answered question and answer of the item
 */
export function namesOtherCode(question: string, answered: string): boolean {
  // Most questions name none, and an answer may be long.
  const asked = codesIn(question);
  if (asked.length === 0) return false;
  const held = new Map<string, Set<string>>();
  for (const { name, number } of codesIn(answered)) {
    if (!WRITTEN_CODE.test(name) && !CODE_WORD.test(name)) continue;
    const kind = kindOf(name);
    held.set(kind, (held.get(kind) ?? new Set()).add(number));
  }
  const all = new Set([...held.values()].flatMap((numbers) => [...numbers]));
  // "Melding 302" may be any code that an author writes with letters.
  const numbersOf = (kind: string) => (kind === 'code' && all.size > 0 ? all : held.get(kind));
  const named = asked.flatMap(({ name, number }) => numbersOf(kindOf(name))?.has(number) ?? []);
  return named.length > 0 && named.every((isHeld) => !isHeld);
}

function codesIn(text: string): { readonly name: string; readonly number: string }[] {
  return [...text.matchAll(CODE)].map(([, name = '', joined, apart]) => ({
    name,
    number: (joined ?? apart ?? '').toLowerCase(),
  }));
}

/** All words for a code are one kind. */
function kindOf(name: string): string {
  return CODE_WORD.test(name) ? 'code' : name.toLowerCase();
}
