import { join } from 'node:path';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { type BuiltReleases, openBuiltReleases } from '../store/built-releases.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';

/**
 * Makes a release live because somebody wants it.
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED
 */
export function publishRelease(id: string, runtimeDirectory: string, releases: ReleaseStore): void {
  releases.publish(id);
  withBuiltReleases(runtimeDirectory, (built) => built.setRolledBack(id, false));
}

/**
 * Makes the release live that was live before; returns its id. The one gone back from is noted, so that the next run
 * on unchanged sources does not bring it back.
 * @throws ROLLBACK_IMPOSSIBLE
 */
export function rollbackRelease(runtimeDirectory: string, releases: ReleaseStore): string {
  const left = releases.currentId();
  const id = releases.rollback();
  withBuiltReleases(runtimeDirectory, (built) => {
    if (left !== null) built.setRolledBack(left, true);
  });
  return id;
}

function withBuiltReleases(runtimeDirectory: string, work: (built: BuiltReleases) => void): void {
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  try {
    work(openBuiltReleases(database));
  } finally {
    database.close();
  }
}
