import { describe, expect, it } from 'vitest';
import { scaledDots } from '../../../../index/vector/scaled-dots.js';
import { fc } from '../../../support/properties.js';

describe('products of a vector with rows of scaled bytes', () => {
  it('are what multiplying number by number gives, whatever the sizes and wherever the rows begin', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 0, max: 6 }),
      dimensions: fc.integer({ min: 1, max: 40 }),
      before: fc.integer({ min: 0, max: 3 }),
    });
    const numbers = fc.infiniteStream(fc.integer({ min: -127, max: 127 }));
    fc.assert(
      fc.property(sizes, numbers, ({ rows, dimensions, before }, stream) => {
        const next = () => stream.next().value ?? 0;
        const rowBytes = 4 + Math.ceil(dimensions / 4) * 4;
        const memory = new ArrayBuffer((before + rows) * rowBytes);
        const [bytes, floats] = [new Int8Array(memory), new Float32Array(memory)];
        for (let at = 0; at < bytes.length; at++) bytes[at] = next();
        const start = before * rowBytes;
        for (let row = 0; row < rows; row++) floats[(start + row * rowBytes) / 4] = 0.5 + row;
        const vector = Float32Array.from({ length: dimensions }, () => next() / 127);
        const dots = scaledDots(vector, bytes, start, rowBytes, rows);
        expect(dots).toHaveLength(rows);
        dots.forEach((dot, row) => {
          const numbersAt = start + row * rowBytes + 4;
          const sum = vector.reduce(
            (total, value, axis) => total + value * (bytes[numbersAt + axis] ?? 0),
            0,
          );
          expect(dot).toBeCloseTo((0.5 + row) * sum, 1);
        });
      }),
    );
  });
});
