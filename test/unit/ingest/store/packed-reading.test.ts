import { expect, it } from 'vitest';
import { packReading, unpackReading } from '../../../../ingest/store/packed-reading.js';
import { fc } from '../../../support/properties.js';

it('gives back what a model read, however many tokens it has', () => {
  const bytes = fc.integer({ min: -127, max: 127 });
  fc.assert(
    fc.property(
      fc.array(fc.float({ noNaN: true }), { minLength: 8, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(250_000), fc.array(bytes, { minLength: 5, maxLength: 5 })), { maxLength: 9 }),
      (vector, tokens) => {
        const reading = {
          vector: Float32Array.from(vector),
          tokens: {
            ids: Uint32Array.from(tokens, ([id]) => id),
            rows: Int8Array.from(tokens.flatMap(([, row]) => row)),
            wordOfToken: Uint32Array.from(tokens.keys()),
          },
        };
        expect(unpackReading(packReading(reading), { texts: 8, tokens: 5 })).toEqual(reading);
      },
    ),
  );
});
