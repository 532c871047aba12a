import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder, Item, ReleaseManifest } from '../contracts.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import { type Database, openDatabase } from '../platform/database.js';
import { isCoded, messageOf } from '../platform/errors.js';
import { createFindHits, type FindHits } from '../search/find-hits.js';
import { createRank, type Rank } from '../search/rank.js';
import type { SearchIndex } from '../search/search-index.js';
import { readManifest } from './manifest.js';
import { readSearchIndex } from './read-search-index.js';
import { releaseFile } from './release-files.js';

/** Files up to this size are compared with their checksum at every opening; larger ones by `verifyRelease` alone. */
const CHECKED_AT_OPENING_BYTES = 32 * 1024 * 1024;

/** A release that is open for searching. */
export interface OpenRelease {
  readonly manifest: ReleaseManifest;
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly findHits: FindHits;
  /** The number of an item; null when it is not in this release. */
  numberOf(id: string): number | null;
  itemAt(number: number): Item;
  close(): void;
}

/**
 * Opens a release for an embedder. What it needs is in memory or held open, so removing its folder later does no harm.
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH
 */
export async function openRelease(
  directory: string,
  id: string,
  embedder: Pick<Embedder, 'id' | 'meanVector'>,
): Promise<OpenRelease> {
  const manifest = readManifest(directory, id);
  if (manifest.embedder.id !== embedder.id) {
    const builtWith = manifest.embedder.id;
    throw indexErrors.RELEASE_EMBEDDER_MISMATCH({ id, builtWith, running: embedder.id });
  }
  await checkFiles(directory, manifest, CHECKED_AT_OPENING_BYTES);
  return reading(id, () => {
    const folder = join(directory, id);
    const database = openDatabase(releaseFile(folder, 'items'), { isReadOnly: true });
    try {
      return openFrom(folder, database, manifest, embedder);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Compares every file of a release with its checksum.
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED
 */
export async function verifyRelease(directory: string, id: string): Promise<ReleaseManifest> {
  const manifest = readManifest(directory, id);
  await checkFiles(directory, manifest, Number.POSITIVE_INFINITY);
  return manifest;
}

function openFrom(
  folder: string,
  database: Database,
  manifest: ReleaseManifest,
  embedder: Pick<Embedder, 'meanVector'>,
): OpenRelease {
  const index = readSearchIndex(folder, database, manifest.embedder.dimensions);
  const complaint = complaintAbout(index, manifest);
  if (complaint) throw indexErrors.RELEASE_DAMAGED({ id: manifest.id, reason: complaint });
  const jsonOf = database.prepare<[number], string>('SELECT json FROM items WHERE number = ?').pluck();
  const numberOf = database.prepare<[string], number>('SELECT number FROM items WHERE id = ?').pluck();
  const itemAt = (number: number) => JSON.parse(jsonOf.get(number) ?? 'null') as Item;
  const rank = createRank(index, embedder.meanVector);
  return {
    manifest,
    index,
    rank,
    findHits: createFindHits(index, rank, itemAt),
    numberOf: (id) => numberOf.get(id) ?? null,
    itemAt,
    close: () => database.close(),
  };
}

/** Whether the parts belong together; what they hold is known by their checksums. */
function complaintAbout(index: SearchIndex, manifest: ReleaseManifest): string | null {
  const { items, wordings } = manifest;
  if (index.items !== items) return `it holds ${index.items} items instead of ${items}`;
  const counts = [
    index.itemOfWording.length,
    index.questions.size,
    index.questionWords.size,
    index.itemWords.size,
    index.questionTrigrams.size,
    index.proposals.questions.size,
  ];
  const wrong = counts.find((count) => count !== wordings);
  if (wrong !== undefined) return `a part holds ${wrong} wordings instead of ${wordings}`;
  const passages = index.itemOfPassage.length;
  return index.passages.size === passages && index.proposals.passages.size === passages
    ? null
    : `a part holds ${index.passages.size} passages instead of ${passages}`;
}

async function checkFiles(directory: string, manifest: ReleaseManifest, upToBytes: number): Promise<void> {
  const { id, checksums } = manifest;
  for (const [file, checksum] of Object.entries(checksums)) {
    const path = join(directory, id, file);
    if (statSync(path).size > upToBytes) continue;
    if ((await fileDigest(path)) !== checksum) {
      throw indexErrors.RELEASE_DAMAGED({ id, reason: `${file} does not match its checksum` });
    }
  }
}

function reading<Result>(id: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (isCoded(error, 'RELEASE_DAMAGED')) throw error;
    throw indexErrors.RELEASE_DAMAGED({ id, reason: messageOf(error) }, error);
  }
}
