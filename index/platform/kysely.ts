// The one door to Kysely: whatever the stores need of it is named here.

export type {
  DatabaseConnection,
  Dialect,
  Driver,
  ExpressionBuilder,
  Migration,
  QueryResult,
  Transaction,
} from 'kysely';
export {
  CompiledQuery,
  Kysely,
  Migrator,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
