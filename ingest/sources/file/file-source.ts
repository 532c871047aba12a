import { extname } from 'node:path';
import { ingestErrors } from '../../errors.js';
import type { Source, SourceRow } from '../contracts.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';

const READERS: Readonly<Record<string, (path: string) => AsyncIterable<SourceRow>>> = {
  '.jsonl': readJson,
  '.ndjson': readJson,
  '.json': readJson,
  '.csv': readCsv,
};

/**
 * One or more files as a source, read one after the other.
 * @throws SOURCE_FORMAT_UNKNOWN for a file of another kind
 */
export function fileSource(name: string, paths: readonly string[]): Source {
  const readers = paths.map((path) => {
    const read = READERS[extname(path).toLowerCase()];
    if (!read) throw ingestErrors.SOURCE_FORMAT_UNKNOWN({ path });
    return () => read(path);
  });
  return { name, read: () => ({ covers: 'everything', rows: oneAfterTheOther(readers) }) };
}

async function* oneAfterTheOther(
  readers: readonly (() => AsyncIterable<SourceRow>)[],
): AsyncGenerator<SourceRow> {
  for (const read of readers) yield* read();
}
