import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../../bot/conversations/migrations.js';
import { type Migrations, openStore } from '../../../../bot/conversations/store.js';
import { openDatabase } from '../../../../index/platform/database.js';

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
    for (let start = 0; start < 2; start++) await (await openStore(openDatabase(path), migrations)).destroy();
    expect(tables()).toEqual([
      'agents',
      'conversations',
      'feedback',
      'handoffs',
      'invitations',
      'messages',
      'sessions',
      'timers',
      'turns',
      'webchat_activities',
      'webchat_conversations',
    ]);
  });

  it('takes a step whole or not at all, and says which one failed', async () => {
    const broken: Migrations = {
      async '001-half'(half) {
        await half.schema.createTable('something').addColumn('id', 'text').execute();
        throw new Error('no more');
      },
    };
    const database = openDatabase(path);
    await expect(openStore(database, broken)).rejects.toMatchObject({
      code: 'STORE_NOT_MIGRATED',
      facts: { migration: '001-half' },
      cause: { message: 'no more' },
    });
    database.close();
    expect(tables()).toEqual([]);
  });
});
