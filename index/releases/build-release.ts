import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EmbeddedItem, Embedder, Item, ReleaseManifest } from '../contracts.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import { type Database, openDatabase } from '../platform/database.js';
import { isCoded, messageOf } from '../platform/errors.js';
import { flush } from '../platform/files.js';
import { type Calibration, calibrate } from '../search/bands.js';
import { createRank } from '../search/rank.js';
import { writeGraphIndex } from '../vector/graph-index.js';
import { readVectorTable } from '../vector/vector-table.js';
import { createItemWriter, type ItemCounts } from './item-writer.js';
import { RELEASE_FORMAT, readManifest } from './manifest.js';
import { readSearchIndex } from './read-search-index.js';
import { MANIFEST_FILE, RELEASE_FILES, releaseFile, releaseIdOf } from './release-files.js';

/** So many items are written before others in the process get a turn. */
const ITEMS_AT_ONCE = 100;

/**
 * Builds a release in `temporary`, a folder beside the releases, and moves it to its place when it is whole and on the
 * disk. A crash leaves the folder behind, which is no release.
 * @throws ITEM_NOT_USABLE, RELEASE_BUILD_FAILED with the system's error as its cause
 */
export async function buildRelease(
  directory: string,
  temporary: string,
  items: Iterable<EmbeddedItem>,
  embedder: Embedder,
  builtAt: Date,
): Promise<ReleaseManifest> {
  try {
    mkdirSync(temporary, { recursive: true });
    const counts = await writeFiles(temporary, items, embedder);
    const { bands } = writeCalibration(temporary, embedder);
    const id = releaseIdOf(builtAt, counts.contentHash);
    const manifest: ReleaseManifest = {
      format: RELEASE_FORMAT,
      id,
      builtAt: builtAt.toISOString(),
      embedder: { id: embedder.id, dimensions: embedder.dimensions },
      items: counts.items,
      wordings: counts.wordings,
      languages: counts.languages,
      bands,
      sources: counts.sources,
      checksums: await checksumsOf(temporary),
    };
    writeFileSync(join(temporary, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    moveIntoPlace(directory, temporary, id);
    return readManifest(directory, id);
  } catch (error) {
    if (isCoded(error, 'ITEM_NOT_USABLE')) throw error;
    throw indexErrors.RELEASE_BUILD_FAILED({ directory, reason: messageOf(error) }, error);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function writeFiles(
  folder: string,
  items: Iterable<EmbeddedItem>,
  embedder: Embedder,
): Promise<ItemCounts> {
  const database = openDatabase(releaseFile(folder, 'items'));
  try {
    // Nobody reads this file before it is flushed as a whole, so single commits need not reach the disk.
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    const counts = await writeItems(folder, database, items, embedder.dimensions);
    await writeGraphs(folder, embedder.dimensions);
    return counts;
  } finally {
    database.close();
  }
}

async function writeItems(
  folder: string,
  database: Database,
  items: Iterable<EmbeddedItem>,
  dimensions: number,
): Promise<ItemCounts> {
  const writer = createItemWriter(folder, database, dimensions);
  const addAll = database.transaction((entries: readonly EmbeddedItem[]) => entries.forEach(writer.add));
  try {
    let entries: EmbeddedItem[] = [];
    for (const entry of items) {
      entries.push(entry);
      if (entries.length < ITEMS_AT_ONCE) continue;
      addAll(entries);
      entries = [];
      await nextTurn();
    }
    addAll(entries);
    return database.transaction(() => writer.finish())();
  } finally {
    writer.close();
  }
}

async function writeGraphs(folder: string, dimensions: number): Promise<void> {
  for (const [vectors, graph] of [
    ['questions', 'questionGraph'],
    ['passages', 'passageGraph'],
  ] as const) {
    const table = readVectorTable(releaseFile(folder, vectors), dimensions);
    await writeGraphIndex(releaseFile(folder, graph), table);
  }
}

/** Measures the new release on its own questions. */
function writeCalibration(folder: string, embedder: Embedder): Calibration {
  const database = openDatabase(releaseFile(folder, 'items'), { isReadOnly: true });
  try {
    const index = readSearchIndex(folder, database, embedder.dimensions);
    const select = database.prepare<[number], string>('SELECT json FROM items WHERE number = ?').pluck();
    const questionOf = (wording: number) => {
      const number = index.itemOfWording[wording] ?? 0;
      const item = JSON.parse(select.get(number) ?? '{}') as Item;
      const place = wording - (index.firstWordingOfItem[number] ?? 0);
      return [item.question, ...item.phrasings][place] ?? '';
    };
    const calibration = calibrate(index, createRank(index, embedder.meanVector), questionOf);
    writeFileSync(releaseFile(folder, 'calibration'), `${JSON.stringify(calibration, null, 2)}\n`);
    return calibration;
  } finally {
    database.close();
  }
}

async function checksumsOf(folder: string): Promise<Record<string, string>> {
  const checksums: Record<string, string> = {};
  for (const file of Object.values(RELEASE_FILES)) checksums[file] = await fileDigest(join(folder, file));
  return checksums;
}

function moveIntoPlace(directory: string, temporary: string, id: string): void {
  for (const file of readdirSync(temporary)) flush(join(temporary, file));
  flush(temporary);
  renameSync(temporary, join(directory, id));
  flush(directory);
}
