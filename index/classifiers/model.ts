import type { TextVectors } from '../contracts/embedder.js';
import { centreInto } from '../vector/centre-into.js';
import type { HeadName, Heads } from './heads.js';
import { netScores, type StackedNet } from './stacked-net.js';
import { BUCKETS, type TextFeatures } from './text-features.js';

/** A threshold for each label that may be the likeliest. */
export type ByLabel = Readonly<Record<string, number>>;

/** What something is taken for from which score on; scores are chances from 0 to 1. */
interface Thresholds {
  readonly person: number;
  readonly matter: ByLabel;
  /** From here on a matter is clear: only the company can help. */
  readonly clear: ByLabel;
  readonly annoyed: number;
  readonly talk: ByLabel;
  readonly danger: ByLabel;
  readonly act: number;
}
export type Use = keyof Thresholds;

/** How scores of one way of reading are used. */
export interface ScoreReading {
  /** What the scores of a head are divided by, so that chances come true. */
  readonly temperatures: Readonly<Record<HeadName, number>>;
  readonly thresholds: Thresholds;
}

export interface ClassifierModel {
  readonly heads: Heads;
  /** For a company's own topics: the topic of the program that each is handled as. */
  readonly handledAs: Readonly<Record<string, string>>;
  /** Id of the embedder whose vectors it was trained with. */
  readonly embedder: string;
  /** Numbers in one vector of a text. */
  readonly dimensions: number;
  /** What the vectors of a text are centred with, one after the other: see `joinedVectors`. */
  readonly centre: Float32Array;
  /** Of n-grams, one byte each: `grams[bucket * labels + label] * scales[label]`. */
  readonly grams: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** Over the centred vectors and the scores of the n-grams; see `committeeScores`. */
  readonly net: StackedNet;
  readonly alone: ScoreReading;
  readonly withVector: ScoreReading;
}

const VECTOR_SCALE = 10;
const SCORE_SCALE = 0.5;

/** The scores of the n-grams, one a label of all heads. */
export function gramScores(
  { grams, scales, bias }: Pick<ClassifierModel, 'grams' | 'scales' | 'bias'>,
  { buckets, weights }: TextFeatures,
): Float32Array {
  const labels = bias.length;
  const scores = new Float32Array(labels);
  for (let part = 0; part < buckets.length; part++) {
    const from = (buckets[part] as number) * labels;
    const weight = weights[part] as number;
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] as number) + weight * (grams[from + label] as number);
    }
  }
  return scores.map((score, label) => score * (scales[label] as number) + (bias[label] as number));
}

/** The vector of a text and those of inner layers, one after the other. */
export function joinedVectors({ vector, layers }: TextVectors): Float32Array {
  if (!layers || layers.length === 0) return vector;
  const joined = new Float32Array(vector.length + layers.length);
  joined.set(vector);
  joined.set(layers, vector.length);
  return joined;
}

/**
 * What the networks read: the vectors, each centred and of the same length, then the scores of the n-grams.
 * @param vectors of `dimensions` numbers each, one after the other
 */
export function netInput(
  vectors: Float32Array,
  { centre, dimensions }: Pick<ClassifierModel, 'centre' | 'dimensions'>,
  scores: Float32Array,
): Float32Array {
  const input = new Float32Array(vectors.length + scores.length);
  for (let from = 0; from < vectors.length; from += dimensions) {
    const place = { from, to: from + dimensions };
    centreInto(input, vectors, place, { centre, share: 1, length: VECTOR_SCALE });
  }
  scores.forEach((score, label) => {
    input[vectors.length + label] = SCORE_SCALE * score;
  });
  return input;
}

/**
 * The scores of a network, with those of the n-grams added once more: a network takes a plain question of a field that it does
 * not know for a matter sooner than words and letters do, which miss the matters that it hears.
 */
export function scoresWithWords(net: StackedNet, input: Float32Array, words: Float32Array): Float32Array {
  return netScores(net, input).map((score, label) => score + (words[label] as number));
}

/** Makes bytes of the weights of n-grams, each label with its own scale. */
export function quantise(weights: Float32Array, labels: number): { grams: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(labels);
  weights.forEach((weight, at) => {
    const label = at % labels;
    scales[label] = Math.max(scales[label] as number, Math.abs(weight) / 127);
  });
  const grams = new Int8Array(BUCKETS * labels);
  weights.forEach((weight, at) => {
    grams[at] = Math.round(weight / (scales[at % labels] || 1));
  });
  return { grams, scales };
}
