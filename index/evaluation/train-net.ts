import type { NetCommittee, SmallNet } from '../contracts/learned-ranking.js';
import { normalFrom, randomFrom } from '../platform/random.js';

/** How a committee of small networks is trained. */
export interface Training {
  /** Networks whose outputs are averaged; each begins elsewhere. */
  readonly nets: number;
  /** Units of the one hidden layer. */
  readonly units: number;
  /** How much large weights cost. */
  readonly ridge: number;
  readonly steps: number;
  readonly rate: number;
}

/** One step's slope of the loss: what it says of the outputs, by row. */
type Slope = (outputs: Float64Array) => Float64Array;

/**
 * Trains a committee on rows of features: full-batch Adam (Kingma & Ba, 2015) with a falling rate on standardised features,
 * from seeded beginnings, so that the same rows give the same networks.
 * @param slope the derivative of the loss by each row's output
 */
export function trainCommittee(
  rows: readonly Float64Array[],
  slope: Slope,
  { nets, units, ridge, steps, rate }: Training,
): NetCommittee {
  const width = rows[0]?.length ?? 0;
  const { means, deviations } = spreadOf(rows, width);
  const inputs = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    for (let axis = 0; axis < width; axis++) {
      inputs[at * width + axis] =
        ((row[axis] as number) - (means[axis] as number)) / (deviations[axis] as number);
    }
  });
  const trained = Array.from({ length: nets }, (_, seed) => {
    const net = begin(width, units, seed + 1);
    const momentum = new Float64Array(net.length);
    const energy = new Float64Array(net.length);
    for (let step = 1; step <= steps; step++) {
      const { outputs, activations } = forward(net, inputs, width, units);
      const gradient = backward(net, inputs, width, units, activations, slope(outputs), ridge);
      const size = rate * (1 - (0.9 * step) / steps);
      for (let at = 0; at < net.length; at++) {
        momentum[at] = 0.9 * (momentum[at] as number) + 0.1 * (gradient[at] as number);
        energy[at] = 0.99 * (energy[at] as number) + 0.01 * (gradient[at] as number) ** 2;
        const mean = (momentum[at] as number) / (1 - 0.9 ** step);
        const spread = Math.sqrt((energy[at] as number) / (1 - 0.99 ** step)) + 1e-8;
        net[at] = (net[at] as number) - (size * mean) / spread;
      }
    }
    return asNet(net, width, units);
  });
  return { means: [...means].map(short), deviations: [...deviations].map(short), nets: trained };
}

/** Five significant digits: more make the file longer and no answer better. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}

function spreadOf(rows: readonly Float64Array[], width: number) {
  const means = new Float64Array(width);
  const deviations = new Float64Array(width);
  for (const row of rows)
    for (let at = 0; at < width; at++) means[at] = (means[at] as number) + (row[at] as number) / rows.length;
  for (const row of rows) {
    for (let at = 0; at < width; at++) {
      deviations[at] =
        (deviations[at] as number) + ((row[at] as number) - (means[at] as number)) ** 2 / rows.length;
    }
  }
  return { means, deviations: deviations.map((value) => Math.sqrt(value) + 1e-6) };
}

// The numbers of a network in one array: hidden weights unit by unit, biases, out, straight, last.
function begin(width: number, units: number, seed: number): Float64Array {
  const random = normalFrom(randomFrom(seed));
  const net = new Float64Array(units * width + units + units + width + 1);
  for (let at = 0; at < units * width; at++) net[at] = random() / Math.sqrt(width);
  for (let at = 0; at < units; at++) net[units * width + units + at] = 0.3 * random();
  for (let at = 0; at < width; at++) net[units * width + 2 * units + at] = 0.05 * random();
  return net;
}

function forward(net: Float64Array, inputs: Float64Array, width: number, units: number) {
  const rows = inputs.length / width;
  const outputs = new Float64Array(rows);
  const activations = new Float64Array(rows * units);
  const biases = units * width;
  const out = biases + units;
  const straight = out + units;
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let sum = net[straight + width] as number;
    for (let at = 0; at < width; at++) sum += (net[straight + at] as number) * (inputs[from + at] as number);
    for (let unit = 0; unit < units; unit++) {
      let inner = net[biases + unit] as number;
      const weights = unit * width;
      for (let at = 0; at < width; at++)
        inner += (net[weights + at] as number) * (inputs[from + at] as number);
      const active = Math.tanh(inner);
      activations[row * units + unit] = active;
      sum += (net[out + unit] as number) * active;
    }
    outputs[row] = sum;
  }
  return { outputs, activations };
}

function backward(
  net: Float64Array,
  inputs: Float64Array,
  width: number,
  units: number,
  activations: Float64Array,
  slopes: Float64Array,
  ridge: number,
): Float64Array {
  const gradient = net.map((weight) => ridge * weight);
  const biases = units * width;
  const out = biases + units;
  const straight = out + units;
  gradient[straight + width] = 0;
  slopes.forEach((slope, row) => {
    if (slope === 0) return;
    const from = row * width;
    gradient[straight + width] = (gradient[straight + width] as number) + slope;
    for (let at = 0; at < width; at++) {
      gradient[straight + at] = (gradient[straight + at] as number) + slope * (inputs[from + at] as number);
    }
    for (let unit = 0; unit < units; unit++) {
      const active = activations[row * units + unit] as number;
      gradient[out + unit] = (gradient[out + unit] as number) + slope * active;
      const inner = slope * (net[out + unit] as number) * (1 - active * active);
      gradient[biases + unit] = (gradient[biases + unit] as number) + inner;
      const weights = unit * width;
      for (let at = 0; at < width; at++) {
        gradient[weights + at] = (gradient[weights + at] as number) + inner * (inputs[from + at] as number);
      }
    }
  });
  return gradient;
}

function asNet(net: Float64Array, width: number, units: number): SmallNet {
  const part = (from: number, count: number) => [...net.subarray(from, from + count)].map(short);
  const biases = units * width;
  return {
    hidden: Array.from({ length: units }, (_, unit) => part(unit * width, width)),
    bias: part(biases, units),
    out: part(biases + units, units),
    straight: part(biases + 2 * units, width),
    last: short(net.at(-1) ?? 0),
  };
}
