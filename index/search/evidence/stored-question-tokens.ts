import type { TokenVectors } from '../../contracts/embedder.js';
import { ID_BYTES, tokenRowBytes } from '../../vector/token-rows.js';
import type { ItemTokens } from '../search-index.js';

/** The tokens of an item's own question as they were stored, so that it can be asked without the model; a copy. */
export function storedQuestionTokens(tokens: ItemTokens | null, item: number): TokenVectors | null {
  if (!tokens) return null;
  const { dimensions, starts, rows } = tokens;
  const first = starts[2 * item + 1] ?? 0;
  const count = (starts[2 * item + 2] ?? first) - first;
  const rowBytes = tokenRowBytes(dimensions);
  const ids = new Uint32Array(count);
  const copy = new Int8Array(count * dimensions);
  if (count > 0) {
    const { bytes, numbers, start } = rows.load(first, count);
    for (let at = 0; at < count; at++) {
      const row = start + at * rowBytes;
      ids[at] = numbers[row / 4] as number;
      copy.set(bytes.subarray(row + ID_BYTES, row + ID_BYTES + dimensions), at * dimensions);
    }
  }
  return { ids, rows: copy, wordOfToken: Uint32Array.from(ids.keys()) };
}
