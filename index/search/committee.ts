import type { NetCommittee, SmallNet } from '../contracts/learned-ranking.js';

/** The mean of what the networks of a committee say of features, which are standardised first. */
export function ask({ means, deviations, nets }: NetCommittee, features: ArrayLike<number>): number {
  const inputs = new Float64Array(means.length);
  for (let at = 0; at < inputs.length; at++) {
    inputs[at] = ((features[at] ?? 0) - (means[at] as number)) / (deviations[at] ?? 1);
  }
  let sum = 0;
  for (const net of nets) sum += output(net, inputs);
  return sum / nets.length;
}

function output({ hidden, bias, out, straight, last }: SmallNet, inputs: Float64Array): number {
  let sum = last;
  for (let at = 0; at < inputs.length; at++) sum += (straight[at] ?? 0) * (inputs[at] as number);
  for (let unit = 0; unit < hidden.length; unit++) {
    const weights = hidden[unit] as ArrayLike<number>;
    let inner = bias[unit] ?? 0;
    for (let at = 0; at < inputs.length; at++) inner += (weights[at] ?? 0) * (inputs[at] as number);
    sum += (out[unit] ?? 0) * Math.tanh(inner);
  }
  return sum;
}
