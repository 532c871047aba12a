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
  const { inputs, units, labels, inner, bias, out } = net;
  const active = new Float32Array(units);
  const scores = new Float32Array(labels);
  for (let row = 0; row < units + labels; row++) {
    const sum = (bias[row] as number) + dotAt(input, inner, row * inputs);
    if (row < units) active[row] = Math.tanh(sum);
    else scores[row - units] = sum;
  }
  addThroughUnits(active, out, scores);
  return scores;
}

/**
 * One network that gives the mean of the scores of several with the same inputs: the units of all, and one straight way, as the
 * mean of straight ways is one.
 */
export function joinedNet(nets: readonly StackedNet[]): StackedNet {
  const { inputs = 0, labels = 0 } = nets[0] ?? {};
  const units = nets.reduce((sum, net) => sum + net.units, 0);
  const inner = new Float32Array((units + labels) * inputs);
  const bias = new Float32Array(units + labels);
  const out = new Float32Array(labels * units);
  let from = 0;
  for (const net of nets) {
    inner.set(net.inner.subarray(0, net.units * inputs), from * inputs);
    bias.set(net.bias.subarray(0, net.units), from);
    addShare(inner.subarray(units * inputs), net.inner.subarray(net.units * inputs), nets.length);
    addShare(bias.subarray(units), net.bias.subarray(net.units), nets.length);
    for (let label = 0; label < labels; label++) {
      const row = net.out.subarray(label * net.units, (label + 1) * net.units);
      addShare(out.subarray(label * units + from, label * units + from + net.units), row, nets.length);
    }
    from += net.units;
  }
  return { inputs, units, labels, inner, bias, out };
}

function addShare(into: Float32Array, numbers: Float32Array, of: number): void {
  numbers.forEach((value, at) => {
    into[at] = (into[at] as number) + value / of;
  });
}

/** Adds what the units between give each label. */
function addThroughUnits(active: Float32Array, out: Float32Array, scores: Float32Array): void {
  for (let label = 0; label < scores.length; label++) {
    const from = label * active.length;
    let sum = scores[label] as number;
    for (let unit = 0; unit < active.length; unit++) {
      sum += (out[from + unit] as number) * (active[unit] as number);
    }
    scores[label] = sum;
  }
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
      addSlopes(
        net,
        Array.from(some, (at) => examples[at] as StackedExample),
        heads,
        parts.map(({ slopes }) => slopes),
      );
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

/** Adds the slopes of a batch, in place: first what all its examples give, row by row of the weights, then back. */
function addSlopes(
  net: StackedNet,
  examples: readonly StackedExample[],
  heads: Heads,
  [inner, bias, outer]: readonly Float32Array[],
): void {
  if (!inner || !bias || !outer) return;
  const { inputs, units, labels, out } = net;
  const rows = units + labels;
  const given = examples.map(({ input }) => input);
  /** Row by row: what each example gives, then its slope. */
  const table = new Float32Array(rows * given.length);
  for (let row = 0; row < rows; row++) {
    const sums = table.subarray(row * given.length, (row + 1) * given.length);
    sums.fill(net.bias[row] as number);
    addDots(net.inner.subarray(row * inputs, (row + 1) * inputs), given, sums);
    if (row < units) for (let at = 0; at < sums.length; at++) sums[at] = Math.tanh(sums[at] as number);
  }
  const columnOf = (at: number, from: number, to: number) =>
    Float32Array.from({ length: to - from }, (_, row) => table[(from + row) * given.length + at] as number);
  examples.forEach((example, at) => {
    const active = columnOf(at, 0, units);
    const scores = columnOf(at, units, rows);
    addThroughUnits(active, out, scores);
    const slopes = slopesOf(scores, example, heads);
    const behind = new Float32Array(units);
    slopes.forEach((slope, label) => {
      table[(units + label) * given.length + at] = slope;
      const from = label * units;
      for (let unit = 0; unit < units && slope !== 0; unit++) {
        outer[from + unit] = (outer[from + unit] as number) + slope * (active[unit] as number);
        behind[unit] = (behind[unit] as number) + slope * (out[from + unit] as number);
      }
    });
    active.forEach((on, unit) => {
      table[unit * given.length + at] = (behind[unit] as number) * (1 - on * on);
    });
  });
  for (let row = 0; row < rows; row++) {
    const slopes = table.subarray(row * given.length, (row + 1) * given.length);
    bias[row] = slopes.reduce((sum, slope) => sum + slope, bias[row] as number);
    addRows(inner.subarray(row * inputs, (row + 1) * inputs), given, slopes);
  }
}

/** How many inputs are gone through together, so that each weight is read once for all of them. */
const TOGETHER = 4;

/** Adds to each sum the dot product of a row of weights with an input. */
function addDots(weights: Float32Array, given: readonly Float32Array[], sums: Float32Array): void {
  for (let at = 0; at < given.length; at += TOGETHER) {
    const [a, b, c, d] = fourAt(given, at);
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let column = 0; column < weights.length; column++) {
      const weight = weights[column] as number;
      first += weight * (a[column] as number);
      second += weight * (b[column] as number);
      third += weight * (c[column] as number);
      fourth += weight * (d[column] as number);
    }
    const found = [first, second, third, fourth];
    for (let of = at; of < Math.min(at + TOGETHER, given.length); of++) {
      sums[of] = (sums[of] as number) + (found[of - at] as number);
    }
  }
}

/** Adds to a row each input as often as its slope says. */
function addRows(row: Float32Array, given: readonly Float32Array[], slopes: Float32Array): void {
  for (let at = 0; at < given.length; at += TOGETHER) {
    const [a, b, c, d] = fourAt(given, at);
    const slopeA = slopes[at] as number;
    const slopeB = slopes[at + 1] ?? 0;
    const slopeC = slopes[at + 2] ?? 0;
    const slopeD = slopes[at + 3] ?? 0;
    if (slopeA === 0 && slopeB === 0 && slopeC === 0 && slopeD === 0) continue;
    for (let column = 0; column < row.length; column++) {
      row[column] =
        (row[column] as number) +
        slopeA * (a[column] as number) +
        slopeB * (b[column] as number) +
        slopeC * (c[column] as number) +
        slopeD * (d[column] as number);
    }
  }
}

/** Four inputs from a place on; the first once more where there are none, for sums that nobody reads. */
function fourAt(given: readonly Float32Array[], at: number) {
  const first = given[at] as Float32Array;
  return [first, given[at + 1] ?? first, given[at + 2] ?? first, given[at + 3] ?? first] as const;
}
