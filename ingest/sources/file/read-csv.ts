import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ingestErrors } from '../../errors.js';
import { dropForbidden } from '../../steps/text/drop-forbidden.js';
import type { SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { idOfQuestion } from '../rows/id-of-question.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { csvFormOf } from './csv-header.js';
import { fieldsOfHeadings, NEEDED, type RowField } from './field-of-heading.js';
import { openText } from './open-text.js';
import { withBeginning } from './with-beginning.js';

const MAX_RECORD_CHARACTERS = 1024 * 1024;
/** More is no damage but another encoding. */
const DAMAGED_SHARE = 0.02;
/** Enough to see the header and some rows. */
const BEGINNING_BYTES = 64 * 1024;

/**
 * Reads a CSV file with a header line: `id, question, answer`, and where present `author, rank, language, url,
 * createdAt, votes, tags, licence, format`, each under the names that `field-of-heading.ts` knows. The separator and a
 * first line `sep=;` are told by `csv-header.ts`.
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_ENCODING_UNKNOWN, SOURCE_FILE_BROKEN when the header is not
 * usable or a quote never ends
 */
export async function* readCsv(path: string): AsyncGenerator<SourceRow> {
  const { beginning, chunks } = await withBeginning(openText(path, DAMAGED_SHARE), BEGINNING_BYTES);
  const { delimiter, skippedBytes } = csvFormOf(beginning);
  const linesBefore = skippedBytes > 0 ? 1 : 0;
  const lineIn = (line: number) => line + linesBefore;
  const broken: SourceRow[] = [];
  let hasHeader = false;
  let lastLine = lineIn(0);
  let openQuote: CsvError | null = null;
  const parser = parse({
    bom: true,
    delimiter,
    columns: (headings: string[]) => {
      hasHeader = true;
      return columnsOf(headings, path, lineIn(1));
    },
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    on_skip: (error) => {
      // A quote without end swallows all rows behind it: that is no broken row but a broken file.
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') openQuote = error;
      else {
        const position = `${basename(path)} line ${lineIn(lineOf(error))}`;
        broken.push(failedRow(position, reasonOf(error)));
      }
      return undefined;
    },
  });
  const input = Readable.from(withoutStart(chunks, skippedBytes));
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      yield* broken.splice(0);
      lastLine = lineIn(info.lines);
      yield toRow(record, `${basename(path)} line ${lastLine}`);
    }
    yield* broken.splice(0);
    if (openQuote) throw openQuote;
    if (!hasHeader) {
      const reason = 'there is no header line';
      throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: 1, reason, advice: HEADER_ADVICE });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = isOpen ? lastLine + 1 : lineIn(lineOf(error));
    const reason = isOpen
      ? 'a quotation mark that opens there, or in a row soon after, is never closed'
      : reasonOf(error);
    const advice = isOpen
      ? 'Close it, or write two of them where one belongs to the text; if the file ends within that row, export it again.'
      : 'Mend that place, or export the file again as "CSV UTF-8".';
    throw ingestErrors.SOURCE_FILE_BROKEN({ path, line, reason, advice }, error);
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
    id: record.id || idOfQuestion(record.question ?? ''),
    votes: Number.isFinite(votes) ? votes : 0,
    format: record.format || 'text',
    author: record.author ? { name: record.author, rank: record.rank || null } : null,
  };
  return rowToThread(row, 'text', position);
}

const HEADER_ADVICE =
  'Give the first line the headings "question" and "answer" (or "vraag" and "antwoord"), and run again.';
/** A heading is short; a longer one is a text, and no text of a customer belongs in a message. */
const LONGEST_HEADING = 40;

/** What each column is; `false` for those that are not read. */
function columnsOf(headings: readonly string[], path: string, line: number): (RowField | false)[] {
  const fields = fieldsOfHeadings(headings);
  const missing = NEEDED.filter((field) => !fields.includes(field));
  if (missing.length === 0) return fields.map((field) => field ?? false);
  const lacks = `the header line has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}`;
  const reason = `${lacks}; ${headingsFound(headings)}`;
  throw ingestErrors.SOURCE_FILE_BROKEN({ path, line, reason, advice: HEADER_ADVICE });
}

function headingsFound(headings: readonly string[]): string {
  if (headings.some((heading) => heading.length > LONGEST_HEADING))
    return 'it looks like a row, not like headings';
  const shown = headings.slice(0, 12).map((heading) => `"${dropForbidden(heading).trim()}"`);
  return `it has ${shown.join(', ')}${headings.length > shown.length ? ' …' : ''}`;
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.lines === 'number' ? error.lines : 0;
}

/** What csv-parse says without the row that it quotes. */
function reasonOf(error: CsvError | undefined): string {
  return error ? error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ') : 'unusable';
}

async function* withoutStart(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    const rest = chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
    if (rest.length > 0) yield rest;
  }
}
