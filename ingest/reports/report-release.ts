import { readCalibration } from '../../index/releases/read-calibration.js';
import { ingestErrors } from '../errors.js';
import { formatRelease, type RunningSettings } from './format-release.js';

/**
 * What the live release, or a named one, is expected to do, on one screen of plain text.
 * @param directory folder of the releases
 * @throws NOTHING_TO_REPORT when none is live and none is named; RELEASE_NOT_FOUND, RELEASE_OUTDATED, RELEASE_DAMAGED
 */
export async function reportRelease(
  directory: string,
  id: string | null,
  liveId: string | null,
  settings: RunningSettings,
): Promise<string> {
  const wanted = id ?? liveId;
  if (wanted === null) throw ingestErrors.NOTHING_TO_REPORT({ directory });
  return formatRelease(await readCalibration(directory, wanted), wanted === liveId, settings);
}
