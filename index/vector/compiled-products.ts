import { BYTE_PRODUCTS_MODULE } from './byte-products-module.js';

/** What "byte-products.wat" exports; all are numbers of bytes, rows and axes in its memory. */
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
  best(products: number, productsEnd: number, tokens: number, ofTokens: number, ofRows: number): void;
  dots(vector: number, axes: number, rows: number, rowBytes: number, rowsEnd: number, dots: number): void;
}

/** What is used of it; the types of Node 20 leave it to those of a browser. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

const PAGE_BYTES = 64 * 1024;
/** Axes that the compiled loops take at once; the last step may read so many numbers behind a row. */
export const AXES_AT_ONCE = 8;

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/** The compiled loops. Their memory is shared by all questions of the thread: whoever calls writes what is read first. */
export const compiled = new Instance(new Module(Buffer.from(BYTE_PRODUCTS_MODULE, 'base64')))
  .exports as Exports;

/** The memory of the compiled loops, with room for so many bytes. */
export function memoryOf(bytes: number): ArrayBuffer {
  const { memory } = compiled;
  const wanted = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES);
  if (wanted > 0) memory.grow(wanted);
  return memory.buffer;
}
