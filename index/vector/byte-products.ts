import { BYTE_PRODUCTS_MODULE } from './byte-products-module.js';

/** Multiplies a question's tokens with the rows of items. */
export interface ByteProducts {
  /** How many products there are for each row: the question's tokens, filled up with zeros to a multiple of 4. */
  readonly stride: number;
  /**
   * Inner products of every token with every row.
   * @param bytes rows of which the first begins at `start`, `rowBytes` from one to the next, each beginning with its numbers
   * @returns whole numbers, token `t` with row `r` at `r * stride + t`; they hold until the next call
   */
  withRows(bytes: Int8Array, start: number, rowBytes: number, count: number): Int32Array;
}

/** What "byte-products.wat" exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  multiply(
    question: number,
    tokens: number,
    axes: number,
    rows: number,
    rowBytes: number,
    rowsEnd: number,
    products: number,
  ): void;
}

/** What is used of it; the types of Node 20 leave it to those of a browser. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

const PAGE_BYTES = 64 * 1024;
/** Tokens and axes that the compiled loop takes at once. */
const TOKENS_AT_ONCE = 4;
const AXES_AT_ONCE = 8;

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
const { memory, multiply } = new Instance(new Module(Buffer.from(BYTE_PRODUCTS_MODULE, 'base64')))
  .exports as Exports;

/**
 * Prepares to multiply the tokens of a question with rows of items. Its memory is shared by all questions of the thread:
 * the question is written again with each call.
 * @param question `tokens` rows of `dimensions` signed bytes
 */
export function createByteProducts(question: Int8Array, tokens: number, dimensions: number): ByteProducts {
  const stride = Math.ceil(tokens / TOKENS_AT_ONCE) * TOKENS_AT_ONCE;
  const axes = Math.ceil(dimensions / AXES_AT_ONCE) * AXES_AT_ONCE;
  const wide = new Int16Array(stride * axes);
  for (let token = 0; token < tokens; token++) {
    wide.set(question.subarray(token * dimensions, (token + 1) * dimensions), token * axes);
  }
  return {
    stride,
    withRows(bytes, start, rowBytes, count) {
      const rowsAt = wide.byteLength;
      const rowsEnd = rowsAt + rowBytes * count;
      // The last row is read in steps of eight, and products are 32-bit numbers.
      const productsAt = Math.ceil((rowsEnd + AXES_AT_ONCE) / 4) * 4;
      makeRoom(productsAt + 4 * stride * count);
      new Int16Array(memory.buffer).set(wide);
      new Int8Array(memory.buffer).set(bytes.subarray(start, start + rowBytes * count), rowsAt);
      if (stride > 0) multiply(0, stride, axes, rowsAt, rowBytes, rowsEnd, productsAt);
      return new Int32Array(memory.buffer, productsAt, stride * count);
    },
  };
}

function makeRoom(bytes: number): void {
  const wanted = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES);
  if (wanted > 0) memory.grow(wanted);
}
