import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { type ErasureLedger, openErasureLedger } from '../../index/learning/erasure-ledger.js';
import { openDatabase } from '../../index/platform/database.js';
import { createItemReader } from '../../index/releases/item-reader.js';
import { releaseFile } from '../../index/releases/release-files.js';

/**
 * Deletes releases that hold a wording of somebody who was erased since, but for the live one, in which it is hidden until
 * another takes its place.
 * @returns ids of those that went
 */
export function dropErased(
  runtimeDirectory: string,
  releases: Pick<ReleaseStore, 'list' | 'currentId'>,
): readonly string[] {
  const ledger = openErasureLedger(runtimeDirectory);
  const items = ledger.itemsWithWordings();
  if (items.size === 0) return [];
  const directory = join(runtimeDirectory, 'releases');
  const live = releases.currentId();
  const gone = releases
    .list()
    .map(({ id }) => id)
    .filter((id) => id !== live && holdsErased(join(directory, id), ledger, items));
  for (const id of gone) rmSync(join(directory, id), { recursive: true, force: true });
  return gone;
}

function holdsErased(folder: string, ledger: ErasureLedger, itemIds: ReadonlySet<string>): boolean {
  const path = releaseFile(folder, 'items');
  if (!existsSync(path)) return false;
  const database = openDatabase(path, { isReadOnly: true });
  try {
    const { numberOf, itemAt } = createItemReader(database);
    return [...itemIds].some((id) => {
      const number = numberOf(id);
      const phrasings = number === null ? [] : itemAt(number).phrasings;
      return phrasings.some((phrasing) => ledger.isWordingErased(id, phrasing));
    });
  } finally {
    database.close();
  }
}
