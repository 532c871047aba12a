/** From this share of trigrams on, two wordings are one: a typing error, a word more. */
const LIKENESS = 0.8;

/**
 * Groups keys that are nearly equal: each joins the first group whose first key shares at least 0.8 of their trigrams
 * (Jaccard: those in both, of those in either), else begins one.
 * @param keys wordings as `wordingKey` gives them, each once
 */
export function groupNearEqual(keys: readonly string[]): string[][] {
  const groups: { readonly size: number; readonly members: string[] }[] = [];
  // By trigram the groups whose first key has it: only these are looked at.
  const groupsWith = new Map<string, number[]>();
  for (const key of keys) {
    const trigrams = trigramsOf(key);
    const shared = new Map<number, number>();
    for (const trigram of trigrams) {
      for (const at of groupsWith.get(trigram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    const near = [...shared].flatMap(([at, both]) =>
      both >= LIKENESS * (trigrams.size + (groups[at]?.size ?? 0) - both) ? [at] : [],
    );
    const group = groups[near.reduce((first, at) => Math.min(first, at), groups.length)];
    if (group) {
      group.members.push(key);
      continue;
    }
    for (const trigram of trigrams) {
      const known = groupsWith.get(trigram);
      if (known) known.push(groups.length);
      else groupsWith.set(trigram, [groups.length]);
    }
    groups.push({ size: trigrams.size, members: [key] });
  }
  return groups.map(({ members }) => members);
}

function trigramsOf(key: string): ReadonlySet<string> {
  const padded = `  ${key} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
