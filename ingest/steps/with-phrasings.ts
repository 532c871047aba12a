import type { Item } from '../../index/contracts/items.js';

/** More wordings of one question say nothing new and cost a vector each. */
const MOST = 20;
/** Parts of what was asked, in all threads together. */
const MOST_ASKED = 10;

/** The item with the wordings of its duplicates: each once, none like its own question, in a fixed order. */
export function withPhrasings(item: Item, wordings: readonly string[]): Item {
  const known = new Set([key(item.question)]);
  const phrasings = [...item.phrasings, ...wordings].filter((wording) => {
    const isNew = !known.has(key(wording));
    known.add(key(wording));
    return isNew;
  });
  return { ...item, phrasings: phrasings.slice(0, MOST) };
}

/** The item with what was asked in its duplicates beside what was asked in its own thread: each once, at most ten. */
export function withAsked(item: Item, asked: readonly string[]): Item {
  const all = new Map([...(item.asked ?? []), ...asked].map((words) => [key(words), words]));
  return all.size === 0 ? item : { ...item, asked: [...all.values()].slice(0, MOST_ASKED) };
}

function key(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
