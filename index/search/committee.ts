import type { NetCommittee, SmallNet } from '../contracts.js';

/** The mean of what the networks of a committee say of features, which are standardised first. */
export function ask({ means, deviations, nets }: NetCommittee, features: ArrayLike<number>): number {
  const inputs = Float64Array.from(means, (mean, at) => ((features[at] ?? 0) - mean) / (deviations[at] ?? 1));
  return nets.reduce((sum, net) => sum + output(net, inputs), 0) / nets.length;
}

function output({ hidden, bias, out, straight, last }: SmallNet, inputs: Float64Array): number {
  let sum = last;
  for (let at = 0; at < inputs.length; at++) sum += (straight[at] ?? 0) * (inputs[at] as number);
  hidden.forEach((weights, unit) => {
    let inner = bias[unit] ?? 0;
    for (let at = 0; at < inputs.length; at++) inner += (weights[at] ?? 0) * (inputs[at] as number);
    sum += (out[unit] ?? 0) * Math.tanh(inner);
  });
  return sum;
}
