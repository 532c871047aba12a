import type { PlacedSentence } from '../contracts/asides.js';
import { centreInto } from '../vector/centre-into.js';

const FIRST_PERSON =
  /(?<!\p{L})(?:ik|mij|me|mijn|m['’]n|mezelf|wij|we|ons|onze|i|i['’](?:m|ve|d|ll)|my|mine|myself|our|us)(?!\p{L})/iu;
const SECOND_PERSON =
  /(?<!\p{L})(?:je|jij|jou|jouw|u|uw|jullie|you|your|yours|you['’](?:re|ve|ll|d))(?!\p{L})/iu;
const MODAL = /(?<!\p{L})(?:niet|geen|not|no|kan|kun|can|cannot|wil|will|zal|zou|would)(?!\p{L})/iu;

/** How many numbers stand beside the vector. */
const SIGNS = 9;
/** So that the regression moves on vectors, whose numbers are small, as it does on signs. */
const VECTOR_SCALE = 3;
const SIGN_SCALE = 0.9;
/** So much of the model's mean vector goes: it is in every text. */
const MEAN_SHARE = 0.8;

/** How many words a sentence has. */
export function countOfWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** How many numbers `asideInput` gives. */
export function asideColumns(dimensions: number): number {
  return dimensions + SIGNS;
}

/**
 * What the classifier reads of a sentence: its vector, centred, then where it stands, how long it is and of whom it speaks.
 * @param vector of unit length
 * @param mean of the same length; null where the embedder brings none
 */
export function asideInput(
  { text, at, of }: PlacedSentence,
  vector: Float32Array,
  mean: Float32Array | null,
): Float32Array {
  const words = countOfWords(text);
  const signs = [
    Number(at === 0),
    Number(at === of - 1),
    at / Math.max(1, of - 1),
    Math.log(1 + words) / 3,
    ...[FIRST_PERSON, SECOND_PERSON, MODAL, /!/, /\?/].map((sign) => Number(sign.test(text))),
  ];
  const input = new Float32Array(vector.length + SIGNS);
  const place = { from: 0, to: vector.length };
  centreInto(input, vector, place, { centre: mean, share: MEAN_SHARE, length: VECTOR_SCALE });
  signs.forEach((sign, at) => {
    input[vector.length + at] = SIGN_SCALE * sign;
  });
  return input;
}
