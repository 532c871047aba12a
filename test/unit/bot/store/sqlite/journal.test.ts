import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GroupCommitDriver } from '../../../../../bot/store/sqlite/group-commit-driver.js';
import { type Journal, openJournal } from '../../../../../bot/store/sqlite/journal.js';
import { type Database, openDatabase } from '../../../../../index/platform/database.js';

describe('the journal of a database', () => {
  let folder: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    database = openDatabase(join(folder, 'store.sqlite'));
    database.exec('create table words (word text unique)');
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('takes the flushing from SQLite', async () => {
    const journal = openJournal(database);
    expect(database.pragma('synchronous', { simple: true })).toBe(1); // NORMAL
    await journal.flush();
    await journal.close();
  });

  it('leaves a database without a log file as it is', async () => {
    const memory = openDatabase(':memory:');
    const before = memory.pragma('synchronous', { simple: true });
    const journal = openJournal(memory);
    await journal.flush();
    expect(memory.pragma('synchronous', { simple: true })).toBe(before);
    memory.close();
  });

  describe('under the driver', () => {
    /** A journal whose flushes end when they are told to. */
    function heldJournal() {
      const flushes: { end(): void; fail(reason: string): void }[] = [];
      const journal: Journal = {
        flush: () =>
          new Promise((resolve, reject) => {
            flushes.push({ end: resolve, fail: (reason) => reject(new Error(reason)) });
          }),
        close: async () => {},
      };
      return { flushes, journal };
    }

    async function add(driver: GroupCommitDriver, word: string): Promise<void> {
      const connection = await driver.acquireConnection();
      try {
        await driver.beginTransaction(connection);
        driver.run('insert into words values (?)', [word]);
        await driver.commitTransaction(connection);
      } finally {
        await driver.releaseConnection(connection);
      }
    }
    const rounds = async () => {
      for (let round = 0; round < 5; round++) await new Promise(setImmediate);
    };

    it('is waited for by every transaction', async () => {
      const { flushes, journal } = heldJournal();
      const driver = new GroupCommitDriver(database, journal);
      const ended: string[] = [];
      const all = ['a', 'b'].map((word) => add(driver, word).then(() => ended.push(word)));
      await rounds();
      expect(flushes).toHaveLength(1);
      expect(ended).toEqual([]);
      flushes[0]?.end();
      await Promise.all(all);
      expect(ended).toEqual(['a', 'b']);
    });

    it('lets transactions join until the group before is on the disk', async () => {
      const { flushes, journal } = heldJournal();
      const driver = new GroupCommitDriver(database, journal);
      const first = add(driver, 'a');
      await rounds();
      const others = [add(driver, 'b'), rounds().then(() => add(driver, 'c'))];
      await rounds();
      await rounds();
      expect(flushes).toHaveLength(1);
      expect(database.inTransaction).toBe(true);
      flushes[0]?.end();
      await first;
      await rounds();
      expect(flushes).toHaveLength(2);
      flushes[1]?.end();
      await Promise.all(others);
    });

    it('fails those it could not bring to the disk, and nobody else', async () => {
      const { flushes, journal } = heldJournal();
      const driver = new GroupCommitDriver(database, journal);
      const lost = add(driver, 'a');
      await rounds();
      flushes[0]?.fail('the disk is gone');
      await expect(lost).rejects.toThrow('the disk is gone');
      const kept = add(driver, 'b');
      await rounds();
      flushes[1]?.end();
      await expect(kept).resolves.toBeUndefined();
    });
  });
});
