import type { z } from 'zod';

/** What became of holding a value against a schema: as zod tells it, as much as is needed. */
export type SafelyParsed<Value> =
  | { readonly success: true; readonly data: Value }
  | {
      readonly success: false;
      readonly data?: undefined;
      readonly error: {
        readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
      };
    };

/**
 * Holds what came from outside against a schema, and never throws: zod looks at the `length` of whatever has one, also where a text
 * was expected, and fails on a `length` that cannot be made a number (`{"length":{"toString":1}}`).
 */
export function safelyParsed<Value>(schema: z.ZodType<Value>, value: unknown): SafelyParsed<Value> {
  try {
    return schema.safeParse(value);
  } catch {
    const issue = { path: [], message: 'it has a form that cannot be read' };
    return { success: false, error: { issues: [issue] } };
  }
}
