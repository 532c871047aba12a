import { createRequire } from 'node:module';
import type SqliteDatabase from 'better-sqlite3';

/** A prepared statement of one. */
export type SqliteStatement<Parameters extends unknown[], Row> = SqliteDatabase.Statement<Parameters, Row>;

/**
 * better-sqlite3, in the version that runs on this Node.
 *
 * Version 12 is compiled against the headers of one Node, and since 24.19 collecting one of its statements ends the
 * process; version 13 uses Node-API, brings itself compiled, and needs Node 22. It is an optional dependency, which npm
 * leaves out on Node 20.
 */
export const Sqlite: typeof SqliteDatabase = load(Number.parseInt(process.versions.node, 10));

function load(nodeMajor: number): typeof SqliteDatabase {
  const require = createRequire(import.meta.url);
  if (nodeMajor < 22) return require('better-sqlite3');
  try {
    const Version13: typeof SqliteDatabase = require('better-sqlite3-13');
    new Version13(':memory:').close();
    return Version13;
  } catch {
    // Installed without optional dependencies, or on a machine for which it brings nothing compiled.
    return require('better-sqlite3');
  }
}
