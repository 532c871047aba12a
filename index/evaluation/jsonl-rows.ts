import { readFileSync } from 'node:fs';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';
import { isRecord } from '../platform/is-record.js';

/** A row of a JSONL file of evaluation, read field by field. */
export interface JsonlRow {
  /** @throws EVALUATION_FILE_INVALID when the field is not there or no text */
  text(field: string): string;
  optionalText(field: string): string | null;
  /** An empty list where the field is not there. @throws EVALUATION_FILE_INVALID */
  texts(field: string): string[];
  number(field: string): number | null;
  /** Whether the field says true; false where it is not there. @throws EVALUATION_FILE_INVALID when it is neither */
  flag(field: string): boolean;
  /** @throws EVALUATION_FILE_INVALID when the field is none of the names */
  name<Name extends string>(field: string, names: readonly Name[]): Name;
  /** An empty list where the field is not there. @throws EVALUATION_FILE_INVALID */
  names<Name extends string>(field: string, names: readonly Name[]): Name[];
  /** The rows inside a row; an empty list where the field is not there. @throws EVALUATION_FILE_INVALID */
  rows(field: string): JsonlRow[];
  /** The texts of a list of objects, by name; an empty list where the field is not there. @throws EVALUATION_FILE_INVALID */
  records(field: string): Readonly<Record<string, string>>[];
}

/**
 * Reads the rows of a JSONL file; empty lines are left out.
 * @throws EVALUATION_FILE_INVALID with the line that is not a JSON object
 */
export function readJsonlRows(path: string): JsonlRow[] {
  return readText(path)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(path, at + 1, line)]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw indexErrors.EVALUATION_FILE_INVALID({ path, line: 0, reason: messageOf(error) }, error);
  }
}

function rowOf(path: string, line: number, text: string): JsonlRow {
  const invalid = (reason: string) => indexErrors.EVALUATION_FILE_INVALID({ path, line, reason });
  return rowIn(parse(text, invalid), invalid);
}

function rowIn(fields: Readonly<Record<string, unknown>>, invalid: (reason: string) => Error): JsonlRow {
  const listOf = <Entry>(field: string, isEntry: (entry: unknown) => entry is Entry, what: string) => {
    const value = fields[field] ?? [];
    if (!Array.isArray(value) || !value.every(isEntry)) throw invalid(`"${field}" must be a list of ${what}`);
    return value;
  };
  return {
    text(field) {
      const value = fields[field];
      if (typeof value !== 'string' || value === '') throw invalid(`"${field}" must be a text`);
      return value;
    },
    optionalText(field) {
      const value = fields[field];
      return typeof value === 'string' && value !== '' ? value : null;
    },
    texts: (field) => listOf(field, isText, 'texts'),
    number(field) {
      const value = fields[field];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
    flag(field) {
      const value = fields[field] ?? false;
      if (typeof value !== 'boolean') throw invalid(`"${field}" must be true or false`);
      return value;
    },
    name(field, names) {
      const name = names.find((known) => known === fields[field]);
      if (name === undefined) throw invalid(`"${field}" must be one of: ${names.join(', ')}`);
      return name;
    },
    names: (field, names) => listOf(field, isOneOf(names), `names, each one of: ${names.join(', ')}`),
    rows: (field) => listOf(field, isRecord, 'objects').map((inner) => rowIn(inner, invalid)),
    records: (field) =>
      listOf(field, isRecord, 'objects').map((entry) =>
        Object.fromEntries(Object.entries(entry).filter((pair): pair is [string, string] => isText(pair[1]))),
      ),
  };
}

function parse(text: string, invalid: (reason: string) => Error): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(messageOf(error));
  }
  if (!isRecord(value)) throw invalid('it is not a JSON object');
  return value;
}

function isOneOf<Name extends string>(names: readonly Name[]): (value: unknown) => value is Name {
  return (value): value is Name => names.some((known) => known === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
