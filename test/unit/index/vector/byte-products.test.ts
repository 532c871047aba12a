import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { createByteProducts } from '../../../../index/vector/byte-products.js';
import { BYTE_PRODUCTS_MODULE } from '../../../../index/vector/byte-products-module.js';
import { ROOT } from '../../../support/product-files.js';
import { fc } from '../../../support/properties.js';

const SIMD = { simd: true };

describe('products of tokens with rows of bytes', () => {
  it('are what multiplying number by number gives, whatever the sizes', () => {
    const sizes = fc.record({
      tokens: fc.integer({ min: 0, max: 11 }),
      rows: fc.integer({ min: 0, max: 9 }),
      dimensions: fc.integer({ min: 1, max: 40 }),
      start: fc.integer({ min: 0, max: 7 }),
      gap: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.integer({ min: -128, max: 127 })), (size, numbers) => {
        const { tokens, rows, dimensions, start, gap } = size;
        const take = (count: number) => Int8Array.from({ length: count }, () => numbers.next().value ?? 0);
        const question = take(tokens * dimensions);
        const rowBytes = dimensions + gap;
        const bytes = take(start + rows * rowBytes);
        const { withRows } = createByteProducts(question, tokens, dimensions);
        const products = withRows(bytes, start, rowBytes, rows);
        const best = products.best(0, rows);
        const all = Array.from({ length: rows }, () => [] as number[]);
        for (let row = 0; row < rows; row++) {
          for (let token = 0; token < tokens; token++) {
            let sum = 0;
            for (let axis = 0; axis < dimensions; axis++) {
              sum += (question[token * dimensions + axis] ?? 0) * (bytes[start + row * rowBytes + axis] ?? 0);
            }
            expect(products.product(token, row)).toBe(sum);
            all[row]?.push(sum);
          }
          if (tokens > 0) expect(best.ofRows[row]).toBe(Math.max(...(all[row] ?? [])));
        }
        for (let token = 0; token < tokens && rows > 0; token++) {
          expect(best.ofTokens[token]).toBe(Math.max(...all.map((row) => row[token] ?? 0)));
        }
      }),
    );
  });

  it('have a best one among some of the rows only', () => {
    const { withRows } = createByteProducts(Int8Array.of(1, 0, 0, 1), 2, 2);
    const products = withRows(Int8Array.of(9, -9, -3, 5, -4, -7), 0, 2, 3);
    const { ofTokens, ofRows } = products.best(1, 3);
    expect([...ofTokens]).toEqual([-3, 5]);
    expect([...ofRows]).toEqual([5, -4]);
    expect([...products.best(2, 2).ofRows]).toEqual([]);
  });

  it('hold for more rows than the memory had room for', () => {
    const question = new Int8Array(5 * 96).fill(127);
    const { withRows } = createByteProducts(question, 5, 96);
    const count = 4000;
    const products = withRows(new Int8Array(count * 100).fill(-128), 0, 100, count);
    expect(products.product(4, count - 1)).toBe(96 * 127 * -128);
  });

  it('are made by the module that is compiled from its readable text', async () => {
    const text = readFileSync(join(ROOT, 'index/vector/byte-products.wat'), 'utf8');
    const compiled = (await wabt()).parseWat('byte-products.wat', text, SIMD);
    compiled.validate();
    // Where this fails because the text was changed, what was received is the new "byte-products-module.ts".
    expect(BYTE_PRODUCTS_MODULE).toBe(Buffer.from(compiled.toBinary({}).buffer).toString('base64'));
  });
});
