import type { Migrations } from '../../index/platform/migrate.js';
import { fileMigrations } from './files/file-migrations.js';
import { addDeskMoves } from './handoffs/moves-migration.js';
import { promiseMigrations } from './handoffs/promise-migrations.js';
import { addAudit } from './sqlite/audit-migration.js';

/** Changes of the tables behind those that `migrations.ts` lists. */
export const laterMigrations: Migrations = {
  ...promiseMigrations,
  '021-desk-moves': addDeskMoves,
  ...fileMigrations,
  '023-audit': addAudit,
};
