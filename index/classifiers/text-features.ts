/** What stands in a text, for a linear model: numbers of buckets with how much of each there is. */
export interface TextFeatures {
  readonly buckets: Uint32Array;
  /** As long as `buckets`; the whole has unit length. */
  readonly weights: Float32Array;
}

/** Numbers of buckets that n-grams are hashed into; a power of two. */
export const BUCKETS = 1 << 15;
/** In characters. A longer text says what it wants in its first words, and it keeps hostile input cheap. */
const LONGEST_READ = 1_500;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

/** What is typed louder than words, and what words do not show. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['!!', /[!?]\s?[!?]/u],
  ['!', /!/u],
  ['?', /\?/u],
  ['shout', /(?:\p{Lu}{3,}[^\p{Ll}]*){2}|\b(?:NOT|NOW|NIET|NU|WEER|NOOIT|NEVER|AGAIN|STILL|STOP)\b/u],
  ['number', /\d/u],
  ['money', /[€$£]|\b(?:euro|eur|pounds?)\b/iu],
  [':)', /[:;]-?[)D]|[😀-😊🙂🥰👍🙏❤]/u],
  [':(', /:-?[(/]|[😞-😭😠😡🤬]/u],
];

/**
 * The words of a text (alone and in pairs) and the letters in them (2 to 5 in a row, with the word's edges), hashed. Case,
 * accents and apostrophes count for nothing.
 */
export function textFeatures(text: string): TextFeatures {
  const read = text.slice(0, LONGEST_READ);
  const counts = new Map<number, number>();
  const add = (gram: string, weight: number) => {
    const bucket = bucketOf(gram);
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
  const words = wordsOf(read);
  let before = '^';
  for (const word of words) {
    add(`w ${word}`, 1.5);
    add(`p ${before} ${word}`, 1);
    before = word;
    const padded = `_${word.slice(0, 30)}_`;
    for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
      for (let at = 0; at + length <= padded.length; at++) add(padded.slice(at, at + length), 0.5);
    }
  }
  add(`p ${before} $`, 1);
  for (const [name, pattern] of MARKS) if (pattern.test(read)) add(`m ${name}`, 1);
  add(`l ${lengthOf(words.length)}`, 1);
  return unit(counts);
}

/** Short, middling or long: what counts in two words counts less in forty. */
function lengthOf(words: number): number {
  return [1, 2, 3, 5, 8, 14, 25].filter((most) => words > most).length;
}

function unit(counts: ReadonlyMap<number, number>): TextFeatures {
  const buckets = Uint32Array.from(counts.keys());
  const weights = Float32Array.from(counts.values(), (count) => Math.sqrt(count));
  const length = Math.hypot(...weights) || 1;
  return { buckets, weights: weights.map((weight) => weight / length) };
}

function wordsOf(text: string): string[] {
  const normal = text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .match(/[\p{L}\p{N}]+/gu);
  return normal ?? [];
}

/** FNV-1a over the code units, mixed once more so that its low bits are even. */
function bucketOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash & (BUCKETS - 1);
}
