import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/** What team leads see to: who reads along, what the bot heard of complaints and sales, and how satisfied customers were of late. */
export async function addLeads(database: Blank): Promise<void> {
  await database.schema
    .createTable('readers_along')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    // No reference: what is read along in is this hand-off, and the conversation may begin another.
    .addColumn('handoffId', 'text', (column) => column.notNull())
    .addColumn('isUnseen', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('readers_along_key', ['conversationId', 'agentId'])
    .execute();
  await database.schema
    .createIndex('readers_along_agentId')
    .on('readers_along')
    .columns(['agentId'])
    .execute();
  await database.schema
    .createTable('heard_signals')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('heard_signals_key', ['conversationId', 'kind'])
    .execute();
  await database.schema.createIndex('heard_signals_at').on('heard_signals').columns(['at', 'kind']).execute();
  await database.schema
    .createIndex('handoffs_scoredAt')
    .on('handoffs')
    .columns(['scoredAt', 'score'])
    .execute();
  // Few say why: without an index of their own every score of a week is looked at for them.
  await sql`create index "handoffs_commentedAt" on handoffs ("scoredAt") where "scoreComment" is not null`.execute(
    database,
  );
}
