import type { Blank } from '../../../index/platform/migrate.js';

/** What agents put forward for the knowledge, until somebody approves it: one a conversation, and it goes with it. */
export async function addAnswerDrafts(database: Blank): Promise<void> {
  await database.schema
    .createTable('answer_drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().unique().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('agentId', 'text', (column) => column.notNull())
    .addColumn('agentName', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
}
