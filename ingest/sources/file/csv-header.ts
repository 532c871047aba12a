import { fieldOfHeading, NEEDED } from './field-of-heading.js';

/** How a CSV file is written, as its beginning shows. */
interface CsvForm {
  readonly delimiter: string;
  /** Bytes of the first line when it is Excel's `sep=;`, with its line end and the byte order mark; else 0. */
  readonly skippedBytes: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Rows looked at to see with which separator they have as many fields as the header. */
const ROWS_TRIED = 20;

/**
 * Tells the separator: what Excel's `sep=` line says; else the one with which the header has the columns that are needed
 * and most known ones, then the one with which the rows have as many fields as the header.
 */
export function csvFormOf(beginning: Buffer): CsvForm {
  const text = beginning.toString('utf8');
  const told = /^\ufeff?"?sep=([^\r\n"])"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(text);
  if (told?.[1] !== undefined) return { delimiter: told[1], skippedBytes: Buffer.byteLength(told[0]) };
  const rated = DELIMITERS.map((delimiter) => ({
    delimiter,
    rating: rate(text.replace(/^\ufeff/, ''), delimiter),
  }));
  const best = rated.reduce((first, each) => (isBetter(each.rating, first.rating) ? each : first));
  return { delimiter: best.delimiter, skippedBytes: 0 };
}

/** What counts most stands first. */
function rate(text: string, delimiter: string): readonly number[] {
  const [header = [], ...rows] = splitRecords(text, delimiter, ROWS_TRIED + 1);
  const fields = new Set(header.map(fieldOfHeading));
  fields.delete(null);
  const needed = NEEDED.filter((field) => fields.has(field)).length;
  const even = rows.filter((row) => row.length === header.length).length / Math.max(1, rows.length);
  return [needed, fields.size, header.length > 1 ? even : 0, header.length];
}

function isBetter(rating: readonly number[], than: readonly number[]): boolean {
  const place = rating.findIndex((value, at) => value !== than[at]);
  return place !== -1 && (rating[place] ?? 0) > (than[place] ?? 0);
}

/** The first records of a CSV text, quotes heeded; the last one may be cut. Rough: the rows are read by csv-parse. */
function splitRecords(text: string, delimiter: string, most: number): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length && records.length < most; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) !== '"') isQuoted = false;
      else {
        field += '"';
        at += 1;
      }
    } else if (sign === '"' && field.trim() === '') {
      isQuoted = true;
    } else if (sign === delimiter) {
      record.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (field.trim() !== '' || record.length > 0) records.push([...record, field]);
      record = [];
      field = '';
    } else {
      field += sign;
    }
  }
  if (records.length < most && (field !== '' || record.length > 0)) records.push([...record, field]);
  return records;
}
