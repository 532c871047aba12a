import { type Database, openDatabase } from '../../index/platform/database.js';

/** Raised when a table changes. */
const SCHEMA_VERSION = 9;

/** What a run has read, which no other run takes up. */
const INCOMING = [
  ...['incoming', 'incomingDuplicate', 'incomingPhrasing'],
  ...['incomingReadItem', 'incomingReadDuplicate', 'incomingReading', 'incomingFailure', 'seenThread'],
];

/** Tables that are not as they were in a version; where none are named, all are made anew. */
const CHANGED_SINCE: Readonly<Record<number, readonly string[]>> = {
  1: ['builtRelease', ...INCOMING],
  2: INCOMING,
  3: INCOMING,
  4: INCOMING,
  5: [],
  6: [],
  7: [],
  8: [],
};

/**
 * Opens `ingest.sqlite`: what each source gave when a release was last made of it (`item`), what was taken away since
 * (`tombstone`), of sources that tell changes what each thread gave before threads were joined (`readItem`,
 * `readDuplicate`), how far they were read (`reading`) and which threads could not be read (`failure`), what the
 * running run has read so far (`incoming…`), what each thread of the other sources became (`madeThread`) and which of them the
 * running run saw (`seenThread`), which answers speak of a change (`spokenChange`), which sentences were heard as asides (`heardAnswer`), every vector made (`vector`), what answers
 * are cut into (`itemText`), what each
 * release holds (`builtRelease`, `releaseItem`), which items ask the same (`likePairs`) and which were compared (`comparedItem`, `comparedLanguage`), with how many votes each answer was first seen (`answerVotes`), where links lead (`linkCheck`), and by which version of cleaning each source's items were made
 * (`cleaning`). Tables that have changed since an older version are thrown away: they can be made again
 * from the sources.
 */
export function openIngestDatabase(path: string): Database {
  const database = openDatabase(path);
  // A vector lost in a power cut is made again; waiting for the disk after each one costs more than that.
  database.pragma('synchronous = NORMAL');
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version !== SCHEMA_VERSION) {
    database.transaction(() => {
      for (const table of CHANGED_SINCE[version] ?? TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
      database.exec(CREATE);
      database.pragma(`user_version = ${SCHEMA_VERSION}`);
    })();
  }
  return database;
}

const TABLES = [
  'item',
  'tombstone',
  'incoming',
  'incomingDuplicate',
  'incomingPhrasing',
  'incomingReadItem',
  'incomingReadDuplicate',
  'incomingReading',
  'incomingFailure',
  'readItem',
  'readDuplicate',
  'reading',
  'failure',
  'vector',
  'builtRelease',
  'cleaning',
  'releaseItem',
  'likePairs',
  'answerVotes',
  'linkCheck',
  'itemText',
  'comparedItem',
  'comparedLanguage',
  'madeThread',
  'seenThread',
  'spokenChange',
  'heardAnswer',
];

/** What was read of sources that tell changes: that of the running run, and that of the last one. */
function createRead(r: string): string {
  const f = r === 'r' ? 'failure' : 'incomingFailure';
  return `
  CREATE TABLE IF NOT EXISTS ${r}eadItem (id TEXT PRIMARY KEY, source TEXT NOT NULL, fingerprint TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS ${r}eadDuplicate (
    id TEXT PRIMARY KEY, duplicateOf TEXT NOT NULL, wording TEXT, asked TEXT NOT NULL, position TEXT NOT NULL, skipped TEXT
  );
  CREATE TABLE IF NOT EXISTS ${r}eading (source TEXT PRIMARY KEY, checkpoint TEXT NOT NULL, rules TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS ${f} (
    source TEXT NOT NULL, threadId TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, firstAt TEXT NOT NULL,
    lastAt TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (source, threadId)
  ) WITHOUT ROWID;`;
}

const CREATE = `
  CREATE TABLE IF NOT EXISTS item (id TEXT PRIMARY KEY, source TEXT NOT NULL, fingerprint TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS itemBySource ON item (source);
  CREATE TABLE IF NOT EXISTS tombstone (id TEXT PRIMARY KEY, source TEXT NOT NULL, removedAt TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS incoming (id TEXT PRIMARY KEY, source TEXT NOT NULL, fingerprint TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS incomingDuplicate (
    id TEXT PRIMARY KEY, duplicateOf TEXT NOT NULL, wording TEXT, asked TEXT NOT NULL, position TEXT NOT NULL, skipped TEXT
  );
  CREATE TABLE IF NOT EXISTS incomingPhrasing (item TEXT NOT NULL, duplicate TEXT NOT NULL, wording TEXT NOT NULL, asked TEXT NOT NULL, PRIMARY KEY (item, duplicate));
  ${['incomingR', 'r'].map(createRead).join('\n  ')}
  CREATE TABLE IF NOT EXISTS vector (embedder TEXT NOT NULL, kind TEXT NOT NULL, textHash TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, kind, textHash));
  CREATE TABLE IF NOT EXISTS builtRelease (id TEXT PRIMARY KEY, contentHash TEXT NOT NULL, communityHash TEXT NOT NULL, isRolledBack INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS cleaning (source TEXT PRIMARY KEY, version INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS releaseItem (releaseId TEXT NOT NULL, itemId TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (releaseId, itemId)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS madeThread (source TEXT NOT NULL, threadId TEXT NOT NULL, sign TEXT NOT NULL, made TEXT NOT NULL, PRIMARY KEY (source, threadId));
  CREATE TABLE IF NOT EXISTS itemText (id TEXT PRIMARY KEY, sign TEXT NOT NULL, texts TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS comparedItem (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, language TEXT NOT NULL, label INTEGER) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS comparedLanguage (making TEXT NOT NULL, language TEXT PRIMARY KEY, file TEXT NOT NULL, centre BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS seenThread (source TEXT NOT NULL, threadId TEXT NOT NULL, PRIMARY KEY (source, threadId)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS spokenChange (id TEXT PRIMARY KEY, sign TEXT NOT NULL, speaks INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS heardAnswer (id TEXT PRIMARY KEY, sign TEXT NOT NULL, heard TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS likePairs (key TEXT PRIMARY KEY, json TEXT NOT NULL);
`;
