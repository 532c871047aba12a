import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseManifest } from '../contracts/releases.js';
import { indexErrors } from '../errors.js';
import { fileDigest } from '../file-digest.js';
import type { Calibration } from '../search/confidence/calibrate.js';
import { readManifest } from './manifest.js';
import { RELEASE_FILES, releaseFile } from './release-files.js';

/** What a release says of itself, and what it measured on itself when it was built. */
export interface CalibratedRelease {
  readonly manifest: ReleaseManifest;
  readonly calibration: Calibration;
}

/**
 * Reads how the confidence of a release was fitted, and what to expect of it, without opening the release.
 * @throws RELEASE_NOT_FOUND, RELEASE_OUTDATED, RELEASE_DAMAGED
 */
export async function readCalibration(directory: string, id: string): Promise<CalibratedRelease> {
  const manifest = readManifest(directory, id);
  const path = releaseFile(join(directory, id), 'calibration');
  const file = RELEASE_FILES.calibration;
  // What has its checksum was written by a build of this format, so it has this form.
  if ((await fileDigest(path)) !== manifest.checksums[file]) {
    throw indexErrors.RELEASE_DAMAGED({ id, reason: `${file} does not match its checksum` });
  }
  return { manifest, calibration: JSON.parse(readFileSync(path, 'utf8')) as Calibration };
}
