import type { EmbeddedItem, ItemVectors } from '../contracts.js';
import { indexErrors } from '../errors.js';

/**
 * Checks that an item fits into a release beside the ones before it.
 * @param dimensions numbers in a vector, of the main and of the companion model
 * @param ids ids of the items before it
 * @throws ITEM_NOT_USABLE
 */
export function checkItem(
  entry: EmbeddedItem,
  dimensions: { readonly main: number; readonly companion: number },
  ids: ReadonlySet<string>,
): void {
  const { item, companion, sentenceVectors = [] } = entry;
  const wordings = 1 + item.phrasings.length;
  const reason = ids.has(item.id)
    ? 'another item has the same id'
    : (complaintAboutVectors(entry, sentenceVectors, wordings, dimensions.main) ??
      (companion ? complaintAboutVectors(companion, [], wordings, dimensions.companion) : null));
  if (reason) throw indexErrors.ITEM_NOT_USABLE({ id: item.id, reason });
}

function complaintAboutVectors(
  { questionVectors, passageVector }: ItemVectors,
  others: readonly Float32Array[],
  wordings: number,
  dimensions: number,
): string | null {
  if (questionVectors.length !== wordings) {
    return `it has ${wordings} wordings but ${questionVectors.length} question vectors`;
  }
  const vectors = [...questionVectors, ...(passageVector ? [passageVector] : []), ...others];
  return (
    vectors.map((vector) => complaintAbout(vector, dimensions)).find((complaint) => complaint !== null) ??
    null
  );
}

function complaintAbout(vector: Float32Array, dimensions: number): string | null {
  if (vector.length !== dimensions) return `a vector has ${vector.length} numbers instead of ${dimensions}`;
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.abs(square - 1) < 0.01 ? null : `a vector has the length ${Math.sqrt(square)} instead of 1`;
}
