import type { TokenVectors } from '../../contracts/embedder.js';
import { type BestProducts, createByteProducts } from '../../vector/byte-products.js';
import { ID_BYTES, tokenRowBytes } from '../../vector/token-rows.js';
import type { ItemTokens } from '../search-index.js';

/** What comparing a question with an item token by token shows; cosines from -1 to 1. */
export interface TokenEvidence {
  /** Mean of each token's best cosine with a token of the passage, weighted by idf (MaxSim). */
  readonly tokens: number;
  /** The same with the tokens of the item's question. */
  readonly titleTokens: number;
  /** The other way round: the tokens of the item's question in the customer's, weighted by idf. */
  readonly title: number;
  /** Mean of the least fifth of those. */
  readonly titleLow: number;
  /** Mean of the least fifth of the question's tokens in the passage, the least one, and the rarest quarter. */
  readonly tokensLow: number;
  readonly tokensLeast: number;
  readonly rareTokens: number;
  /** The share of the question's idf that stands in the passage letter by letter. */
  readonly found: number;
  /** Mean of the passage's tokens in the question. */
  readonly passageTokens: number;
  /** Mean of the three tokens that weigh most, each times its idf as a share of the highest there is. */
  readonly strongest: number;
  /** Of all words the highest of `idf (1 - cosine)`: how much the word weighs that has the least counterpart. */
  readonly missing: number;
  /** Best cosine of each token of the question with a token of the passage; as many as were compared. */
  readonly tokenCosines: Float64Array;
}

/** Longer questions are compared by their first tokens. */
const MOST_TOKENS = 96;

/** Compares a question with items, each read from disk or memory when it is asked for. */
export function createTokenEvidence(
  { dimensions, starts, rows, itemsWith }: ItemTokens,
  items: number,
): (question: TokenVectors) => (item: number) => TokenEvidence {
  const rowBytes = tokenRowBytes(dimensions);
  const weightOf = createTokenWeights(itemsWith, items);

  return (question) => {
    const count = Math.min(question.ids.length, MOST_TOKENS);
    const weights = Float64Array.from(question.ids.subarray(0, count), weightOf);
    const rarest = byWeight(weights).slice(0, Math.max(1, Math.floor(count / 4)));
    const multiplied = createByteProducts(question.rows, count, dimensions);

    return (item) => {
      const first = starts[2 * item] ?? 0;
      const passageEnd = (starts[2 * item + 1] ?? first) - first;
      const end = (starts[2 * item + 2] ?? first) - first;
      if (count === 0 || end === 0) return nothing();
      const { bytes, numbers, start } = rows.load(first, end);
      const products = multiplied.withRows(bytes, start + ID_BYTES, rowBytes, end);
      const { ofTokens: inPassage, ofRows: ofPassage } = cosinesOf(products.best(0, passageEnd));
      const { ofTokens: inTitle, ofRows: ofTitle } = cosinesOf(products.best(passageEnd, end));
      const idOf = (row: number) => numbers[(start + row * rowBytes) / 4] as number;
      const held = new Set<number>();
      for (let row = 0; row < passageEnd; row++) held.add(idOf(row));
      const titleWeights = new Float64Array(end - passageEnd);
      for (let at = 0; at < titleWeights.length; at++) titleWeights[at] = weightOf(idOf(passageEnd + at));
      return {
        tokens: weighted(inPassage, weights),
        titleTokens: weighted(inTitle, weights),
        title: weighted(ofTitle, titleWeights),
        titleLow: lowestFifth(ofTitle),
        tokensLow: lowestFifth(inPassage),
        tokensLeast: Math.min(...inPassage),
        rareTokens: rarest.reduce((sum, at) => sum + (inPassage[at] as number), 0) / rarest.length,
        found: shareOf(weights, (at) => held.has(question.ids[at] as number)),
        passageTokens: mean(ofPassage),
        strongest: strongestOf(inPassage, weights),
        missing: missingOf(question, weights, meansByWord(question, inPassage)),
        tokenCosines: inPassage,
      };
    };
  };
}

/** What a token of the vocabulary weighs: its idf among the items as a share of the highest there is. */
export function createTokenWeights(
  itemsWith: ReadonlyMap<number, number>,
  items: number,
): (id: number) => number {
  const highest = idfOf(items, 0);
  return (id) => idfOf(items, itemsWith.get(id) ?? 0) / highest;
}

/** `ln(1 + (n - df + .5) / (df + .5))`, as for words. */
function idfOf(items: number, itemsWith: number): number {
  return Math.log(1 + (items - itemsWith + 0.5) / (itemsWith + 0.5));
}

/** 127 for 1, in both. */
const UNIT = 127 * 127;

/** Products as cosines; -1 where there was nothing to compare. */
function cosinesOf({ ofTokens, ofRows }: BestProducts) {
  return { ofTokens: asCosines(ofTokens), ofRows: asCosines(ofRows) };
}

function asCosines(products: Int32Array): Float64Array {
  const cosines = new Float64Array(products);
  for (let at = 0; at < cosines.length; at++) cosines[at] = Math.max(cosines[at] as number, -UNIT) / UNIT;
  return cosines;
}

function nothing(): TokenEvidence {
  const tokenCosines = new Float64Array();
  const none = { tokens: 0, titleTokens: 0, title: 0, titleLow: 0, tokensLow: 0, tokensLeast: 0 };
  return { ...none, rareTokens: 0, found: 0, passageTokens: 0, strongest: 0, missing: 0, tokenCosines };
}

function weighted(cosines: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let mass = 0;
  cosines.forEach((cosine, at) => {
    sum += cosine * (weights[at] as number);
    mass += weights[at] as number;
  });
  return mass === 0 ? 0 : sum / mass;
}

function shareOf(weights: Float64Array, isFound: (at: number) => boolean): number {
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return mass === 0 ? 0 : weights.reduce((sum, weight, at) => sum + (isFound(at) ? weight : 0), 0) / mass;
}

function lowestFifth(cosines: Float64Array): number {
  return mean(
    cosines
      .slice()
      .sort()
      .subarray(0, Math.max(1, Math.floor(cosines.length / 5))),
  );
}

function mean(numbers: Float64Array): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function strongestOf(cosines: Float64Array, weights: Float64Array): number {
  return mean(
    cosines
      .map((cosine, at) => cosine * (weights[at] as number))
      .sort()
      .reverse()
      .subarray(0, 3),
  );
}

function byWeight(weights: Float64Array): number[] {
  return [...weights.keys()].sort((left, right) => (weights[right] as number) - (weights[left] as number));
}

/** The mean of the tokens of each word that was compared, by number of the word. */
export function meansByWord({ wordOfToken }: TokenVectors, cosines: Float64Array): Float64Array {
  const count = cosines.length;
  const words = (wordOfToken[count - 1] ?? -1) + 1;
  const sums = new Float64Array(words);
  const counts = new Float64Array(words);
  for (let at = 0; at < count; at++) {
    const word = wordOfToken[at] as number;
    sums[word] = (sums[word] as number) + (cosines[at] as number);
    counts[word] = (counts[word] as number) + 1;
  }
  return sums.map((sum, word) => sum / (counts[word] as number));
}

function missingOf({ wordOfToken }: TokenVectors, weights: Float64Array, wordCosines: Float64Array): number {
  const heaviest = new Float64Array(wordCosines.length);
  weights.forEach((weight, at) => {
    const word = wordOfToken[at] as number;
    if (weight > (heaviest[word] as number)) heaviest[word] = weight;
  });
  return Math.max(0, ...heaviest.map((weight, word) => weight * (1 - (wordCosines[word] as number))));
}
