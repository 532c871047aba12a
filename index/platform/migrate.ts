import { type Kysely, type Migration, Migrator } from './kysely.js';
import { platformErrors } from './platform-errors.js';

/** What a migration changes: a database whose tables are not known yet. */
export type Blank = Kysely<unknown>;

/** Steps by name, in whose order they are made; each is a change that is made whole or not at all. */
export type Migrations = Readonly<Record<string, (database: Blank) => Promise<void>>>;

/**
 * Makes the steps that a database has not had yet.
 * @param prefix of the tables in which is noted what was made: several rooms of one database each have their own
 * @throws STORE_NOT_MIGRATED
 */
export async function migrate<Tables>(
  database: Kysely<Tables>,
  migrations: Migrations,
  prefix: string,
): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => stepsOf(migrations) },
    migrationTableName: `${prefix}_migration`,
    migrationLockTableName: `${prefix}_migration_lock`,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error');
  throw platformErrors.STORE_NOT_MIGRATED({ migration: failed?.migrationName ?? 'before the first' }, error);
}

function stepsOf(migrations: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, change]) => [
      name,
      {
        // On SQLite the migrator starts no transaction of its own, on PostgreSQL it does.
        up: (database: Blank) =>
          database.isTransaction ? change(database) : database.transaction().execute(change),
      },
    ]),
  );
}
