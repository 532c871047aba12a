import { basename } from 'node:path';
import type { SourceRow } from '../contracts.js';
import { cutOff } from '../cut-off.js';
import { failedRow } from '../failed-row.js';
import { type JsonForm, jsonFormOf } from './json-form.js';
import { openText } from './open-text.js';
import { readLines } from './read-lines.js';
import { rowsOfValue } from './rows-of-value.js';
import { splitJson } from './split-json.js';
import { withBeginning } from './with-beginning.js';

/** A thread with hundreds of long replies stays below; a log pasted into one row does not. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;
/** An object over several lines may be a whole export. */
const MAX_OBJECT_BYTES = 16 * 1024 * 1024;
/** Rows are told apart by bytes alone, so one in another encoding harms no other. */
const DAMAGED_SHARE = 0.5;
/** Enough to tell the form of the file. */
const BEGINNING_BYTES = 64 * 1024;

/**
 * Reads a JSON file: one thread (or question with its answer) a line, a list of them, or an object that holds them. A
 * file that ends within a row or within the list was cut off: taking the rest would remove what is missing.
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_ENCODING_UNKNOWN, SOURCE_FILE_BROKEN
 */
export async function* readJson(path: string): AsyncGenerator<SourceRow> {
  const { beginning, chunks } = await withBeginning(openText(path, DAMAGED_SHARE), BEGINNING_BYTES);
  const form = jsonFormOf(beginning.toString('utf8'));
  const maxBytes = form === 'values' ? MAX_OBJECT_BYTES : MAX_ROW_BYTES;
  for await (const { place, line, text, problem, isCut } of pieces(path, chunks, form, maxBytes)) {
    const position = `${basename(path)} ${place}`;
    const json = text === null ? broken(problem ?? 'too-long') : parseJson(text);
    if (json.kind === 'value') {
      yield* rowsOfValue(json.value, position);
      if (!isCut || form !== 'list') continue;
    }
    if (isCut) throw cutOff(path, line, CUT[form]);
    if (json.kind === 'value') continue;
    const reason = json.problem === 'too-long' ? 'line-too-long' : 'broken-row';
    yield failedRow(position, wordsFor(json.problem, maxBytes), null, reason);
  }
}

type PieceProblem = 'too-long' | 'not-utf8' | 'no-json';

/** What the JSON of a piece holds, or what is wrong with it. */
type JsonReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problem: PieceProblem };

interface Piece {
  readonly place: string;
  readonly line: number;
  readonly text: string | null;
  readonly problem: 'too-long' | 'not-utf8' | null;
  readonly isCut: boolean;
}

async function* pieces(
  path: string,
  chunks: AsyncIterable<Buffer>,
  form: JsonForm,
  maxBytes: number,
): AsyncGenerator<Piece> {
  if (form === 'lines') {
    for await (const { number, ...line } of readLines(chunks, path, maxBytes)) {
      yield { ...line, place: `line ${number}`, line: number };
    }
    return;
  }
  for await (const { line, number, bytes, isCut } of splitJson(chunks, form === 'list', maxBytes)) {
    const place = form === 'list' ? `line ${line} (entry ${number})` : `line ${line}`;
    const text = bytes === null ? null : decode(bytes);
    const problem = bytes === null ? 'too-long' : text === null ? 'not-utf8' : null;
    yield { place, line, text, problem, isCut };
  }
}

const CUT: Readonly<Record<JsonForm, string>> = {
  lines: 'the file ends within a row',
  list: 'the file ends before its list does',
  values: 'the file ends within the object that begins there',
};

function wordsFor(problem: PieceProblem, maxBytes: number): string {
  if (problem === 'too-long') return `longer than ${maxBytes} bytes`;
  return problem === 'not-utf8' ? 'not UTF-8' : 'no valid JSON';
}

function broken(problem: PieceProblem): JsonReading {
  return { kind: 'broken', problem };
}

function parseJson(text: string): JsonReading {
  // Tabs and line ends within a text are not allowed, and plain: some programs write them all the same.
  for (const attempt of [text, text.replace(/[\t\r\n]/g, ' ')]) {
    try {
      return { kind: 'value', value: JSON.parse(attempt) };
    } catch {
      // The parser's own message quotes the row, and with it what customers wrote.
    }
  }
  return broken('no-json');
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
