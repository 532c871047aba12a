import { join } from 'node:path';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { systemClock } from '../../index/platform/clock.js';
import { ingestErrors } from '../errors.js';
import { type BuiltReleases, openBuiltReleases } from '../store/built-releases.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openReleaseHistory, type ReleaseActKind, type ReleaseHistory } from '../store/release-history.js';
import type { ReleaseDecision } from './contracts.js';

/** Names of releases are typed and listed: one short line. */
const LONGEST_NAME = 60;

const NOBODY: ReleaseDecision = { by: '', why: '' };

/**
 * Makes a release live because somebody wants it, and remembers who and why; returns its id.
 * @param idOrName its id, or the name it is remembered by
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED
 */
export function publishRelease(
  idOrName: string,
  runtimeDirectory: string,
  releases: ReleaseStore,
  decision: ReleaseDecision = NOBODY,
): string {
  return onHistory(runtimeDirectory, (history) => {
    const id = history.find(idOrName)?.id ?? idOrName;
    releases.publish(id);
    note(history, id, 'published', decision);
    onBuiltReleases(runtimeDirectory, (built) => built.setRolledBack(id, false));
    return id;
  });
}

/**
 * Makes the release live that was live before; returns its id. The one gone back from is noted, so that the next run
 * on unchanged sources does not bring it back.
 * @throws ROLLBACK_IMPOSSIBLE
 */
export function rollbackRelease(
  runtimeDirectory: string,
  releases: ReleaseStore,
  decision: ReleaseDecision = NOBODY,
): string {
  const left = releases.currentId();
  const id = releases.rollback();
  onHistory(runtimeDirectory, (history) => {
    if (left !== null) note(history, left, 'left', decision);
    note(history, id, 'returned', decision);
  });
  onBuiltReleases(runtimeDirectory, (built) => {
    if (left !== null) built.setRolledBack(left, true);
  });
  return id;
}

/**
 * Gives a release a name that people remember; returns its id.
 * @throws INGEST_COMMAND_INVALID where the name cannot be used, or there is no such release
 */
export function nameRelease(idOrName: string, name: string, runtimeDirectory: string): string {
  const invalid = (reason: string) => ingestErrors.INGEST_COMMAND_INVALID({ reason });
  const wanted = name.trim();
  if (wanted === '' || wanted.length > LONGEST_NAME || /\p{Cc}/u.test(wanted))
    throw invalid(`a name has 1 to ${LONGEST_NAME} characters on one line`);
  return onHistory(runtimeDirectory, (history) => {
    const found = history.find(idOrName);
    if (!found) throw invalid(`no release "${idOrName}" is remembered`);
    if (!history.rename(found.id, wanted)) throw invalid(`another release is called "${wanted}"`);
    return found.id;
  });
}

function note(history: ReleaseHistory, id: string, kind: ReleaseActKind, { by, why }: ReleaseDecision): void {
  history.note(id, { kind, at: systemClock.now().toISOString(), by, why });
}

function onHistory<Result>(runtimeDirectory: string, work: (history: ReleaseHistory) => Result): Result {
  const history = openReleaseHistory(runtimeDirectory);
  try {
    return work(history);
  } finally {
    history.close();
  }
}

function onBuiltReleases(runtimeDirectory: string, work: (built: BuiltReleases) => void): void {
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  try {
    work(openBuiltReleases(database));
  } finally {
    database.close();
  }
}
