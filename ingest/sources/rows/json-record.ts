import { isRecord } from '../../../index/platform/is-record.js';

/** A JSON object of which nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A row of ours made of another program's, or what is wrong with that, with advice. */
export type RowReading =
  | { readonly kind: 'row'; readonly row: unknown }
  | { readonly kind: 'unusable'; readonly problem: string };

/** The objects of a list; none where it is no list. */
export function recordsOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
