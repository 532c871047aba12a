import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Source, SourceRow } from '../contracts.js';
import { stageTables } from './stage-tables.js';
import { stagedThreads } from './staged-threads.js';
import { openStaging } from './staging.js';

interface StackExchangeOptions {
  readonly name: string;
  /** Folder with `Posts.xml`. */
  readonly directory: string;
  /** Host of the community for links, such as `coffee.stackexchange.com`; null where it is not known. */
  readonly site: string | null;
  /** Folder for what is staged while reading; about as much as the answers of the dump take. */
  readonly workDirectory: string;
}

/**
 * A Stack Exchange data dump as a source. The tables are streamed into a staging database first, so a dump that is
 * broken anywhere gives no thread at all.
 */
export function stackExchangeSource(options: StackExchangeOptions): Source {
  return { name: options.name, read: () => ({ covers: 'everything', rows: readDump(options) }) };
}

async function* readDump(options: StackExchangeOptions): AsyncGenerator<SourceRow> {
  const { name, directory, site, workDirectory } = options;
  const path = join(workDirectory, `staging-${process.pid}-${name}.sqlite`);
  rmSync(path, { force: true });
  const staging = openStaging(path);
  try {
    yield* stageTables(directory, staging);
    yield* stagedThreads(staging, site);
  } finally {
    staging.close();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
  }
}
