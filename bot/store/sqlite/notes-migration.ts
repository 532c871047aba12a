import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/** What agents write beside a conversation, whom they mention there, and both in the full-text index. */
export async function addNotes(database: Blank): Promise<void> {
  await database.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('agentId', 'text', (column) => column.notNull())
    .addColumn('agentName', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('noteKey', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('notes_key', ['conversationId', 'agentId', 'noteKey'])
    .execute();
  await database.schema
    .createTable('mentions')
    .addColumn('noteId', 'text', (column) => column.notNull().references('notes.id').onDelete('cascade'))
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('agentName', 'text', (column) => column.notNull())
    .addColumn('seenAt', 'text')
    .addPrimaryKeyConstraint('mentions_key', ['noteId', 'agentId'])
    .execute();
  await database.schema
    .createIndex('mentions_unseen')
    .on('mentions')
    .columns(['agentId', 'seenAt'])
    .execute();
  await database.schema
    .createIndex('mentions_conversation')
    .on('mentions')
    .column('conversationId')
    .execute();
  await sql`create trigger notes_searched after insert on notes begin
    insert into search_lines ("conversationId", "sourceId", kind, at)
      values (new."conversationId", new.id, 'note', new."createdAt");
    insert into search_index (rowid, text, name)
      values ((select id from search_lines where "sourceId" = new.id), new.text, new."agentName");
  end`.execute(database);
  await sql`create trigger notes_unsearched after delete on notes begin
    delete from search_lines where "sourceId" = old.id;
  end`.execute(database);
}
