import type { Blank } from '../../../index/platform/migrate.js';

/** Mails to the company about runs of ingest. */
export async function addRunMails(database: Blank): Promise<void> {
  await database.schema
    .createTable('run_mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reasonKey', 'text', (column) => column.notNull())
    .addColumn('alert', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('endedAt', 'text')
    .execute();
}
