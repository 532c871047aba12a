import type { Blank } from '../../../index/platform/migrate.js';

/** Who did what with whose data, and when. */
export async function addAudit(database: Blank): Promise<void> {
  await database.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actorKind', 'text', (column) => column.notNull())
    .addColumn('actorId', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subjectKind', 'text', (column) => column.notNull())
    .addColumn('subjectId', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('audit_at').on('audit').column('at').execute();
  await database.schema
    .createIndex('audit_subject')
    .on('audit')
    .columns(['subjectKind', 'subjectId'])
    .execute();
}
