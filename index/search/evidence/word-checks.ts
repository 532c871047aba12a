import type { Bm25 } from '../../lexical/bm25.js';
import type { SearchIndex } from '../search-index.js';
import { OPPOSITES } from './opposites.js';

/** Checks of single words, by place in the wordings that were asked about. */
interface WordChecks {
  /** Of the question's numbers (words with a digit) the share that the item lacks. */
  readonly numbersMissing: readonly number[];
  /** 1 where a word of the question and one of the item's question turn each other round. */
  readonly turned: readonly number[];
}

/** Looks up the words that turn a question into another one: numbers, on and off, with and without. */
export function checkWords(
  { itemWords, questionWords }: Pick<SearchIndex, 'itemWords' | 'questionWords'>,
  words: readonly string[],
  wordings: Uint32Array,
): WordChecks {
  const numbers = [...new Set(words.filter((word) => /\p{N}/u.test(word)))];
  const heldNumbers = numbers.map((number) => holders(itemWords, [number], wordings));
  const asked = new Set(words);
  const turned = OPPOSITES.map(([these, those]) => turnedBy(these, those, asked, questionWords, wordings));
  return {
    numbersMissing: [...wordings.keys()].map((place) =>
      numbers.length === 0 ? 0 : heldNumbers.filter((held) => !held[place]).length / numbers.length,
    ),
    turned: [...wordings.keys()].map((place) => (turned.some((each) => each?.[place]) ? 1 : 0)),
  };
}

/** Which wordings have the contrary of what was asked; null where nothing was asked that has one. */
function turnedBy(
  these: readonly string[],
  those: readonly string[],
  asked: ReadonlySet<string>,
  bm25: Bm25,
  wordings: Uint32Array,
): readonly boolean[] | null {
  const hasThese = these.some((word) => asked.has(word));
  const hasThose = those.some((word) => asked.has(word));
  if (hasThese === hasThose) return null;
  const [own, other] = hasThese ? [these, those] : [those, these];
  const holdsOwn = holders(bm25, own, wordings);
  const holdsOther = holders(bm25, other, wordings);
  return [...wordings.keys()].map((place) => !holdsOwn[place] && holdsOther[place] === true);
}

/** Which wordings hold any of the words. */
function holders(bm25: Bm25, words: readonly string[], wordings: Uint32Array): readonly boolean[] {
  const known = words.filter((word) => bm25.frequency(word) > 0);
  if (known.length === 0) return Array<boolean>(wordings.length).fill(false);
  return Array.from(bm25.query(known).scoreEach(wordings), (score) => score > 0);
}
