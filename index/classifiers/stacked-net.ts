import { normalFrom, permuted, randomFrom } from '../platform/random.js';
import { dotAt } from '../vector/vector-table.js';
import { HEAD_NAMES, type Heads, layoutOf } from './heads.js';

/**
 * A network of one layer that all heads share, with a straight way beside it: `scores = O tanh(H x + b) + S x + c`. Rows of
 * `inner`: the hidden units, then the labels of the straight way.
 */
export interface StackedNet {
  readonly inputs: number;
  readonly units: number;
  readonly labels: number;
  /** `(units + labels) * inputs` numbers, row by row. */
  readonly inner: Float32Array;
  /** One for each row of `inner`. */
  readonly bias: Float32Array;
  /** `labels * units` numbers, row by row. */
  readonly out: Float32Array;
}

/** One example: for each head, which of its labels may be right (1); a head with none is not known. */
export interface StackedExample {
  readonly input: Float32Array;
  readonly allowed: Uint8Array;
  readonly weight: number;
}

interface NetTraining {
  readonly units: number;
  readonly epochs: number;
  readonly rate: number;
  readonly ridge: number;
  readonly batch: number;
  readonly seed: number;
}

/** The scores of an input, one a label. */
export function netScores(net: StackedNet, input: Float32Array): Float32Array {
  return feedForward(net, input).scores;
}

/** The scores of an input, and what its units in between gave. */
function feedForward(net: StackedNet, input: Float32Array) {
  const { inputs, units, labels, inner, bias, out } = net;
  const active = new Float32Array(units);
  const scores = new Float32Array(labels);
  for (let row = 0; row < units + labels; row++) {
    const sum = (bias[row] as number) + dotAt(input, inner, row * inputs);
    if (row < units) active[row] = Math.tanh(sum);
    else scores[row - units] = sum;
  }
  for (let label = 0; label < labels; label++) {
    let sum = scores[label] as number;
    const from = label * units;
    for (let unit = 0; unit < units; unit++) sum += (out[from + unit] as number) * (active[unit] as number);
    scores[label] = sum;
  }
  return { scores, active };
}

/** Trains a network by Adam (Kingma & Ba, 2015) in small batches, in a seeded order: the same examples give the same numbers. */
export function trainNet(
  examples: readonly StackedExample[],
  heads: Heads,
  training: NetTraining,
): StackedNet {
  const { units, epochs, rate, ridge, batch, seed } = training;
  const { width: labels } = layoutOf(heads);
  const inputs = examples[0]?.input.length ?? 0;
  const random = randomFrom(seed);
  const normal = normalFrom(random);
  const rows = units + labels;
  const net: StackedNet = {
    inputs,
    units,
    labels,
    inner: new Float32Array(rows * inputs),
    bias: new Float32Array(rows),
    out: new Float32Array(labels * units),
  };
  for (let at = 0; at < units * inputs; at++) net.inner[at] = normal() / (3 * Math.sqrt(inputs));
  for (let at = 0; at < net.out.length; at++) net.out[at] = 0.1 * normal();
  const parts = [net.inner, net.bias, net.out].map((weights) => ({
    weights,
    slopes: new Float32Array(weights.length),
    momentum: new Float32Array(weights.length),
    energy: new Float32Array(weights.length),
  }));
  let order: Uint32Array = Uint32Array.from(examples, (_, at) => at);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = permuted(order, random);
    for (let from = 0; from < order.length; from += batch) {
      const some = order.subarray(from, from + batch);
      for (const { slopes } of parts) slopes.fill(0);
      for (const at of some) {
        const example = examples[at] as StackedExample;
        const { scores, active } = feedForward(net, example.input);
        addSlopes(
          net,
          example.input,
          active,
          slopesOf(scores, example, heads),
          parts.map(({ slopes }) => slopes),
        );
      }
      step += 1;
      const size = rate * (1 - (0.9 * epoch) / epochs);
      parts.forEach((part, index) => {
        adam(part, size, step, some.length, index === 1 ? 0 : ridge);
      });
    }
  }
  return net;
}

interface Moving {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  readonly momentum: Float32Array;
  readonly energy: Float32Array;
}

function adam(
  { weights, slopes, momentum, energy }: Moving,
  size: number,
  step: number,
  count: number,
  ridge: number,
) {
  const forMean = 1 - 0.9 ** step;
  const forSpread = 1 - 0.99 ** step;
  for (let at = 0; at < weights.length; at++) {
    const slope = (slopes[at] as number) / count + ridge * (weights[at] as number);
    momentum[at] = 0.9 * (momentum[at] as number) + 0.1 * slope;
    energy[at] = 0.99 * (energy[at] as number) + 0.01 * slope * slope;
    const spread = Math.sqrt((energy[at] as number) / forSpread) + 1e-8;
    weights[at] = (weights[at] as number) - (size * (momentum[at] as number)) / forMean / spread;
  }
}

/** From scores to slopes, head by head: chances, less those of the labels that may be right among themselves. */
function slopesOf(scores: Float32Array, { allowed, weight }: StackedExample, heads: Heads): Float32Array {
  const slopes = scores.slice();
  let start = 0;
  for (const name of HEAD_NAMES) {
    const end = start + heads[name].length;
    const part = slopes.subarray(start, end);
    const may = allowed.subarray(start, end);
    start = end;
    if (!may.includes(1)) {
      part.fill(0);
      continue;
    }
    const top = Math.max(...part);
    let sum = 0;
    let right = 0;
    for (let at = 0; at < part.length; at++) {
      const raised = Math.exp((part[at] as number) - top);
      part[at] = raised;
      sum += raised;
      if (may[at]) right += raised;
    }
    for (let at = 0; at < part.length; at++) {
      const raised = part[at] as number;
      part[at] = weight * (raised / sum - (may[at] ? raised / Math.max(right, 1e-6) : 0));
    }
  }
  return slopes;
}

/**
 * Adds the slopes of one example to those of its batch, in place: they are as many as the weights, and with a copy of them
 * for each example an addition took up to half as long again.
 */
function addSlopes(
  { inputs, units, labels, out }: StackedNet,
  input: Float32Array,
  active: Float32Array,
  slopes: Float32Array,
  [inner, bias, outer]: readonly Float32Array[],
): void {
  if (!inner || !bias || !outer) return;
  const behind = new Float32Array(units);
  for (let label = 0; label < labels; label++) {
    const slope = slopes[label] as number;
    if (slope === 0) continue;
    const from = label * units;
    for (let unit = 0; unit < units; unit++) {
      outer[from + unit] = (outer[from + unit] as number) + slope * (active[unit] as number);
      behind[unit] = (behind[unit] as number) + slope * (out[from + unit] as number);
    }
    addRow(inner, (units + label) * inputs, input, slope);
    bias[units + label] = (bias[units + label] as number) + slope;
  }
  for (let unit = 0; unit < units; unit++) {
    const on = active[unit] as number;
    const slope = (behind[unit] as number) * (1 - on * on);
    addRow(inner, unit * inputs, input, slope);
    bias[unit] = (bias[unit] as number) + slope;
  }
}

function addRow(into: Float32Array, from: number, input: Float32Array, factor: number): void {
  for (let at = 0; at < input.length; at++) {
    into[from + at] = (into[from + at] as number) + factor * (input[at] as number);
  }
}
