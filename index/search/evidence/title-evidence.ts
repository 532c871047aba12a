import type { TokenVectors } from '../../contracts/embedder.js';
import { createByteProducts } from '../../vector/byte-products.js';

/** How a word of a question meets the tokens of an item's own question, its title; each from 0 to 1 or a cosine. */
export const TITLE_EVIDENCE = [
  'replaces',
  'replacedWeight',
  'replacedCosine',
  'titleCosine',
  'meetsTitle',
  'others',
  'othersInTitle',
  'titleOfOthers',
  'titleLeast',
  'titleMissing',
  'title',
  'titleLength',
] as const;

/** One number for each name of `TITLE_EVIDENCE`. */
type TitleEvidence = Readonly<Record<(typeof TITLE_EVIDENCE)[number], number>>;

interface TitleToken {
  readonly weight: number;
  /** The best cosine with a token of the question, and the word that has it. */
  readonly cosine: number;
  readonly word: number;
}

const UNIT = 127 * 127;
const LONGEST_TITLE = 20;

/**
 * Reads each word of a question beside an item's title. Where another thing is asked, a word stands in the place of one of the
 * title ("TV-204" for "TV-203"), and all others meet their counterpart; a detail more leaves the title whole; a customer's own
 * words meet little of it.
 *
 * @param question with as many tokens as were compared with the passage
 * @param passageCosines of these the best cosine with the passage
 * @param weightOf idf of a token as a share of the highest
 * @returns by number of the word
 */
export function readTitle(
  question: TokenVectors,
  title: TokenVectors,
  passageCosines: Float64Array,
  weightOf: (id: number) => number,
  dimensions: number,
): TitleEvidence[] {
  const { titleCosines, titleTokens } = meet(question, title, passageCosines.length, weightOf, dimensions);
  const wordOf = question.wordOfToken.subarray(0, passageCosines.length);
  const weights = Float64Array.from(question.ids.subarray(0, passageCosines.length), weightOf);
  const places = [...wordOf.keys()];
  return Array.from({ length: (wordOf.at(-1) ?? -1) + 1 }, (_, word) => {
    const own = places.filter((at) => wordOf[at] === word);
    const others = places.filter((at) => wordOf[at] !== word);
    const othersOf = (cosines: Float64Array) =>
      weightedMean(
        others.map((at) => ({ weight: weights[at] as number, cosine: cosines[at] as number })),
        0,
      );
    const met = titleTokens.filter((token) => token.word === word);
    const left = titleTokens.filter((token) => token.word !== word);
    return {
      replaces: heaviestGap(met),
      replacedWeight: Math.max(0, ...met.map(({ weight }) => weight)),
      replacedCosine: leastCosine(met),
      titleCosine: own.reduce((sum, at) => sum + (titleCosines[at] as number), 0) / Math.max(1, own.length),
      meetsTitle: met.length > 0 ? 1 : 0,
      others: othersOf(passageCosines),
      othersInTitle: othersOf(titleCosines),
      titleOfOthers: weightedMean(left, 1),
      titleLeast: leastCosine(left),
      titleMissing: heaviestGap(left),
      title: weightedMean(titleTokens, 1),
      titleLength: Math.min(LONGEST_TITLE, titleTokens.length) / LONGEST_TITLE,
    };
  });
}

/** The best cosine of each token of the question with the title, and of each token of the title with the question. */
function meet(
  question: TokenVectors,
  title: TokenVectors,
  count: number,
  weightOf: (id: number) => number,
  dimensions: number,
) {
  const products = createByteProducts(question.rows, count, dimensions).withRows(
    title.rows,
    0,
    dimensions,
    title.ids.length,
  );
  const titleCosines = new Float64Array(count).fill(-1);
  const titleTokens = Array.from(title.ids, (id, row): TitleToken => {
    let cosine = -1;
    let best = 0;
    for (let at = 0; at < count; at++) {
      const near = products.product(at, row) / UNIT;
      if (near > (titleCosines[at] as number)) titleCosines[at] = near;
      if (near > cosine) [cosine, best] = [near, at];
    }
    return { weight: weightOf(id), cosine, word: question.wordOfToken[best] ?? 0 };
  });
  return { titleCosines, titleTokens };
}

/** The highest of `weight (1 - cosine)`. */
function heaviestGap(tokens: readonly TitleToken[]): number {
  return Math.max(0, ...tokens.map(({ weight, cosine }) => weight * (1 - cosine)));
}

function leastCosine(tokens: readonly TitleToken[]): number {
  return Math.min(1, ...tokens.map(({ cosine }) => cosine));
}

function weightedMean(
  tokens: readonly { readonly weight: number; readonly cosine: number }[],
  ofNone: number,
): number {
  const mass = tokens.reduce((sum, { weight }) => sum + weight, 0);
  return mass === 0 ? ofNone : tokens.reduce((sum, { weight, cosine }) => sum + weight * cosine, 0) / mass;
}
