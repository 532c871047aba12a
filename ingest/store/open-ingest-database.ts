import { type Database, openDatabase } from '../../index/platform/database.js';

/** Raised when a table changes: everything here can be made again from the sources. */
const SCHEMA_VERSION = 1;

/**
 * Opens `ingest.sqlite`: what each source gave when a release was last made of it (`item`), what was taken away since
 * (`tombstone`), what the running run has read so far (`incoming…`), every vector made (`vector`) and what each
 * release holds (`builtRelease`). Tables of an older version are thrown away.
 */
export function openIngestDatabase(path: string): Database {
  const database = openDatabase(path);
  // A vector lost in a power cut is made again; waiting for the disk after each one costs more than that.
  database.pragma('synchronous = NORMAL');
  const version = database.pragma('user_version', { simple: true });
  if (version !== SCHEMA_VERSION) {
    database.transaction(() => {
      database.exec(DROP);
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
  'vector',
  'builtRelease',
];
const DROP = TABLES.map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n');

const CREATE = `
  CREATE TABLE item (id TEXT PRIMARY KEY, source TEXT NOT NULL, fingerprint TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX itemBySource ON item (source);
  CREATE TABLE tombstone (id TEXT PRIMARY KEY, source TEXT NOT NULL, removedAt TEXT NOT NULL);
  CREATE TABLE incoming (id TEXT PRIMARY KEY, source TEXT NOT NULL, fingerprint TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE incomingDuplicate (
    id TEXT PRIMARY KEY, duplicateOf TEXT NOT NULL, wording TEXT, position TEXT NOT NULL, skipped TEXT
  );
  CREATE TABLE incomingPhrasing (item TEXT NOT NULL, duplicate TEXT NOT NULL, wording TEXT NOT NULL, PRIMARY KEY (item, duplicate));
  CREATE TABLE vector (embedder TEXT NOT NULL, kind TEXT NOT NULL, textHash TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (embedder, kind, textHash));
  CREATE TABLE builtRelease (id TEXT PRIMARY KEY, contentHash TEXT NOT NULL, isRolledBack INTEGER NOT NULL);
`;
