import type { PlacedSentence } from '../contracts/asides.js';

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
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const signs = [
    Number(at === 0),
    Number(at === of - 1),
    at / Math.max(1, of - 1),
    Math.log(1 + words) / 3,
    ...[FIRST_PERSON, SECOND_PERSON, MODAL, /!/, /\?/].map((sign) => Number(sign.test(text))),
  ];
  const input = new Float32Array(vector.length + SIGNS);
  let square = 0;
  for (let axis = 0; axis < vector.length; axis++) {
    const value = (vector[axis] as number) - MEAN_SHARE * (mean?.[axis] ?? 0);
    input[axis] = value;
    square += value * value;
  }
  const factor = VECTOR_SCALE / Math.sqrt(Math.max(square, 1e-9));
  for (let axis = 0; axis < vector.length; axis++) input[axis] = (input[axis] as number) * factor;
  signs.forEach((sign, at) => {
    input[vector.length + at] = SIGN_SCALE * sign;
  });
  return input;
}
