import { join } from 'node:path';
import { type Database, openDatabase } from '../../index/platform/database.js';

const FILE = 'release-history.sqlite';

/** Raised with a step in `STEPS`; a released step is never edited. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE release (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, builtAt TEXT NOT NULL,
    manifest TEXT NOT NULL, run TEXT NOT NULL
  );
  CREATE TABLE act (
    number INTEGER PRIMARY KEY AUTOINCREMENT, releaseId TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
    by TEXT NOT NULL, why TEXT NOT NULL
  );
  CREATE INDEX actByRelease ON act (releaseId);
  CREATE TABLE itemVersion (
    itemId TEXT NOT NULL, fromRelease INTEGER NOT NULL, toRelease INTEGER, fingerprint TEXT NOT NULL, item BLOB NOT NULL,
    PRIMARY KEY (itemId, fromRelease)
  ) WITHOUT ROWID;
  CREATE INDEX openVersion ON itemVersion (toRelease);
  `,
  `
  CREATE TABLE plan (releaseId TEXT PRIMARY KEY, gist TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE planEntry (
    releaseId TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (releaseId, kind, place)
  ) WITHOUT ROWID;
  `,
];

/**
 * Opens `release-history.sqlite` beside the releases: who made which one live, when and why (`act`), what each was built of
 * (`release`), and the text of every item in it (`itemVersion`: from one release to another, both included, so that what
 * does not change is kept once), and what each changed against the one that was live (`plan`, `planEntry`). It outlives the folders of releases and, unlike `ingest.sqlite`, cannot be made again.
 */
export function openHistoryDatabase(runtimeDirectory: string): Database {
  const database = openDatabase(join(runtimeDirectory, FILE));
  database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    for (const step of STEPS.slice(version)) database.exec(step);
    if (version < STEPS.length) database.pragma(`user_version = ${STEPS.length}`);
  })();
  return database;
}
