import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TABLES_OF_CONVERSATION } from '../../../../bot/store/privacy/conversation-rows.js';
import { ROOT } from '../../../support/product-files.js';
import { TestBot } from '../support/test-bot.js';

/** Of migrations, and the parts of which the index of words is made. */
const INTERNAL = /^(sqlite_|kysely_|verdict_migration|search_index_)/;

async function tablesOf(): Promise<string[]> {
  const test = await TestBot.open();
  const names = test
    .rows(`select name from sqlite_master where type = 'table'`)
    .map((row) => String(row.name));
  await test.bot.stop();
  return names.filter((name) => !INTERNAL.test(name));
}

it('every table of the store stands in PRIVACY.md with what it keeps, why and how long', async () => {
  const text = readFileSync(join(ROOT, 'bot/PRIVACY.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const tables = await tablesOf();
  expect(tables.filter((table) => !named.includes(table))).toEqual([]);
  const isOneOf = (name: string | undefined) =>
    ['find', 'export', 'erase', 'apply', ...tables].includes(name ?? '');
  expect(named.filter((name) => !isOneOf(name))).toEqual([]);
});

it('every table with rows of a conversation is looked up, handed out and erased', async () => {
  const test = await TestBot.open();
  const withConversation = test
    .rows(
      `select m.name as name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name = 'conversationId'`,
    )
    .map((row) => String(row.name));
  await test.bot.stop();
  // What a desk in a channel is in is no conversation of a customer.
  const known = [...TABLES_OF_CONVERSATION, 'webchat_activities', 'desk_rooms'];
  expect(withConversation.sort()).toEqual([...known].sort());
});
