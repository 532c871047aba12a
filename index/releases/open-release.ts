import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../contracts/embedder.js';
import type { SearchFilter } from '../contracts/filters.js';
import type { LearnedRanking } from '../contracts/learned-ranking.js';
import type { ReleaseManifest } from '../contracts/releases.js';
import { indexErrors } from '../errors.js';
import { type AllowedItems, createAllowedItems } from '../facets/allowed-items.js';
import { readFacets } from '../facets/facet-table.js';
import { fileDigest } from '../file-digest.js';
import { type Database, openDatabase } from '../platform/database.js';
import { isCoded, messageOf } from '../platform/errors.js';
import { calibrationIn, type StoredCalibration } from '../search/confidence/calibration.js';
import { createFindHits, type FindHits } from '../search/find-hits.js';
import { createRank, type Rank } from '../search/rank.js';
import type { SearchIndex } from '../search/search-index.js';
import { createItemReader, type ItemReader } from './item-reader.js';
import { readManifest } from './manifest.js';
import { readSearchIndex, type StoredIndex } from './read-search-index.js';
import { releaseFile } from './release-files.js';

/** Files up to this size are compared with their checksum at every opening; larger ones would make it slow. */
const CHECKED_AT_OPENING_BYTES = 32 * 1024 * 1024;

/** What of an embedder decides whether it fits a release. */
export type ReleaseEmbedder = Pick<Embedder, 'id' | 'meanVector' | 'tokens'>;

/** A release that is open for searching. */
export interface OpenRelease extends ItemReader {
  readonly manifest: ReleaseManifest;
  readonly index: SearchIndex;
  readonly rank: Rank;
  /** Of the model; null where it brings none. */
  readonly ranking: LearnedRanking | null;
  /** Turns scores into probabilities. */
  readonly calibration: StoredCalibration;
  readonly findHits: FindHits;
  /** The items that a filter allows; null where it leaves everything. */
  readonly allowedBy: (filter: SearchFilter) => AllowedItems | null;
  close(): void;
}

const UNREADABLE = ['RELEASE_OUTDATED', 'RELEASE_EMBEDDER_MISMATCH', 'RELEASE_DAMAGED', 'RELEASE_NOT_FOUND'];

/** Whether an error says of a release that this version and its model cannot search it. */
export function isUnreadableRelease(error: unknown): boolean {
  return UNREADABLE.some((code) => isCoded(error, code));
}

/**
 * Opens a release for an embedder. What it needs is in memory or held open, so removing its folder later does no harm.
 * @throws RELEASE_NOT_FOUND, RELEASE_OUTDATED, RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH
 */
export async function openRelease(
  directory: string,
  id: string,
  embedder: ReleaseEmbedder,
): Promise<OpenRelease> {
  const manifest = readManifest(directory, id);
  checkEmbedder(manifest, embedder);
  await checkFiles(directory, manifest);
  return reading(id, async () => {
    const folder = join(directory, id);
    const database = openDatabase(releaseFile(folder, 'items'), { isReadOnly: true });
    try {
      return await openFrom(folder, database, manifest, embedder);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

async function openFrom(
  folder: string,
  database: Database,
  manifest: ReleaseManifest,
  embedder: ReleaseEmbedder,
): Promise<OpenRelease> {
  const { dimensions, tokenDimensions } = manifest.embedder;
  const index = await readSearchIndex(folder, database, { texts: dimensions, tokens: tokenDimensions });
  try {
    const complaint = complaintAbout(index, manifest);
    if (complaint) throw indexErrors.RELEASE_DAMAGED({ id: manifest.id, reason: complaint });
    const rank = createRank(index, embedder);
    const ranking = embedder.tokens?.ranking ?? null;
    return over({ index, database, manifest, rank, ranking }, readCalibration(folder, manifest.id));
  } catch (error) {
    index.close();
    throw error;
  }
}

interface OpenParts {
  readonly index: StoredIndex;
  readonly database: Database;
  readonly manifest: ReleaseManifest;
  readonly rank: Rank;
  readonly ranking: LearnedRanking | null;
}

function over(
  { index, database, manifest, rank, ranking }: OpenParts,
  calibration: StoredCalibration,
): OpenRelease {
  const items = createItemReader(database);
  const facets = readFacets(database);
  const officials = new Set(facets.itemsWith('official', 'yes'));
  return {
    manifest,
    index,
    rank,
    ranking,
    calibration,
    findHits: createFindHits(index, rank, { ...items, officials }, calibration.curve, ranking),
    ...items,
    allowedBy: createAllowedItems(facets, index.items),
    close() {
      index.close();
      database.close();
    },
  };
}

/** @throws RELEASE_EMBEDDER_MISMATCH */
function checkEmbedder({ id, embedder: builtWith }: ReleaseManifest, running: ReleaseEmbedder): void {
  if (builtWith.id !== running.id) {
    throw indexErrors.RELEASE_EMBEDDER_MISMATCH({ id, builtWith: builtWith.id, running: running.id });
  }
}

function readCalibration(folder: string, id: string): StoredCalibration {
  const calibration = calibrationIn(JSON.parse(readFileSync(releaseFile(folder, 'calibration'), 'utf8')));
  if (!calibration) throw indexErrors.RELEASE_DAMAGED({ id, reason: 'its calibration is not complete' });
  return calibration;
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
    index.proposals.size,
  ];
  const wrong = counts.find((count) => count !== wordings);
  if (wrong !== undefined) return `a part holds ${wrong} wordings instead of ${wordings}`;
  const passages = index.itemOfPassage.length;
  return index.passages.size === passages
    ? null
    : `a part holds ${index.passages.size} passages instead of ${passages}`;
}

async function checkFiles(directory: string, { id, checksums }: ReleaseManifest): Promise<void> {
  for (const [file, checksum] of Object.entries(checksums)) {
    const path = join(directory, id, file);
    if (statSync(path).size > CHECKED_AT_OPENING_BYTES) continue;
    if ((await fileDigest(path)) !== checksum) {
      throw indexErrors.RELEASE_DAMAGED({ id, reason: `${file} does not match its checksum` });
    }
  }
}

async function reading<Result>(id: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (isCoded(error, 'RELEASE_DAMAGED')) throw error;
    throw indexErrors.RELEASE_DAMAGED({ id, reason: messageOf(error) }, error);
  }
}
