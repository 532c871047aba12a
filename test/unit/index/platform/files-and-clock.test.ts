import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { delay } from '../../../../index/platform/clock.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { makePrivateFolder, writeFileAtomically } from '../../../../index/platform/files.js';

describe('writeFileAtomically', () => {
  it('replaces a file and leaves nothing beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'files-'));
    const path = join(folder, 'current');
    writeFileAtomically(path, 'one');
    writeFileAtomically(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['current']);
  });
});

describe('a private folder', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  it('and all that is written from then on is for its own user alone', () => {
    const before = process.umask();
    try {
      const folder = join(mkdtempSync(join(tmpdir(), 'private-')), 'runtime');
      makePrivateFolder(folder);
      const database = openDatabase(join(folder, 'x.sqlite'));
      database.exec('CREATE TABLE t (a)');
      mkdirSync(join(folder, 'uploads'));
      writeFileSync(join(folder, 'uploads', 'a.png'), '');
      const modes = ['', 'x.sqlite', 'x.sqlite-wal', 'uploads', 'uploads/a.png'].map((path) =>
        modeOf(join(folder, path)),
      );
      database.close();
      expect(modes).toEqual([0o700, 0o600, 0o600, 0o700, 0o600]);
    } finally {
      process.umask(before);
    }
  });

  it('that was open to everybody is closed to them, and what its group may is kept', () => {
    const before = process.umask();
    try {
      const folder = mkdtempSync(join(tmpdir(), 'private-'));
      chmodSync(folder, 0o755);
      makePrivateFolder(folder);
      expect(modeOf(folder)).toBe(0o750);
    } finally {
      process.umask(before);
    }
  });
});

describe('openDatabase', () => {
  it('makes the folder and keeps what was committed', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'database-')), 'new', 'x.sqlite');
    const first = openDatabase(path);
    first.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    first.close();
    const second = openDatabase(path, { isReadOnly: true });
    expect(second.prepare('SELECT a FROM t').all()).toEqual([{ a: 1 }]);
    expect(() => second.exec('DELETE FROM t')).toThrow(/readonly/);
    second.close();
  });

  it('says what is wrong with a path that cannot be opened', () => {
    expect(() => openDatabase('/nowhere/at/all.sqlite', { isReadOnly: true })).toThrow(
      /The database \/nowhere\/at\/all.sqlite cannot be used/,
    );
  });
});

describe('delay', () => {
  it('ends at once when its signal is aborted', async () => {
    const controller = new AbortController();
    const waiting = delay(3_600_000, controller.signal);
    controller.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});
