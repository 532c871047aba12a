import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderColumns, holderOf } from '../../../../bot/store/handoffs/handoff-columns.js';
import { migrations } from '../../../../bot/store/migrations.js';
import { openTables } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import { openDatabase } from '../../../../index/platform/database.js';
import type { Migrations } from '../../../../index/platform/migrate.js';

describe('the conversation store', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    path = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const tables = () => {
    const database = openDatabase(path);
    const rows = database.prepare("select name from sqlite_master where type = 'table' order by name").all();
    database.close();
    return rows.map((row) => (row as { name: string }).name).filter((name) => !name.startsWith('kysely'));
  };

  it('brings its tables up to date once', async () => {
    for (let start = 0; start < 2; start++)
      await (await openTables(openDatabase(path), migrations)).destroy();
    expect(tables()).toEqual([
      'agent_pictures',
      'agents',
      'answer_drafts',
      'audit',
      'canned_answers',
      'conversation_labels',
      'conversations',
      'desk_posts',
      'desk_rooms',
      'desk_threads',
      'entra_links',
      'feedback',
      'file_keys',
      'files',
      'gone_names',
      'handoffs',
      'heard_signals',
      'invitations',
      'labels',
      'link_codes',
      'mail_addresses',
      'mails',
      'mentions',
      'messages',
      'notes',
      'offers',
      'password_resets',
      'readers_along',
      'recovery_codes',
      'reply_drafts',
      'run_mails',
      'saved_views',
      'search_index',
      'search_index_config',
      'search_index_content',
      'search_index_data',
      'search_index_docsize',
      'search_index_idx',
      'search_lines',
      'second_factors',
      'sessions',
      'shifts',
      'sign_on_identities',
      'timers',
      'turns',
      'webchat_activities',
      'webchat_conversations',
    ]);
  });

  it('counts what web chats of an earlier version hold', async () => {
    const before = Object.fromEntries(
      Object.entries(migrations).filter(([name]) => name < '004-webchat-bytes'),
    );
    await (await openTables(openDatabase(path), before)).destroy();
    const database = openDatabase(path);
    const rows = { lastSequence: 2, startedAt: '', lastActivityAt: '', userId: 'dl_1' };
    const addConversation = database.prepare(
      'insert into webchat_conversations values (:id, :userId, :startedAt, :lastSequence, :lastActivityAt)',
    );
    for (const id of ['w1', 'w2']) addConversation.run({ id, ...rows });
    const addActivity = database.prepare('insert into webchat_activities values (?, ?, ?, ?)');
    addActivity.run('w1', 1, 'a', '{"text":"€"}');
    addActivity.run('w1', 2, 'b', '{}');
    database.close();
    const store = await openTables(openDatabase(path), migrations);
    const counted = await store
      .selectFrom('webchat_conversations')
      .select(['id', 'storedBytes'])
      .orderBy('id')
      .execute();
    await store.destroy();
    expect(counted).toEqual([
      { id: 'w1', storedBytes: 16 },
      { id: 'w2', storedBytes: 0 },
    ]);
  });

  it('keeps who had conversations by an earlier version, at the desk and elsewhere', async () => {
    const before = Object.fromEntries(
      Object.entries(migrations).filter(([name]) => name < '009-elsewhere-place'),
    );
    await (await openTables(openDatabase(path), before)).destroy();
    const database = openDatabase(path);
    database.exec(`
      insert into conversations (id, channelId, channelConversationId, reference, customerId, customerName,
        lastSequence, createdAt, lastActivityAt) values ('c', 'test', 'c', '{}', 'x', '', 0, '', '')`);
    const add = database.prepare(
      `insert into handoffs (id, conversationId, state, reason, question, createdAt, agentId, agentName)
       values (?, 'c', ?, 'asked', '', '', ?, ?)`,
    );
    add.run('agent', 'with-agent', '1d7c', 'Sanne');
    add.run('inbox', 'with-agent', 'elsewhere:messenger', 'Meta Business Suite');
    add.run('inbox over', 'solved', 'elsewhere:messenger', 'Meta Business Suite');
    add.run('inbox without a name', 'with-agent', 'elsewhere:messenger', null);
    add.run('nobody', 'waiting', null, null);
    database.close();
    const store = await openTables(openDatabase(path), migrations);
    const rows = await store.selectFrom('handoffs').selectAll().orderBy('id').execute();
    await store.destroy();
    expect(rows.map((row) => [row.id, holderOf(row)])).toEqual([
      ['agent', { kind: 'agent', id: '1d7c', name: 'Sanne' }],
      ['inbox', { kind: 'elsewhere', name: 'Meta Business Suite' }],
      ['inbox over', { kind: 'elsewhere', name: 'Meta Business Suite' }],
      ['inbox without a name', { kind: 'elsewhere', name: 'messenger' }],
      ['nobody', null],
    ]);
    for (const row of rows) expect(row).toMatchObject(holderColumns(holderOf(row)));
  });

  it('takes a step whole or not at all, and says which one failed', async () => {
    const broken: Migrations = {
      async '001-half'(half) {
        await half.schema.createTable('something').addColumn('id', 'text').execute();
        throw new Error('no more');
      },
    };
    const database = openDatabase(path);
    await expect(openTables(database, broken)).rejects.toMatchObject({
      code: 'STORE_NOT_MIGRATED',
      facts: { migration: '001-half' },
      cause: { message: 'no more' },
    });
    database.close();
    expect(tables()).toEqual([]);
  });
});
