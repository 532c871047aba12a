import type { Blank, Migrations } from '../../../index/platform/migrate.js';

/** The tables of files and of the keys that sign their addresses. */
export const fileMigrations: Migrations = {
  async '022-files'(database: Blank) {
    await database.schema
      .createTable('files')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('channelId', 'text', (column) => column.notNull())
      .addColumn('channelConversationId', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('contentType', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('agentId', 'text')
      .addColumn('isSaid', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('files_conversation')
      .on('files')
      .columns(['channelId', 'channelConversationId'])
      .execute();
    await database.schema
      .createTable('file_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .execute();
  },
};
