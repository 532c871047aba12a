import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/** Canned answers: those of an agent go with the account. A key over a null holds nothing together, so there are two. */
export async function addCannedAnswers(database: Blank): Promise<void> {
  await database.schema
    .createTable('canned_answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agentId', 'text', (column) => column.references('agents.id').onDelete('cascade'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('shortcut', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('ending', 'text')
    .addColumn('changedAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('canned_answers_shared')
    .unique()
    .on('canned_answers')
    .columns(['language', 'shortcut'])
    .where(sql.ref('agentId'), 'is', sql.lit(null))
    .execute();
  await database.schema
    .createIndex('canned_answers_own')
    .unique()
    .on('canned_answers')
    .columns(['agentId', 'language', 'shortcut'])
    .where(sql.ref('agentId'), 'is not', sql.lit(null))
    .execute();
}
