import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Embedder } from '../contracts/embedder.js';
import type { EmbeddedLabel } from '../contracts/labels.js';
import type { BuildOptions, EmbeddedItem, ReleaseManifest } from '../contracts/releases.js';
import { indexErrors } from '../errors.js';
import { readFacets } from '../facets/facet-table.js';
import { fileDigest } from '../file-digest.js';
import { type Database, openDatabase } from '../platform/database.js';
import { isCoded, messageOf } from '../platform/errors.js';
import { flush } from '../platform/files.js';
import { type Calibration, calibrate } from '../search/confidence/calibrate.js';
import { capAnonymous } from '../search/confidence/cap-anonymous.js';
import { findLeads } from '../search/confidence/find-leads.js';
import { findTwins } from '../search/find-twins.js';
import { createRank } from '../search/rank.js';
import { RECIPE } from '../search/recipe.js';
import { readFoundBefore, writeLeads, writeTwinLooks } from './graph/found-before.js';
import { writeWordingGraph } from './graph/wording-graph.js';
import { createItemReader } from './item-reader.js';
import { createItemWriter, type Dimensions, type ItemCounts } from './item-writer.js';
import { readPointer } from './live-pointer.js';
import { RELEASE_FORMAT, readManifest } from './manifest.js';
import { readSearchIndex } from './read-search-index.js';
import { MANIFEST_FILE, RELEASE_FILES, releaseFile, releaseIdOf } from './release-files.js';
import { arrayWriter, readArrays } from './stored-arrays.js';
import { createWordingReader } from './wording-reader.js';

/** What a company gets that names none. */
const WANTED_PRECISION = 0.9;

/** So many items are written before others in the process get a turn. */
const ITEMS_AT_ONCE = 20;

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
  { labels = [], anonymous, wantedPrecision = WANTED_PRECISION }: BuildOptions = {},
): Promise<ReleaseManifest> {
  try {
    mkdirSync(temporary, { recursive: true });
    const measured = { labels, wantedPrecision, ...(anonymous ? { anonymous } : {}) };
    const before = releaseBefore(directory, embedder);
    const { counts, calibration } = await writeFiles(temporary, items, embedder, measured, before);
    const id = releaseIdOf(builtAt, counts.contentHash);
    const manifest: ReleaseManifest = {
      format: RELEASE_FORMAT,
      id,
      builtAt: builtAt.toISOString(),
      embedder: {
        id: embedder.id,
        dimensions: embedder.dimensions,
        tokenDimensions: embedder.tokens?.dimensions ?? 0,
      },
      items: counts.items,
      wordings: counts.wordings,
      languages: counts.languages,
      bands: calibration.bands,
      wantedPrecision,
      expected: expectedOf(calibration),
      ownAnswered: calibration.own.answered,
      labels: calibration.labels,
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

/** What a release is measured with. */
type Measured = BuildOptions & Required<Pick<BuildOptions, 'labels' | 'wantedPrecision'>>;

async function writeFiles(
  folder: string,
  items: Iterable<EmbeddedItem>,
  embedder: Embedder,
  options: Measured,
  before: string | null,
): Promise<{ counts: ItemCounts; calibration: Calibration }> {
  const database = openDatabase(releaseFile(folder, 'items'));
  try {
    // Nobody reads this file before it is flushed as a whole, so single commits need not reach the disk.
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    const dimensions = dimensionsOf(embedder);
    const counts = await writeItems(folder, database, items, dimensions);
    const isChanged = await writeWordingGraph({ folder, database, embedder, before });
    writeRejections(database, options.labels);
    const calibration = await measure(folder, database, embedder, options, isChanged ? before : null);
    return { counts, calibration };
  } finally {
    database.close();
  }
}

/** Folder of the live release, where it is of this model and version: what did not change since is taken from it. */
function releaseBefore(directory: string, embedder: Embedder): string | null {
  const [id] = readPointer(directory);
  if (id === undefined) return null;
  try {
    return readManifest(directory, id).embedder.id === embedder.id ? join(directory, id) : null;
  } catch (error) {
    if (isCoded(error)) return null;
    throw error;
  }
}

async function writeItems(
  folder: string,
  database: Database,
  items: Iterable<EmbeddedItem>,
  dimensions: Dimensions,
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
    return await writer.finish();
  } finally {
    writer.close();
  }
}

/** Pairs of a question and an item that was said not to answer it; ids that are not in the release are left out. */
function writeRejections(database: Database, labels: readonly EmbeddedLabel[]): void {
  const { numberOf } = createItemReader(database);
  const pairs = capAnonymous(labels).flatMap(({ wrong, weight, isAnonymous, vector }) => {
    const most = isAnonymous ? RECIPE.rejection.mostAnonymous : 1;
    return wrong.flatMap((id) => {
      const item = numberOf(id);
      return item === null ? [] : [{ item, weight: Math.min(weight, most), vector }];
    });
  });
  const { write } = arrayWriter(database);
  write(
    'rejectedItems',
    Uint32Array.from(pairs, ({ item }) => item),
  );
  write(
    'rejectionWeights',
    Float32Array.from(pairs, ({ weight }) => weight),
  );
  write('rejectedVectors', Float32Array.from(pairs.flatMap(({ vector }) => [...vector])));
}

/**
 * Opens what was written, once, as it takes as much memory as a server's: finds out which items stand as one, then fits the
 * confidence to labels and measures it on the release's own questions.
 * @param before folder of the release whose graph was taken over; null for none
 */
async function measure(
  folder: string,
  database: Database,
  embedder: Embedder,
  options: Measured,
  before: string | null,
): Promise<Calibration> {
  const stored = await readSearchIndex(folder, database, dimensionsOf(embedder));
  try {
    const wordings = createWordingReader(database, stored);
    const { languageOf } = wordings;
    const known =
      before === null ? { looks: [], leads: [] } : readFoundBefore(before, readArrays(database), languageOf);
    const twins = await findTwins(stored, embedder.meanVector, languageOf, known.looks);
    const { twinOfItem, looks, nearNew } = twins;
    const { write } = arrayWriter(database);
    write('twinOfItem', twinOfItem);
    writeTwinLooks(write, looks, languageOf);
    const index = { ...stored, twinOfItem };
    const rank = createRank(index, embedder);
    const leads = await findLeads(
      { index, rank, ...wordings },
      known.leads.filter(({ item }) => !nearNew.has(item)),
    );
    writeLeads(write, leads);
    const articles = new Set(readFacets(database).itemsWith('official', 'yes'));
    const calibration = await calibrate({ index, rank, embedder, articles, leads, ...options, ...wordings });
    writeFileSync(releaseFile(folder, 'calibration'), `${JSON.stringify(calibration, null, 2)}\n`);
    return calibration;
  } finally {
    stored.close();
  }
}

function dimensionsOf({ dimensions, tokens }: Embedder): Dimensions {
  return { texts: dimensions, tokens: tokens?.dimensions ?? 0 };
}

function expectedOf({ expected, bands }: Calibration): ReleaseManifest['expected'] {
  const point = expected.points.find(({ threshold }) => threshold === bands.answer);
  return { coverage: point?.coverage ?? 0, precision: point?.precision ?? 1, from: expected.from };
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
