import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseManifest } from '../contracts/releases.js';
import type { Bands } from '../contracts/search.js';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';
import { isRecord } from '../platform/is-record.js';
import { MANIFEST_FILE, RELEASE_FILES, RELEASE_ID } from './release-files.js';

/**
 * The form of release that this program writes. It is raised with every change that a program of before would read wrongly: since 4 the
 * graph's labels are no rows of the tables any more (`graphLabels`), by which format 3 would name other wordings.
 */
export const RELEASE_FORMAT = 4;
/** The oldest form that it reads as well: in 3 every wording is its own label. */
const OLDEST_FORMAT = 3;

/**
 * Reads the manifest of a release and checks that it describes one.
 * @throws RELEASE_NOT_FOUND when there is none, RELEASE_OUTDATED when it has a format that this program does not read, RELEASE_DAMAGED
 * when it says something else than expected
 */
export function readManifest(directory: string, id: string): ReleaseManifest {
  const manifest = readWhatever(directory, id);
  const format = isRecord(manifest) ? manifest.format : undefined;
  if (typeof format === 'number' && (format < OLDEST_FORMAT || format > RELEASE_FORMAT)) {
    throw indexErrors.RELEASE_OUTDATED({ id, format, reads: RELEASE_FORMAT });
  }
  if (!isManifest(manifest)) throw damaged(id, 'its manifest is not complete');
  if (manifest.id !== id) throw damaged(id, `its manifest is that of "${manifest.id}"`);
  const missing = Object.values(RELEASE_FILES).find((file) => !existsSync(join(directory, id, file)));
  if (missing) throw damaged(id, `${missing} is missing`);
  return manifest;
}

/** A release of an older format than this program reads. */
export interface OutdatedRelease {
  readonly id: string;
  readonly format: number;
  /** How many items each source had; empty where it does not tell. */
  readonly sources: Readonly<Record<string, number>>;
}

/**
 * What is known of a release of an older format; null for any other.
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED when its manifest cannot be read
 */
export function readOutdated(directory: string, id: string): OutdatedRelease | null {
  const manifest = readWhatever(directory, id);
  if (!isRecord(manifest) || typeof manifest.format !== 'number' || manifest.format >= OLDEST_FORMAT)
    return null;
  const sources = isRecord(manifest.sources) ? Object.entries(manifest.sources) : [];
  return {
    id,
    format: manifest.format,
    sources: Object.fromEntries(sources.filter((entry): entry is [string, number] => isCount(entry[1]))),
  };
}

/** A manifest of whatever format. */
function readWhatever(directory: string, id: string): unknown {
  const path = join(directory, id, MANIFEST_FILE);
  if (!RELEASE_ID.test(id) || !existsSync(path)) throw indexErrors.RELEASE_NOT_FOUND({ id, directory });
  return parse(id, readFileSync(path, 'utf8'));
}

function parse(id: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(id, `its manifest is not JSON (${messageOf(error)})`);
  }
}

function isManifest(value: unknown): value is ReleaseManifest {
  if (!isRecord(value) || !isRecord(value.embedder) || !isRecord(value.checksums)) return false;
  const { format, id, builtAt, embedder, items, wordings, languages, bands, sources, checksums } = value;
  return (
    typeof format === 'number' &&
    typeof id === 'string' &&
    typeof builtAt === 'string' &&
    typeof embedder.id === 'string' &&
    isCount(embedder.dimensions) &&
    isCount(embedder.tokenDimensions) &&
    isCount(items) &&
    isCount(wordings) &&
    Array.isArray(languages) &&
    isBands(bands) &&
    isRecord(sources) &&
    Object.values(RELEASE_FILES).every((file) => typeof checksums[file] === 'string')
  );
}

function isBands(value: unknown): value is Bands {
  return (
    isRecord(value) && [value.answer, value.doubt, value.askBack].every((band) => typeof band === 'number')
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function damaged(id: string, reason: string) {
  return indexErrors.RELEASE_DAMAGED({ id, reason });
}
