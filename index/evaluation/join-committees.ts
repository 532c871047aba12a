import type { NetCommittee, SmallNet } from '../contracts/learned-ranking.js';

/**
 * A committee that says the mean of what two say. The features of the second are standardised as those of the first, which
 * its weights make up for: `(x - m2) / d2 = ((x - m1) / d1) * d1 / d2 + (m1 - m2) / d2`.
 */
export function joinCommittees(first: NetCommittee, second: NetCommittee): NetCommittee {
  const { means, deviations } = first;
  const scales = means.map((_, at) => (deviations[at] as number) / (second.deviations[at] as number));
  const shifts = means.map(
    (mean, at) => (mean - (second.means[at] as number)) / (second.deviations[at] as number),
  );
  const moved = second.nets.map((net) => restandardised(net, scales, shifts));
  // The mean of a committee weighs its networks alike, so each side is there as often as the other has networks.
  const sideOf = (nets: readonly SmallNet[], times: number) =>
    Array<readonly SmallNet[]>(times).fill(nets).flat();
  const isEven = first.nets.length === moved.length;
  const nets = isEven
    ? [...first.nets, ...moved]
    : [...sideOf(first.nets, moved.length), ...sideOf(moved, first.nets.length)];
  return { means, deviations, nets };
}

function restandardised(net: SmallNet, scales: readonly number[], shifts: readonly number[]): SmallNet {
  const shiftOf = (weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * (shifts[at] as number), 0);
  const scaled = (weights: readonly number[]) => weights.map((weight, at) => weight * (scales[at] as number));
  return {
    hidden: net.hidden.map(scaled),
    bias: net.bias.map((bias, unit) => bias + shiftOf(net.hidden[unit] ?? [])),
    out: net.out,
    straight: scaled(net.straight),
    last: net.last + shiftOf(net.straight),
  };
}
