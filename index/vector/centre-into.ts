/**
 * Writes a vector into a place of a longer one, centred and of the same length as all others.
 * @param into where it goes, at the same places as in `vectors`
 * @param vectors the vector is what stands from `from` to before `to`
 * @param centre of as many numbers as `vectors`; null takes nothing away
 * @param share of the centre that is taken away
 * @param length that the written vector has
 */
export function centreInto(
  into: Float32Array,
  vectors: Float32Array,
  { from, to }: { readonly from: number; readonly to: number },
  {
    centre,
    share,
    length,
  }: { readonly centre: Float32Array | null; readonly share: number; readonly length: number },
): void {
  let square = 0;
  for (let at = from; at < to; at++) {
    const value = (vectors[at] as number) - share * (centre?.[at] ?? 0);
    into[at] = value;
    square += value * value;
  }
  const factor = length / Math.sqrt(Math.max(square, 1e-9));
  for (let at = from; at < to; at++) into[at] = (into[at] as number) * factor;
}
