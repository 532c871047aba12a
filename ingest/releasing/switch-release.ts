import { join } from 'node:path';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { systemClock } from '../../index/platform/clock.js';
import type { Database } from '../../index/platform/database.js';
import { openWithdrawals } from '../../index/withdrawals/open-withdrawals.js';
import { ingestErrors } from '../errors.js';
import { openBuiltReleases } from '../store/built-releases.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openReleaseHistory, type ReleaseActKind, type ReleaseHistory } from '../store/release-history.js';
import { openReleaseItems } from '../store/release-items.js';
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
    onIngestDatabase(runtimeDirectory, (database) => {
      openBuiltReleases(database).setRolledBack(id, false);
      withdrawWith(id, runtimeDirectory, database);
    });
    return id;
  });
}

/**
 * Makes the release live that was live before; returns its id. The one gone back from is noted, so that the next run
 * on unchanged sources does not bring it back.
 * @param from id of the release that is gone back from: a run may have published another since somebody looked; whatever is live where
 *   left out
 * @throws ROLLBACK_IMPOSSIBLE, RELEASE_NOT_LIVE
 */
export function rollbackRelease(
  runtimeDirectory: string,
  releases: ReleaseStore,
  decision: ReleaseDecision = NOBODY,
  from?: string,
): string {
  const left = releases.currentId();
  if (from !== undefined && from !== left)
    throw ingestErrors.RELEASE_NOT_LIVE({ id: from, live: left ?? '' });
  const id = releases.rollback();
  onHistory(runtimeDirectory, (history) => {
    if (left !== null) note(history, left, 'left', decision);
    note(history, id, 'returned', decision);
  });
  onIngestDatabase(runtimeDirectory, (database) => {
    if (left !== null) openBuiltReleases(database).setRolledBack(left, true);
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

/** What its run found gone is told by no other release either. */
function withdrawWith(id: string, runtimeDirectory: string, database: Database): void {
  const held = new Set(openReleaseItems(database).idsIn(id));
  // A release of which it is not known what it holds takes nothing away.
  if (held.size === 0) return;
  const withdrawals = openWithdrawals(runtimeDirectory);
  try {
    withdrawals.apply((itemId) => held.has(itemId));
  } finally {
    withdrawals.close();
  }
}

function onIngestDatabase(runtimeDirectory: string, work: (database: Database) => void): void {
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  try {
    work(database);
  } finally {
    database.close();
  }
}
