import { readOutdatedSources } from '../index/knowledge-base.js';
import { parseNamedSource } from './named-source.js';
import { type IngestSettings, ingestSettings } from './settings.js';

/**
 * Whether a release was made by another version of this program, of the bundled sample community alone, and that is what
 * would be read now: then nothing is lost, and little time, when it is built anew without being asked.
 * @param directory folder of the releases
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED
 */
export function isOutdatedSample(
  directory: string,
  id: string,
  { INGEST_SOURCES }: Pick<IngestSettings, 'INGEST_SOURCES'>,
): boolean {
  if (INGEST_SOURCES.join(',') !== ingestSettings.INGEST_SOURCES.example) return false;
  const sampled = new Set(INGEST_SOURCES.map((source) => parseNamedSource(source).name));
  return readOutdatedSources(directory, id)?.every((name) => sampled.has(name)) ?? false;
}
