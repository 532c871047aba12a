import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '../../../../../bot/store/migrations.js';
import { openTables } from '../../../../../bot/store/sqlite/open-sqlite-store.js';
import type { Store, Write } from '../../../../../bot/store/store.js';
import { type Database, openDatabase } from '../../../../../index/platform/database.js';
import { openTestStore } from '../../support/open-test-store.js';

describe('transactions on SQLite', () => {
  let folder: string;
  let store: Store;
  /** Another connection: it sees what is committed and nothing else. */
  let onlooker: Database;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    store = await openTestStore(join(folder, 'store.sqlite'));
    onlooker = openDatabase(join(folder, 'store.sqlite'));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    onlooker.close();
    await store.destroy();
    rmSync(folder, { recursive: true });
  });

  const addAgent = (write: Store | Write, id: string) =>
    write
      .insertInto('agents')
      .values({ id, name: id, email: id, role: 'agent', passwordHash: '', createdAt: '' })
      .execute();
  const add = (id: string) => store.transaction().execute((write) => addAgent(write, id));
  const committed = () =>
    onlooker
      .prepare('select id from agents order by id')
      .all()
      .map((row) => (row as { id: string }).id);

  it('resolve when their work is committed', async () => {
    await add('a');
    expect(committed()).toEqual(['a']);
  });

  it('share a commit when they come together', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0); // on a slow machine their slice of time is over between them
    let seenBySecond: unknown[] = [];
    let committedBySecond: unknown[] = ['not looked yet'];
    const second = async (write: Write) => {
      seenBySecond = await write.selectFrom('agents').select('id').execute();
      committedBySecond = committed();
    };
    await Promise.all([add('a'), store.transaction().execute(second)]);
    expect(seenBySecond).toEqual([{ id: 'a' }]);
    expect(committedBySecond).toEqual([]);
    expect(committed()).toEqual(['a']);
  });

  it('run one after the other', async () => {
    const seen: string[] = [];
    const run = (name: string) =>
      store.transaction().execute(async (write) => {
        seen.push(`${name} begins`);
        await write.selectFrom('agents').select('id').execute();
        await Promise.resolve();
        seen.push(`${name} ends`);
      });
    await Promise.all([run('a'), run('b')]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('undo their own work only when they fail', async () => {
    const failing = store.transaction().execute(async (write) => {
      await addAgent(write, 'b');
      throw new Error('changed my mind');
    });
    const [, failed] = await Promise.allSettled([add('a'), failing, add('c')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'changed my mind' } });
    expect(committed()).toEqual(['a', 'c']);
  });

  it('all fail when what they share cannot be committed', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const orphan = store.transaction().execute(async (write) => {
      await sql`pragma defer_foreign_keys = on`.execute(write);
      await write
        .insertInto('timers')
        .values({ conversationId: 'none', kind: 'tell-place', dueAt: '' })
        .execute();
    });
    const results = await Promise.allSettled([add('a'), orphan, add('b')]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(committed()).toEqual([]);
    await add('c');
    expect(committed()).toEqual(['c']);
  });

  it('fail when the disk is full, and work again when it is not', async () => {
    await add('a');
    await sql`pragma max_page_count = 1`.execute(store);
    const big = (write: Write) => addAgent(write, 'x'.repeat(1_000_000));
    await expect(store.transaction().execute(big)).rejects.toThrow(/full/);
    await sql`pragma max_page_count = 100000`.execute(store);
    await add('b');
    expect(committed()).toEqual(['a', 'b']);
  });

  it('fail, and end nothing else, when a broken disk refuses the rollback as well', async () => {
    const disk = { isBroken: false };
    const failing = await openTables(
      onBrokenDisk(openDatabase(join(folder, 'store.sqlite')), disk),
      migrations,
    );
    disk.isBroken = true;
    const lost = failing.transaction().execute((write) => addAgent(write, 'lost'));
    await expect(lost).rejects.toThrow('disk I/O error');
    disk.isBroken = false;
    await failing.transaction().execute((write) => addAgent(write, 'kept'));
    expect(committed()).toEqual(['kept']);
    await failing.destroy();
  });

  it('leave a query outside of them on the disk as well', async () => {
    const [, , seen] = await Promise.all([
      add('a'),
      addAgent(store, 'b').then(() => expect(committed()).toEqual(['a', 'b'])),
      store.selectFrom('agents').select('id').execute(),
    ]);
    expect(seen).toHaveLength(2);
  });

  it('are committed before the store closes', async () => {
    const added = add('a');
    await store.selectFrom('agents').select('id').execute();
    await store.destroy();
    await added;
    expect(committed()).toEqual(['a']);
  });
});

/** The same database, on a disk that can neither commit nor roll back while it is broken. */
function onBrokenDisk(database: Database, disk: { readonly isBroken: boolean }): Database {
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    if (!/^(commit|rollback)$/.test(text)) return statement;
    return {
      reader: false,
      run() {
        if (disk.isBroken) throw new Error('disk I/O error');
        return statement.run();
      },
    };
  };
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
