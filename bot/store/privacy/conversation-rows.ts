import type { Store } from '../store.js';

/** Tables whose rows belong to a conversation, by the column that names it; a new one must be added here. */
export const TABLES_OF_CONVERSATION = [
  ...['messages', 'turns', 'feedback', 'handoffs', 'offers', 'timers'],
  ...[
    'reply_drafts',
    'notes',
    'mentions',
    'search_lines',
    'conversation_labels',
    'desk_threads',
    'answer_drafts',
  ],
  ...['readers_along', 'heard_signals'],
  ...['mail_addresses', 'mails'],
] as const satisfies readonly string[];

/** Rows of a place that are read at once, so that nobody waits for an export. */
const AT_ONCE = 100;

type Row = Readonly<Record<string, unknown>>;

/** How many rows there are of conversations by table, those with some alone. */
export async function countRows(
  store: Store,
  ids: readonly string[],
  chatIds: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const add = (table: string, count: number) => {
    if (count > 0) counts[table] = (counts[table] ?? 0) + count;
  };
  add('conversations', ids.length);
  for (const id of ids) {
    for (const table of TABLES_OF_CONVERSATION) {
      const row = await store
        .selectFrom(table as 'messages')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('conversationId', '=', id)
        .executeTakeFirstOrThrow();
      add(table, Number(row.count));
    }
  }
  for (const id of chatIds) {
    const chat = await store.selectFrom('webchat_conversations').select('id').where('id', '=', id).execute();
    add('webchat_conversations', chat.length);
    const row = await store
      .selectFrom('webchat_activities')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('conversationId', '=', id)
      .executeTakeFirstOrThrow();
    add('webchat_activities', Number(row.count));
  }
  return counts;
}

/** All rows of conversations, by table, in parts: words that are searched stand in the lines they are found by. */
export async function* rowsOf(
  store: Store,
  ids: readonly string[],
  chatIds: readonly string[],
): AsyncGenerator<{ readonly table: string; readonly rows: readonly Row[] }> {
  for (const id of ids) {
    yield {
      table: 'conversations',
      rows: await store.selectFrom('conversations').selectAll().where('id', '=', id).execute(),
    };
    for (const table of TABLES_OF_CONVERSATION) {
      for (let place = 0; ; place += AT_ONCE) {
        const rows = await store
          .selectFrom(table as 'messages')
          .selectAll()
          .where('conversationId', '=', id)
          .limit(AT_ONCE)
          .offset(place)
          .execute();
        if (rows.length > 0) yield { table, rows: rows as unknown as Row[] };
        if (rows.length < AT_ONCE) break;
      }
    }
  }
  for (const id of chatIds) {
    yield {
      table: 'webchat_conversations',
      rows: await store.selectFrom('webchat_conversations').selectAll().where('id', '=', id).execute(),
    };
    for (let last = 0; ; ) {
      const rows = await store
        .selectFrom('webchat_activities')
        .selectAll()
        .where('conversationId', '=', id)
        .where('sequence', '>', last)
        .orderBy('sequence')
        .limit(AT_ONCE)
        .execute();
      if (rows.length > 0) yield { table: 'webchat_activities', rows: rows as unknown as Row[] };
      if (rows.length < AT_ONCE) break;
      last = rows.at(-1)?.sequence ?? last;
    }
  }
}
