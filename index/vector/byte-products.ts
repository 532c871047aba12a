import { AXES_AT_ONCE, compiled, memoryOf } from './compiled-products.js';

/** Multiplies a question's tokens with the rows of items. */
interface ByteProducts {
  /**
   * Inner products of every token with every row.
   * @param bytes rows of which the first begins at `start`, `rowBytes` from one to the next, each beginning with its numbers
   */
  withRows(bytes: Int8Array, start: number, rowBytes: number, count: number): RowProducts;
}

/** Whole numbers; they hold until the next call. */
interface RowProducts {
  /** Of one token with one row. */
  product(token: number, row: number): number;
  /** The best product of each token with the rows from `fromRow` up to `toRow`, and of each of these rows with a token. */
  best(fromRow: number, toRow: number): BestProducts;
}

export interface BestProducts {
  /** The least 32-bit number where there are no rows. */
  readonly ofTokens: Int32Array;
  readonly ofRows: Int32Array;
}

/** Tokens that the compiled loop takes at once. */
const TOKENS_AT_ONCE = 4;
const LEAST = -(2 ** 31);

/**
 * Prepares to multiply the tokens of a question with rows of items.
 * @param question `tokens` rows of `dimensions` signed bytes
 */
export function createByteProducts(question: Int8Array, tokens: number, dimensions: number): ByteProducts {
  const stride = Math.ceil(tokens / TOKENS_AT_ONCE) * TOKENS_AT_ONCE;
  const axes = Math.ceil(dimensions / AXES_AT_ONCE) * AXES_AT_ONCE;
  const wide = new Int16Array(stride * axes);
  for (let at = 0; at < stride; at++) {
    // What fills up is the last token again, so that it is never better than all others.
    const token = Math.min(at, tokens - 1);
    wide.set(question.subarray(token * dimensions, (token + 1) * dimensions), at * axes);
  }
  return {
    withRows(bytes, start, rowBytes, count) {
      const rowsAt = wide.byteLength;
      const rowsEnd = rowsAt + rowBytes * count;
      // The last row is read in steps of eight, and products are 32-bit numbers.
      const productsAt = Math.ceil((rowsEnd + AXES_AT_ONCE) / 4) * 4;
      const ofTokensAt = productsAt + 4 * stride * count;
      const ofRowsAt = ofTokensAt + 4 * stride;
      const memory = memoryOf(ofRowsAt + 4 * count);
      new Int16Array(memory).set(wide);
      new Int8Array(memory).set(bytes.subarray(start, start + rowBytes * count), rowsAt);
      if (stride > 0) compiled.multiply(0, stride, axes, rowsAt, rowBytes, rowsEnd, productsAt);
      const products = new Int32Array(memory, productsAt, stride * count);
      return {
        product: (token, row) => products[row * stride + token] as number,
        best(fromRow, toRow) {
          const ofTokens = new Int32Array(memory, ofTokensAt, stride).fill(LEAST);
          const from = productsAt + 4 * stride * fromRow;
          if (stride > 0) {
            compiled.best(from, productsAt + 4 * stride * toRow, stride, ofTokensAt, ofRowsAt);
          }
          return {
            ofTokens: ofTokens.slice(0, tokens),
            ofRows: new Int32Array(memory, ofRowsAt, toRow - fromRow).slice(),
          };
        },
      };
    },
  };
}
