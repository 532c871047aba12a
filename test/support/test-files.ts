import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../bot/contracts/files.js';
import { createFiles, type OwnedFiles } from '../../bot/files/files.js';
import { migrations } from '../../bot/store/migrations.js';
import { openTables } from '../../bot/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../bot/store/store.js';
import type { Clock } from '../../index/platform/clock.js';
import { openDatabase } from '../../index/platform/database.js';

export interface TestFiles {
  readonly files: OwnedFiles;
  readonly store: Store;
  readonly directory: string;
  remove(): Promise<void>;
}

/** The real files on a store in memory and a folder of their own. */
export async function openTestFiles(
  options: { readonly clock?: Clock; readonly conversationMb?: number; readonly totalMb?: number } = {},
): Promise<TestFiles> {
  const { clock = { now: () => new Date() }, conversationMb = 100, totalMb = 5_000 } = options;
  const store = await openTables(openDatabase(':memory:'), migrations);
  const directory = mkdtempSync(join(tmpdir(), 'files-'));
  const files = createFiles({ store, clock, directory, limits: { conversationMb, totalMb } });
  await files.start();
  return {
    files,
    store,
    directory,
    async remove() {
      await store.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Files that nobody sends: for tests of other things. */
export const NO_FILES: Files = {
  limits: { fileBytes: 0, files: 0 },
  takes: () => false,
  temporaryPath: () => '',
  reserve: async () => ({ kind: 'none', because: 'all', megabytes: 0 }),
  keep: async () => ({ kind: 'refused', reason: 'this test takes no files' }),
  discard: async () => {},
  address: ({ id, name }) => `${id}/none/${name}`,
  open: async () => null,
  find: async () => null,
  sweep: async () => 0,
};
