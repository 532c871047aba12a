import type { TokenVectors } from '../contracts/embedder.js';
import type { EmbeddedItem } from '../contracts/releases.js';
import { indexErrors } from '../errors.js';

/**
 * Checks that an item fits into a release beside the ones before it.
 * @param dimensions numbers in the vector of a text and of a token
 * @param ids ids of the items before it
 * @throws ITEM_NOT_USABLE
 */
export function checkItem(
  entry: EmbeddedItem,
  dimensions: { readonly texts: number; readonly tokens: number },
  ids: ReadonlySet<string>,
): void {
  const { item, tokens } = entry;
  const reason = ids.has(item.id)
    ? 'another item has the same id'
    : (complaintAboutVectors(entry, dimensions.texts) ??
      [tokens?.question, tokens?.passage]
        .map((each) => each && complaintAboutTokens(each, dimensions.tokens))
        .find((complaint) => complaint));
  if (reason) throw indexErrors.ITEM_NOT_USABLE({ id: item.id, reason });
}

function complaintAboutVectors(
  { item, questionVectors, passageVector, sentenceVectors = [] }: EmbeddedItem,
  dimensions: number,
): string | null {
  const wordings = 1 + item.phrasings.length + (item.asked?.length ?? 0);
  if (questionVectors.length !== wordings) {
    return `it has ${wordings} wordings but ${questionVectors.length} question vectors`;
  }
  const vectors = [...questionVectors, ...(passageVector ? [passageVector] : []), ...sentenceVectors];
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

function complaintAboutTokens({ ids, rows }: TokenVectors, dimensions: number): string | null {
  const wanted = ids.length * dimensions;
  return rows.length === wanted ? null : `its tokens have ${rows.length} numbers instead of ${wanted}`;
}
