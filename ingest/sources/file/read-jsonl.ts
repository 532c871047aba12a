import { basename } from 'node:path';
import type { SourceRow } from '../../contracts.js';
import { ingestErrors } from '../../errors.js';
import { openBytes } from '../open-bytes.js';
import { skippedRow } from '../skipped-row.js';
import { readLines } from './read-lines.js';
import { rowToThread } from './row-to-thread.js';

/** A thread with hundreds of long replies stays below; a log pasted into one line does not. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a JSONL file: one thread (or question with its answer) a line. A last line without its end that cannot be read
 * means that the file was cut off: taking the rest would remove what is missing.
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_FILE_BROKEN
 */
export async function* readJsonl(path: string): AsyncGenerator<SourceRow> {
  for await (const { number, text, problem, isCut } of readLines(openBytes(path), path, MAX_LINE_BYTES)) {
    const position = `${basename(path)} line ${number}`;
    const json = text === null ? { problem: PROBLEMS[problem ?? 'not-utf8'] } : parseJson(text);
    if (!('problem' in json)) yield readRow(json.value, position);
    else if (isCut) throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: number, reason: CUT });
    else yield skippedRow(problem === 'too-long' ? 'line-too-long' : 'broken-row', position, json.problem);
  }
}

const CUT = 'the file ends within a row';
const PROBLEMS = { 'too-long': `longer than ${MAX_LINE_BYTES} bytes`, 'not-utf8': 'not UTF-8' };

function readRow(row: unknown, position: string): SourceRow {
  const result = rowToThread(row, 'html');
  if ('skipped' in result) return skippedRow(result.skipped, position, result.detail);
  return { kind: 'thread', thread: result.thread, position };
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the row, and with it what customers wrote.
    return { problem: 'no valid JSON' };
  }
}
