import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { delay } from '../../../../index/platform/clock.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { writeFileAtomically } from '../../../../index/platform/files.js';

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
