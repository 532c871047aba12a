import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRequest, requests } from '../../../../channels/desk/requests.js';
import { safelyParsed } from '../../../../index/platform/forms/safely-parsed.js';

/** Of these zod reads the length before it looks whether it is a text at all. */
const SPITEFUL: readonly unknown[] = [
  { length: { toString: 'x' } },
  { length: { valueOf: 1, toString: null } },
];

describe('what came from outside', () => {
  it.each(SPITEFUL)('is refused, whatever it calls its length: %j', (value) => {
    const schemas: readonly z.ZodType<unknown>[] = [
      z.string().min(1),
      z.string().max(5),
      z.array(z.unknown()).max(3),
    ];
    for (const schema of schemas) {
      expect(safelyParsed(schema, value).success).toBe(false);
    }
    expect(() => readRequest(requests.draft, { text: value })).toThrow(
      expect.objectContaining({ code: 'BAD_ARGUMENT' }),
    );
  });

  it('is read and refused as the schema says, else', () => {
    const schema = z.strictObject({ name: z.string().min(2) });
    expect(safelyParsed(schema, { name: 'Anna' })).toEqual({ success: true, data: { name: 'Anna' } });
    expect(safelyParsed(schema, { name: 'A' })).toMatchObject({ error: { issues: [{ path: ['name'] }] } });
  });
});
