import type { Blank } from '../../../index/platform/migrate.js';

/** What agents pass on or set aside, labels and saved views; labels go with their conversation, views with their account. */
export async function addDeskMoves(database: Blank): Promise<void> {
  for (const name of ['teamId', 'reservedFor', 'reservedUntil', 'snoozedUntil']) {
    await database.schema.alterTable('handoffs').addColumn(name, 'text').execute();
  }
  await database.schema
    .createTable('labels')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nameKey', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('conversation_labels')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('labelId', 'text', (column) => column.notNull().references('labels.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('conversation_labels_key', ['conversationId', 'labelId'])
    .execute();
  await database.schema
    .createIndex('conversation_labels_labelId')
    .on('conversation_labels')
    .columns(['labelId'])
    .execute();
  await database.schema
    .createTable('saved_views')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('filters', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('saved_views_name', ['agentId', 'name'])
    .execute();
}
