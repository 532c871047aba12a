/** A share as it is stored: four decimals say more than any measurement. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
