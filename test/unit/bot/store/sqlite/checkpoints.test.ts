import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCheckpoints } from '../../../../../bot/store/sqlite/checkpoints.js';
import { openDatabase } from '../../../../../index/platform/database.js';
import { silentLog } from '../../../../../index/platform/log.js';

const workerFile = new URL('../../../../../dist/bot/store/sqlite/checkpoint-worker.js', import.meta.url);

describe('checkpoints in a thread of their own', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
    path = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('move what was written into the file while it is open', async () => {
    const database = openDatabase(path);
    const checkpoints = startCheckpoints(database, silentLog, { everyMs: 5, workerFile });
    database.exec("create table words (word text); insert into words values ('honeysuckle')");
    await expect.poll(() => readFileSync(path, 'latin1')).toContain('honeysuckle');
    database.close();
    await checkpoints.stop();
  });

  it('leave no log behind when they are stopped last', async () => {
    const database = openDatabase(path);
    const checkpoints = startCheckpoints(database, silentLog, { everyMs: 60_000, workerFile });
    database.exec('create table words (word text)');
    database.close();
    await checkpoints.stop();
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined();
    expect(openDatabase(path).prepare('select * from words').all()).toEqual([]);
  });

  it('say that their thread has ended, and can still be stopped', async () => {
    const error = vi.fn();
    const database = openDatabase(path);
    const missing = new URL('./no-such-worker.js', workerFile);
    const checkpoints = startCheckpoints(database, { ...silentLog, error }, { workerFile: missing });
    await expect.poll(() => error.mock.calls).toHaveLength(1);
    database.close();
    await checkpoints.stop();
  });
});
