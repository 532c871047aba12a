import { type OutdatedRelease, readOutdated } from '../../index/releases/manifest.js';

/**
 * The live release of a folder where an older version of this program made it, so that this one cannot read it; null
 * where there is none, or where it can.
 * @param directory folder of the releases
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED
 */
export function findOutdated(directory: string, liveId: string | null): OutdatedRelease | null {
  return liveId === null ? null : readOutdated(directory, liveId);
}
