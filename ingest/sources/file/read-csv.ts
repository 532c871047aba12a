import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SourceRow } from '../../contracts.js';
import { ingestErrors } from '../../errors.js';
import { sha256 } from '../../steps/fingerprint.js';
import { openBytes } from '../open-bytes.js';
import { skippedRow } from '../skipped-row.js';
import { refuseBinary } from './refuse-binary.js';
import { rowToThread } from './row-to-thread.js';

const NEEDED = ['question', 'answer'];
const MAX_RECORD_CHARACTERS = 1024 * 1024;

/**
 * Reads a CSV file with a header line: `id, question, answer`, and where present `author, rank, language, url,
 * createdAt, votes, tags, licence, format`. Fields are separated by `,`, `;` or tabs, as the header line shows.
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_FILE_BROKEN when the header is not usable or a quote never ends
 */
export async function* readCsv(path: string): AsyncGenerator<SourceRow> {
  const bytes = openBytes(path);
  const first = (await bytes.next()).value ?? Buffer.alloc(0);
  refuseBinary(path, first);
  const broken: SourceRow[] = [];
  let hasHeader = false;
  let unusable: CsvError | null = null;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first),
    columns: (header: string[]) => {
      hasHeader = true;
      return checkedHeader(header, path);
    },
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    on_skip: (error) => {
      // A quote without end swallows all rows behind it: that is no broken row but a broken file.
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') unusable = error;
      else broken.push(skippedRow('broken-row', `${basename(path)} line ${lineOf(error)}`, reasonOf(error)));
      return undefined;
    },
  });
  const input = Readable.from(chain(first, bytes));
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      yield* broken.splice(0);
      yield toRow(record, `${basename(path)} line ${info.lines}`);
    }
    yield* broken.splice(0);
    if (unusable) throw unusable;
    if (!hasHeader)
      throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: 1, reason: 'there is no header line' });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: lineOf(error), reason: reasonOf(error) }, error);
  } finally {
    input.destroy();
  }
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function toRow(record: Readonly<Record<string, string>>, position: string): SourceRow {
  const votes = Number(record.votes ?? 0);
  const row = {
    ...record,
    // Without an id the question is the id: it stays the same when rows are moved.
    id: record.id || `row-${sha256(record.question ?? '').slice(0, 12)}`,
    votes: Number.isFinite(votes) ? votes : 0,
    tags: (record.tags ?? '')
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    format: record.format || 'text',
    author: record.author ? { name: record.author, rank: record.rank || null } : null,
  };
  const result = rowToThread(row, 'text');
  if ('skipped' in result) return skippedRow(result.skipped, position, result.detail);
  return { kind: 'thread', thread: result.thread, position };
}

function checkedHeader(header: string[], path: string): string[] {
  const names = header.map((name) => name.trim());
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const reason = `the header line has no column ${missing.join(' and no column ')}`;
    throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: 1, reason });
  }
  return names;
}

/** The separator that the header line uses most: a Dutch Excel writes `;`. */
function delimiterOf(start: Buffer): string {
  const header = start.toString('utf8', 0, 4096).split('\n')[0] ?? '';
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.lines === 'number' ? error.lines : 0;
}

/** What csv-parse says without the row that it quotes. */
function reasonOf(error: CsvError | undefined): string {
  return error ? error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ') : 'unusable';
}

async function* chain(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
