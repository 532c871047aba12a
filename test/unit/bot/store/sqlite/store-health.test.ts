import { copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../../../bot/store/migrations.js';
import { openTables } from '../../../../../bot/store/sqlite/open-sqlite-store.js';
import { createStoreHealth, type StoreHealth } from '../../../../../bot/store/sqlite/store-health.js';
import { type Database, openDatabase } from '../../../../../index/platform/database.js';
import { createLog, silentLog } from '../../../../../index/platform/log.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

let path: string;
let database: Database;
let free: number;
let lines: string[];
let health: StoreHealth;

beforeEach(() => {
  path = join(temporaryFolder(), 'store.sqlite');
  database = openDatabase(path);
  free = 1e9;
  lines = [];
  const log = createLog('info', (line) => lines.push(line));
  health = createStoreHealth({ database, log, freeBytes: async () => free });
});
afterEach(() => database.close());

async function lookedAt(): Promise<string | null> {
  await health.look();
  return health.notWritableBecause();
}

describe('the health of the store', () => {
  it('is good while it can be written, which leaves no trace', async () => {
    database.pragma('user_version = 7');
    expect(await lookedAt()).toBeNull();
    expect(database.pragma('user_version', { simple: true })).toBe(7);
    expect(database.pragma('busy_timeout', { simple: true })).toBe(5000);
    expect(lines).toEqual([]);
  });

  it('tells of a full disk and of room again, each once in the log', async () => {
    free = 100_000;
    expect(await lookedAt()).toContain('full');
    expect(await lookedAt()).toContain('full');
    free = 1e9;
    expect(await lookedAt()).toBeNull();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('can be written again');
  });

  it('tells of a write that SQLite refuses', async () => {
    database.pragma('query_only = on');
    expect(await lookedAt()).toContain('may not be written');
    database.pragma('query_only = off');
    expect(await lookedAt()).toBeNull();
  });

  it('does not wait for a lock, and tells of one that stays', async () => {
    const other = openDatabase(path);
    other.exec('begin immediate');
    expect([await lookedAt(), await lookedAt()]).toEqual([null, null]);
    expect(await lookedAt()).toContain('another program');
    other.exec('rollback');
    other.close();
    expect(await lookedAt()).toBeNull();
  });

  it('tells of a file that is gone, and of one that is back', async () => {
    renameSync(path, `${path}.away`);
    expect(await lookedAt()).toContain('removed or replaced');
    copyFileSync(`${path}.away`, path);
    expect(await lookedAt()).toContain('removed or replaced');
    rmSync(path);
    renameSync(`${path}.away`, path);
    expect(await lookedAt()).toBeNull();
  });

  it.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_IOERR_WRITE', 'fails'],
    ['ENOSPC', 'full'],
  ])('learns %s from a failure, until a look says otherwise', async (code, told) => {
    health.failed(Object.assign(new Error('x'), { code }));
    expect(health.notWritableBecause()).toContain(told);
    expect(await lookedAt()).toBeNull();
  });

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_BUSY', 'EPIPE'])('learns nothing from %s', (code) => {
    health.failed(Object.assign(new Error('x'), { code }));
    expect(health.notWritableBecause()).toBeNull();
  });

  it('tells of a file that was cut in half by what a customer needs of it, and goes on telling', async () => {
    database.close();
    const filled = await openTables(openDatabase(path), migrations);
    await filled
      .insertInto('agents')
      .values(['a', 'b'].map((id) => agent(id, 'x'.repeat(500_000))))
      .execute();
    await filled.destroy();
    database = openDatabase(path);
    health = createStoreHealth({ database, log: silentLog, freeBytes: async () => free });
    const store = await openTables(database, migrations, (error) => health.failed(error));
    expect(await lookedAt()).toBeNull();
    database.pragma('wal_checkpoint(truncate)');
    truncateSync(path, 300_000);
    await expect(store.selectFrom('agents').selectAll().execute()).rejects.toMatchObject({
      code: expect.stringMatching(/^SQLITE_(CORRUPT|IOERR_SHORT_READ)/),
    });
    expect(health.notWritableBecause()).toContain('damaged');
    expect(await lookedAt()).toContain('damaged');
  });

  it('is not looked at once it is closed', async () => {
    database.close();
    expect(await lookedAt()).toBeNull();
    database = openDatabase(path);
  });
});

describe('a store that cannot be used', () => {
  it.each([
    ['is no database', () => writeFileSync(path, 'x'.repeat(100_000))],
    ['was cut in half', () => truncateSync(path, 20_000)],
  ])('says so with what to do when it %s', async (_, spoil) => {
    await (await openTables(database, migrations)).destroy();
    spoil();
    const opening = async () => openTables(openDatabase(path), migrations);
    await expect(opening()).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringContaining('backup'),
      facts: { path },
    });
    database = openDatabase(':memory:');
  });
});

function agent(id: string, name: string) {
  return { id, name, email: id, role: 'agent' as const, passwordHash: '', createdAt: '' };
}
