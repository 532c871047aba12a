import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/** The tables of desks in channels: their groups and threads, who is who there, and who is at work. */
export async function addDesksElsewhere(database: Blank): Promise<void> {
  await addThreads(database);
  await database.schema
    .createTable('entra_links')
    .addColumn('agentId', 'text', (column) => column.primaryKey().references('agents.id').onDelete('cascade'))
    .addColumn('entraId', 'text', (column) => column.notNull().unique())
    .addColumn('linkedAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('link_codes')
    .addColumn('agentId', 'text', (column) => column.primaryKey().references('agents.id').onDelete('cascade'))
    .addColumn('codeHash', 'text', (column) => column.notNull().unique())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('shifts')
    .addColumn('agentId', 'text', (column) => column.primaryKey().references('agents.id').onDelete('cascade'))
    .addColumn('tokenHash', 'text', (column) =>
      column.notNull().references('sessions.tokenHash').onDelete('cascade'),
    )
    .addColumn('isAway', 'integer', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('shifts_tokenHash').on('shifts').column('tokenHash').execute();
}

async function addThreads(database: Blank): Promise<void> {
  await database.schema
    .createTable('desk_rooms')
    .addColumn('channelId', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('serviceUrl', 'text', (column) => column.notNull())
    .addColumn('botId', 'text', (column) => column.notNull())
    .addColumn('tenantId', 'text', (column) => column.notNull())
    .addColumn('teamId', 'text', (column) => column.notNull())
    .addColumn('hearsAll', 'integer', (column) => column.notNull())
    .addColumn('queueCardId', 'text')
    .addColumn('queueShown', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('desk_threads')
    // No reference to the hand-off: what the channel shows can only be taken away by who still knows its ids.
    .addColumn('handoffId', 'text', (column) => column.primaryKey())
    .addColumn('channelId', 'text', (column) => column.notNull())
    .addColumn('conversationId', 'text', (column) =>
      column.references('conversations.id').onDelete('set null'),
    )
    .addColumn('threadId', 'text')
    .addColumn('rootId', 'text')
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('fromId', 'text')
    .addColumn('endedAt', 'text')
    .execute();
  for (const column of ['conversationId', 'rootId', 'endedAt']) {
    await database.schema
      .createIndex(`desk_threads_${column}`)
      .on('desk_threads')
      .columns(['channelId', column])
      .execute();
  }
  await database.schema
    .createIndex('desk_threads_conversation')
    .on('desk_threads')
    .column('conversationId')
    .execute();
  await database.schema
    .createTable('desk_posts')
    .addColumn('handoffId', 'text', (column) =>
      column.notNull().references('desk_threads.handoffId').onDelete('cascade').onUpdate('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('activityId', 'text')
    .addColumn('shown', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_posts_key', ['handoffId', 'key'])
    .execute();
  // Ids stay until the channel shows nothing of it; words go with the conversation.
  await sql`create trigger desk_threads_forgotten after update of "conversationId" on desk_threads
    when new."conversationId" is null begin
    update desk_posts set words = null where "handoffId" = new."handoffId";
  end`.execute(database);
}
