import { mulberry32, shuffle } from '../platform/random.js';

/** Rows of a matrix in which most numbers are 0, or all of them given. */
export interface FeatureRow {
  /** Columns of `values`; left out where `values` gives them all in order. */
  readonly columns?: Uint32Array;
  readonly values: Float32Array;
}

/** One example of a head: which of the labels may be right, and how much it counts. */
export interface Example {
  readonly row: FeatureRow;
  /** One number a label: 1 where it may be the right one. Several where it is not known which. */
  readonly allowed: Uint8Array;
  readonly weight: number;
}

/** A linear model with a softmax over `labels`. */
export interface LinearHead {
  readonly labels: number;
  /** Row by row of the features: `weights[column * labels + label]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface RegressionOptions {
  readonly columns: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  /** How much large weights cost, for each example that is looked at. */
  readonly ridge: number;
}

/**
 * Softmax regression by Adagrad, one example after the other in a seeded order, so that the same examples give the same
 * numbers. The weights of the last half of the epochs are averaged.
 */
export function fitHead(
  examples: readonly Example[],
  { columns, labels, epochs, rate, ridge }: RegressionOptions,
): LinearHead {
  const weights = new Float32Array(columns * labels);
  const energy = new Float32Array(columns * labels).fill(1e-3);
  const mean = new Float32Array(columns * labels);
  const bias = new Float32Array(labels);
  const biasEnergy = new Float32Array(labels).fill(1e-1);
  const biasMean = new Float32Array(labels);
  const order = Uint32Array.from(examples, (_, at) => at);
  const random = mulberry32(1);
  const slopes = new Float32Array(labels);
  let averaged = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    const step = rate * (1 - (0.8 * (epoch - 1)) / epochs);
    for (const at of order) {
      const { row, allowed, weight } = examples[at] as Example;
      scoresInto(slopes, { labels, weights, bias }, row);
      slopesOf(slopes, allowed, weight);
      const { columns: named, values } = row;
      for (let part = 0; part < values.length; part++) {
        const from = (named ? (named[part] as number) : part) * labels;
        const value = values[part] as number;
        for (let label = 0; label < labels; label++) {
          const slot = from + label;
          const slope = (slopes[label] as number) * value + ridge * (weights[slot] as number);
          energy[slot] = (energy[slot] as number) + slope * slope;
          weights[slot] = (weights[slot] as number) - (step * slope) / Math.sqrt(energy[slot] as number);
        }
      }
      for (let label = 0; label < labels; label++) {
        const slope = slopes[label] as number;
        biasEnergy[label] = (biasEnergy[label] as number) + slope * slope;
        bias[label] = (bias[label] as number) - (step * slope) / Math.sqrt(biasEnergy[label] as number);
      }
    }
    if (epoch * 2 <= epochs) continue;
    averaged += 1;
    blend(mean, weights, averaged);
    blend(biasMean, bias, averaged);
  }
  return { labels, weights: mean, bias: biasMean };
}

/** The scores (logits) of a row, one a label. */
export function scoresInto(into: Float32Array, { labels, weights, bias }: LinearHead, row: FeatureRow): void {
  into.set(bias);
  const { columns, values } = row;
  for (let part = 0; part < values.length; part++) {
    const from = (columns ? (columns[part] as number) : part) * labels;
    const value = values[part] as number;
    for (let label = 0; label < labels; label++) {
      into[label] = (into[label] as number) + value * (weights[from + label] as number);
    }
  }
}

/** Turns scores into chances that sum to 1, in place. */
export function toChances(scores: Float32Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    scores[label] = Math.exp((scores[label] as number) - top);
    sum += scores[label] as number;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] as number) / sum;
}

/** From scores to the slope of the loss: chances, less the chances of the labels that may be right among themselves. */
function slopesOf(scores: Float32Array, allowed: Uint8Array, weight: number): void {
  toChances(scores);
  let right = 0;
  for (let label = 0; label < scores.length; label++) {
    if (allowed[label]) right += scores[label] as number;
  }
  const share = 1 / Math.max(right, 1e-6);
  for (let label = 0; label < scores.length; label++) {
    const chance = scores[label] as number;
    scores[label] = weight * (allowed[label] ? chance - chance * share : chance);
  }
}

function blend(mean: Float32Array, values: Float32Array, count: number): void {
  for (let at = 0; at < mean.length; at++) {
    mean[at] = (mean[at] as number) + ((values[at] as number) - (mean[at] as number)) / count;
  }
}
