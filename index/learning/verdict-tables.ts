import type { Database } from '../platform/database.js';

/** Raised with every change of the tables; nothing here can be made again, so a change keeps the rows. */
const SCHEMA_VERSION = 2;

/**
 * Makes the tables where there are none yet. Deleted rows are overwritten with zeros.
 * @param freshSecret the key of pseudonyms, for a file that has none
 */
export function prepareVerdictTables(database: Database, freshSecret: Buffer): void {
  database.pragma('secure_delete = ON');
  // A verdict lost in a power cut is worth less than a turn that waits for the disk.
  database.pragma('synchronous = NORMAL');
  // Longer than any writer here takes, and short enough that a server would hardly notice.
  database.pragma('busy_timeout = 1000');
  if (versionOf(database) === SCHEMA_VERSION) return;
  database
    .transaction(() => {
      // Two processes may open a file at once: what the other has done meanwhile is not done again.
      const before = versionOf(database);
      database.exec(CREATE);
      for (let version = before; version < SCHEMA_VERSION; version += 1)
        database.exec(CHANGES[version] ?? '');
      database
        .prepare('INSERT INTO secret SELECT ? WHERE NOT EXISTS (SELECT 1 FROM secret)')
        .run(freshSecret);
      database.pragma(`user_version = ${SCHEMA_VERSION}`);
    })
    .immediate();
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** What leads from a version to the next one. */
const CHANGES: Readonly<Record<number, string>> = {
  // Nobody was known and no address was noted: these rows count as said by one anonymous voice.
  1: `
    ALTER TABLE verdict ADD COLUMN isIdentified INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE verdict ADD COLUMN address TEXT NOT NULL DEFAULT '';
    ALTER TABLE wording ADD COLUMN knownConfirmations REAL NOT NULL DEFAULT 0;
    CREATE INDEX verdictAddress ON verdict (address, at);
  `,
};

/** The tables of version 1, for a file that has none; the changes follow. */
const CREATE = `
  CREATE TABLE IF NOT EXISTS secret (key BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS verdict (
    visitor TEXT NOT NULL, itemId TEXT NOT NULL, wordingKey TEXT NOT NULL, question TEXT NOT NULL,
    isRight INTEGER NOT NULL, saidBy TEXT NOT NULL, conversation TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (visitor, itemId, wordingKey)
  );
  CREATE INDEX IF NOT EXISTS verdictAt ON verdict (at);
  CREATE INDEX IF NOT EXISTS verdictConversation ON verdict (conversation);
  CREATE TABLE IF NOT EXISTS wording (
    id TEXT PRIMARY KEY, itemId TEXT NOT NULL, wording TEXT NOT NULL, standing TEXT NOT NULL,
    confirmations REAL NOT NULL, rejections REAL NOT NULL, at TEXT NOT NULL
  );
`;
