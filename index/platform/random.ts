/** Gives numbers from 0 to below 1. */
export type Random = () => number;

/** Numbers that look like chance, the same for a state of 32 bits (mulberry32). */
export function mulberry32(state: number): Random {
  let current = state;
  return () => {
    current = (current + 0x6d2b79f5) | 0;
    let mixed = Math.imul(current ^ (current >>> 15), 1 | current);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same for a small seed: neighbours among seeds give numbers that have nothing in common. */
export function randomFrom(seed: number): Random {
  return mulberry32(Math.imul(seed, 0x9e3779b1));
}

/** Normally distributed numbers, mean 0 and variance 1 (Box-Muller). */
export function normalFrom(random: Random): Random {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The same numbers in another order (Fisher-Yates). */
export function permuted(numbers: Uint32Array, random: Random): Uint32Array {
  const order = numbers.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}
