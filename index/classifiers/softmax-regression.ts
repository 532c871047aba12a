import { mulberry32, permuted } from '../platform/random.js';

/** Rows of a matrix in which most numbers are 0, or all of them given. */
interface FeatureRow {
  /** Columns of `values`; left out where `values` gives them all in order. */
  readonly columns?: Uint32Array;
  readonly values: Float32Array;
}

/** One example of a head: which of the labels may be right, and how much it counts. */
interface Example {
  readonly row: FeatureRow;
  /** One number a label: 1 where it may be the right one. Several where it is not known which. */
  readonly allowed: Uint8Array;
  readonly weight: number;
}

/** A linear model with a softmax over `labels`. */
interface LinearHead {
  readonly labels: number;
  /** Row by row of the features: `weights[column * labels + label]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

interface RegressionOptions {
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
  let mean = new Float32Array(columns * labels);
  const bias = new Float32Array(labels);
  const biasEnergy = new Float32Array(labels).fill(1e-1);
  let biasMean = new Float32Array(labels);
  let order: Uint32Array = Uint32Array.from(examples, (_, at) => at);
  const random = mulberry32(1);
  let averaged = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    order = permuted(order, random);
    const step = rate * (1 - (0.8 * (epoch - 1)) / epochs);
    for (const at of order) {
      const { row, allowed, weight } = examples[at] as Example;
      const slopes = slopesOf(headScores({ labels, weights, bias }, row), allowed, weight);
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
    mean = blend(mean, weights, averaged);
    biasMean = blend(biasMean, bias, averaged);
  }
  return { labels, weights: mean, bias: biasMean };
}

/** The scores (logits) of a row, one a label. */
export function headScores({ labels, weights, bias }: LinearHead, row: FeatureRow): Float32Array {
  const scores = bias.slice();
  const { columns, values } = row;
  for (let part = 0; part < values.length; part++) {
    const from = (columns ? (columns[part] as number) : part) * labels;
    const value = values[part] as number;
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] as number) + value * (weights[from + label] as number);
    }
  }
  return scores;
}

/** Scores as chances that sum to 1. */
export function softmax(scores: Float32Array): Float32Array {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}

/** From scores to the slope of the loss: chances, less the chances of the labels that may be right among themselves. */
function slopesOf(scores: Float32Array, allowed: Uint8Array, weight: number): Float32Array {
  const chances = softmax(scores);
  const right = chances.reduce((total, chance, label) => (allowed[label] ? total + chance : total), 0);
  const share = 1 / Math.max(right, 1e-6);
  return chances.map((chance, label) => weight * (allowed[label] ? chance - chance * share : chance));
}

/** A running mean with one more taken in, which is the `count`th. */
function blend(mean: Float32Array<ArrayBuffer>, values: Float32Array, count: number) {
  return mean.map((one, at) => one + ((values[at] as number) - one) / count);
}
