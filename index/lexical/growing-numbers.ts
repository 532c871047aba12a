/** Numbers in order, in typed memory that doubles as it fills: a fraction of what an array of numbers takes. */
interface GrowingNumbers<Numbers> {
  readonly length: number;
  push(number: number): void;
  /** What was pushed so far, without copying it. */
  values(): Numbers;
}

/** @param Kind what the numbers are kept in; one that does not fit is cut as typed arrays do */
export function createGrowingNumbers<Numbers extends Uint8Array | Uint32Array>(
  Kind: new (length: number) => Numbers,
): GrowingNumbers<Numbers> {
  let numbers = new Kind(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(number) {
      if (length === numbers.length) {
        const larger = new Kind(2 * length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = number;
      length += 1;
    },
    values: () => numbers.subarray(0, length) as Numbers,
  };
}
