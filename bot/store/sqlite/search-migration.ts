import { sql } from '../../../index/platform/kysely.js';
import type { Blank } from '../../../index/platform/migrate.js';

/**
 * The full-text index over what was said. `search_lines` numbers the lines in the order they came, `search_index` (FTS5)
 * holds their words under these numbers; triggers keep both with the messages, so that no writer can forget them. A line without words stays without an entry.
 */
export async function addSearch(database: Blank): Promise<void> {
  await database.schema
    .createTable('search_lines')
    // Numbers that rise with time: the newest are found first without sorting.
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('sourceId', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['conversationId', 'at']) {
    await database.schema.createIndex(`search_lines_${column}`).on('search_lines').column(column).execute();
  }
  await database.schema
    .createIndex('conversations_customer')
    .on('conversations')
    .columns(['channelId', 'customerId'])
    .execute();
  // Accents are folded; beginnings of three letters have an index of their own.
  await sql`create virtual table search_index using fts5(text, name, tokenize = 'unicode61 remove_diacritics 2', prefix = '3')`.execute(
    database,
  );
  // Without this, words of deleted lines would stay in the index until it is merged.
  await sql`insert into search_index(search_index, rank) values ('secure-delete', 1)`.execute(database);
  for (const statement of [INSERTED, CHANGED, DELETED, LINE_DELETED]) await statement.execute(database);
  await sql`insert into search_lines (${COLUMNS}) ${linesOf('messages')} where ${shown('messages')} order by ${sql.ref('createdAt')}, ${sql.ref('conversationId')}, sequence`.execute(
    database,
  );
  await sql`insert into search_index (rowid, text, name)
    select search_lines.id, messages.text, ${nameOf('messages')} from search_lines
    join messages on messages.id = ${sql.ref('search_lines.sourceId')}`.execute(database);
}

const COLUMNS = sql.raw('"conversationId", "sourceId", kind, at');

const linesOf = (row: string) =>
  sql.raw(
    `select ${row}."conversationId", ${row}.id, ${row}."speakerKind", ${row}."createdAt" from messages as ${row}`,
  );

/** The bot's name stands on every line of it: nobody looks for that. */
const nameOf = (row: string) =>
  sql.raw(`case ${row}."speakerKind" when 'bot' then '' else ${row}."speakerName" end`);

/** What only shows again what was said, with the choice that was tapped, is no line of its own. */
const shown = (row: string) =>
  sql.raw(
    `${row}.text <> '' and (${row}."replacesId" is null or json_extract(${row}.message, '$.chosen') is null)`,
  );

const INSERTED = sql`create trigger messages_searched after insert on messages when ${shown('new')} begin
  insert into search_lines (${COLUMNS}) values (new."conversationId", new.id, new."speakerKind", new."createdAt");
  insert into search_index (rowid, text, name)
    values ((select id from search_lines where "sourceId" = new.id), new.text, ${nameOf('new')});
end`;

/** Words that were taken back or changed: the line is found by those that stand now, or not at all. */
const CHANGED = sql`create trigger messages_searched_anew after update of text on messages when old.text <> new.text begin
  delete from search_index where rowid = (select id from search_lines where "sourceId" = new.id);
  insert into search_index (rowid, text, name)
    select id, new.text, ${nameOf('new')} from search_lines where "sourceId" = new.id and new.text <> '';
end`;

const DELETED = sql`create trigger messages_unsearched after delete on messages begin
  delete from search_lines where "sourceId" = old.id;
end`;

const LINE_DELETED = sql`create trigger search_lines_deleted after delete on search_lines begin
  delete from search_index where rowid = old.id;
end`;
