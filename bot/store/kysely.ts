// The one door to Kysely: whatever the conversation store needs of it is named here.

export type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  Migration,
  QueryResult,
  Transaction,
} from 'kysely';
export {
  Kysely,
  Migrator,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
