import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../index/platform/files.js';
import { recordIn } from '../../index/platform/is-record.js';

const FILE = 'source-reads.json';

/** When each source was read for the last time without a failure, ISO 8601 in UTC, by its name. */
export type SourceReads = Readonly<Record<string, string>>;

/** What a folder remembers; nothing where it remembers none, or where nobody can read it any more. */
export function readSourceReads(runtimeDirectory: string): SourceReads {
  try {
    const kept = recordIn(readFileSync(join(runtimeDirectory, FILE), 'utf8')) ?? {};
    return Object.fromEntries(
      Object.entries(kept).filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && !Number.isNaN(Date.parse(entry[1])),
      ),
    );
  } catch {
    return {};
  }
}

/**
 * Notes that sources were read, and forgets those that `keeps` does not name: nobody is to be told for ever that a source is read no more
 * which somebody took out. It is for those who watch: whoever cannot write it goes on all the same.
 */
export function noteSourceReads(
  runtimeDirectory: string,
  names: readonly string[],
  at: Date,
  keeps: (name: string) => boolean = () => true,
): void {
  const known = { ...readSourceReads(runtimeDirectory) };
  for (const name of names) known[name] = at.toISOString();
  const reads = Object.fromEntries(Object.entries(known).filter(([name]) => keeps(name)));
  try {
    writeFileAtomically(join(runtimeDirectory, FILE), `${JSON.stringify(reads)}\n`);
  } catch {
    // A full disk has told of itself by then; a release that is live must not fail for this.
  }
}
