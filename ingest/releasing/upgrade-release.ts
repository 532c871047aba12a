import { join } from 'node:path';
import type { IngestReport } from '../contracts.js';
import { type IngestOptions, runIngest } from '../run-ingest.js';
import { findOutdated } from './find-outdated.js';

/**
 * Builds the live release anew where it has an older format, from the items that `ingest.sqlite` keeps and from what was
 * learned: no source is reached. Until the new one is published the old one stays live; a run that was stopped goes on
 * behind the vectors it has made. What somebody has decided stays: where they went back behind the newest release, or
 * where items would be lost, the new one is built and held back.
 * @returns null where the live release needs no upgrade
 * @throws UPGRADE_IMPOSSIBLE where nothing is kept of what the release holds; the errors of `runIngest`
 */
export async function upgradeRelease(
  options: Omit<IngestOptions, 'named' | 'sources' | 'mode' | 'replaces'>,
): Promise<IngestReport | null> {
  const { releases, runtimeDirectory } = options;
  const outdated = findOutdated(join(runtimeDirectory, 'releases'), releases.currentId());
  if (outdated === null) return null;
  return runIngest({ ...options, sources: [], replaces: outdated });
}
