import { readFileSync } from 'node:fs';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';

/** A row of a JSONL file of evaluation, read field by field. */
export interface JsonlRow {
  /** @throws EVALUATION_FILE_INVALID when the field is not there or no text */
  text(field: string): string;
  optionalText(field: string): string | null;
  /** An empty list where the field is not there. @throws EVALUATION_FILE_INVALID */
  texts(field: string): string[];
  number(field: string): number | null;
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
  const fields = parse(text, invalid);
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
    texts(field) {
      const value = fields[field] ?? [];
      if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
        throw invalid(`"${field}" must be a list of texts`);
      }
      return value;
    },
    number(field) {
      const value = fields[field];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
    records(field) {
      const value = fields[field] ?? [];
      if (!Array.isArray(value) || !value.every(isRecord))
        throw invalid(`"${field}" must be a list of objects`);
      return value.map((entry) =>
        Object.fromEntries(
          Object.entries(entry).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
        ),
      );
    },
  };
}

function parse(text: string, invalid: (reason: string) => Error): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(messageOf(error));
  }
  if (!isRecord(value)) throw invalid('it is not a JSON object');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
