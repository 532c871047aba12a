import { isRecord } from '../../../index/platform/is-record.js';
import type { JsonRecord } from './json-record.js';

/** What stands at a path within an object, such as `author.rank.name`; undefined where nothing does. */
export function fieldAt(value: unknown, path: string): unknown {
  return path.split('.').reduce((at: unknown, name) => (isRecord(at) ? at[name] : undefined), value);
}

/** The first of these paths that holds something: for interfaces whose documentation leaves a name open. */
export function anyField(record: JsonRecord, ...paths: readonly string[]): unknown {
  for (const path of paths) {
    const value = fieldAt(record, path);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** A name or number as text; null where it is neither. */
export function wordOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Names of a list of texts, or of objects that bear their name in one of these fields. */
export function listedNames(value: unknown, ...fields: readonly string[]): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => wordOf(isRecord(each) ? anyField(each, ...fields) : each) ?? []);
}
