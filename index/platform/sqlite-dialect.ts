import type { Database } from './database.js';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from './kysely.js';

/** Kysely's SQLite on a driver of ours. */
export function sqliteDialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver,
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Drives a database that another process writes as well. A transaction takes the lock of writers at its beginning, where
 * SQLite waits for it; one that first read and then wrote would fail at once when somebody else had written in between
 * (SQLITE_BUSY_SNAPSHOT).
 */
export class SharedDatabaseDriver extends SqliteDriver {
  constructor(database: Database) {
    super({ database });
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
