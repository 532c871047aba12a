import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_MANIFEST, readBackupManifest } from '../../../../bot/backup/backup-manifest.js';
import { restoreBackup } from '../../../../bot/backup/restore-backup.js';
import { backupWordsOf } from '../../../../bot/backup/words.js';
import { writeBackup } from '../../../../bot/backup/write-backup.js';
import type { PersonKey } from '../../../../bot/contracts/privacy.js';
import { RESTORE_MARK, RESTORE_STAGING, takeServerLock } from '../../../../bot/store/sqlite/server-lock.js';
import { openErasureLedger } from '../../../../index/learning/erasure-ledger.js';
import { systemClock } from '../../../../index/platform/clock.js';
import { holdLock, openDatabase } from '../../../../index/platform/database.js';
import { canariesIn, makeCanaries } from '../../../support/canaries.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { TestBot } from '../support/test-bot.js';

const ANNA: PersonKey = { kind: 'customer', channelId: 'test', customerId: 'anna' };
const RELEASE = '20260101T000000000-0badcafe';

let folder: string;
let to: string;
let target: string;
let test: TestBot;
beforeEach(async () => {
  [folder, to, target] = [temporaryFolder(), join(temporaryFolder(), 'monday'), temporaryFolder()];
  test = await TestBot.open({ runtimeDirectory: folder, redact: async (question) => question });
  mkdirSync(join(folder, 'releases', RELEASE), { recursive: true });
  writeFileSync(join(folder, 'releases', RELEASE, 'manifest.json'), '{}', { mode: 0o600 });
  writeFileSync(join(folder, 'releases', 'current'), `${RELEASE}\n`);
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'files', 'invoice'), 'a picture of an invoice');
  writeFileSync(join(folder, 'webchat-signing-key'), 'a key');
});
afterEach(() => test.bot.stop());

const backUp = () => writeBackup({ runtimeDirectory: folder, to, version: '1.2.3', clock: systemClock });
const putBack = (isReplacing = false) => restoreBackup({ from: to, runtimeDirectory: target, isReplacing });
const say = (customer: string, text: string) =>
  test.say(text, { conversation: { id: customer }, from: { id: customer, name: customer } });

function textsIn(directory: string): string[] {
  const database = openDatabase(join(directory, 'conversations.sqlite'), { isReadOnly: true });
  const rows = database.prepare<[], { text: string }>("select text from messages where direction = 'in'");
  const texts = rows.all().map(({ text }) => text);
  database.close();
  return texts;
}

describe('a backup', () => {
  it('is put back with all that was kept, beside a store that is open and written', async () => {
    await say('anna', 'Mijn wifi valt weg');
    const { entries } = await backUp();
    await say('anna', 'Dit zei ik te laat');
    expect(entries.map(({ path }) => path)).toEqual([
      'conversations.sqlite',
      'files/invoice',
      `releases/${RELEASE}/manifest.json`,
      'releases/current',
      'webchat-signing-key',
    ]);
    const { manifest } = await putBack();
    expect(manifest.version).toBe('1.2.3');
    expect(textsIn(target)).toEqual(['Mijn wifi valt weg']);
    for (const path of ['files/invoice', 'releases/current', 'webchat-signing-key']) {
      expect(readFileSync(join(target, path), 'utf8')).toBe(readFileSync(join(folder, path), 'utf8'));
    }
    takeServerLock(target)();
  });

  it('is read by its owner only', async () => {
    await backUp();
    const modes = readdirSync(to, { recursive: true, encoding: 'utf8' }).map((name) => {
      const found = statSync(join(to, name));
      return [name, found.isDirectory() ? 0o700 : 0o600, found.mode & 0o777];
    });
    expect(statSync(to).mode & 0o777).toBe(0o700);
    expect(modes.filter(([, wanted, mode]) => wanted !== mode)).toEqual([]);
    expect(modes).toHaveLength(9);
  });

  it('leaves out locks, signs between programs, half files and the first link', async () => {
    const unlock = takeServerLock(folder);
    for (const name of ['first-administrator.txt', 'compact-wanted', 'x.tmp', `releases/build-1-1.tmp`]) {
      writeFileSync(join(folder, name), 'x');
    }
    const { entries } = await backUp();
    unlock();
    expect(entries.filter(({ path }) => /lock|compact|tmp|first/.test(path))).toEqual([]);
  });

  it('takes no folder that holds something, none within what it copies, and no folder without a store', async () => {
    await expect(
      writeBackup({ runtimeDirectory: folder, to: join(folder, 'copy'), version: '1', clock: systemClock }),
    ).rejects.toMatchObject({ code: 'BACKUP_COMMAND_INVALID' });
    await expect(
      writeBackup({ runtimeDirectory: target, to, version: '1', clock: systemClock }),
    ).rejects.toMatchObject({ code: 'NO_STORE' });
    await backUp();
    const before = readFileSync(join(to, BACKUP_MANIFEST), 'utf8');
    await expect(backUp()).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    expect(readFileSync(join(to, BACKUP_MANIFEST), 'utf8')).toBe(before);
  });

  it('clears away what a killed one left, and leaves nothing when it fails itself', async () => {
    // No process has this number: the largest that Linux gives is 2^22.
    mkdirSync(`${to}.unfinished-99999999`);
    mkdirSync(`${to}.unfinished-${process.ppid}`);
    await backUp();
    expect(readdirSync(join(to, '..')).sort()).toEqual(['monday', `monday.unfinished-${process.ppid}`]);
    const broken = temporaryFolder();
    writeFileSync(join(broken, 'conversations.sqlite'), 'x'.repeat(5_000));
    const other = join(temporaryFolder(), 'tuesday');
    await expect(
      writeBackup({ runtimeDirectory: broken, to: other, version: '1', clock: systemClock }),
    ).rejects.toMatchObject({ code: 'DATABASE_UNUSABLE' });
    expect(readdirSync(join(other, '..'))).toEqual([]);
  });
});

describe('a restore', () => {
  const nothingChanged = () => expect(readdirSync(target).filter((name) => !/lock/.test(name))).toEqual([]);

  it.each<[string, (path: string) => void]>([
    ['of other bytes', (path) => writeFileSync(path, 'b picture of an invoice')],
    ['that is longer', (path) => appendFileSync(path, '!')],
    ['that is gone', (path) => rmSync(path)],
  ])('refuses a backup with a file %s, and changes nothing', async (_, damage) => {
    await backUp();
    damage(join(to, 'files', 'invoice'));
    await expect(putBack()).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      facts: { file: 'files/invoice' },
    });
    nothingChanged();
  });

  it('refuses a folder without a manifest, one of a newer program, and one that leads elsewhere', async () => {
    await backUp();
    const manifest = readBackupManifest(to);
    const path = join(to, BACKUP_MANIFEST);
    const [entry] = manifest.entries;
    const other = [
      { ...manifest, format: 99 },
      { ...manifest, entries: [{ ...entry, path: '../elsewhere' }] },
      { ...manifest, entries: [{ ...entry, path: '/etc/passwd' }] },
    ];
    for (const one of other) {
      writeFileSync(path, JSON.stringify(one));
      await expect(putBack()).rejects.toMatchObject({ code: 'BACKUP_INCOMPLETE' });
    }
    rmSync(path);
    await expect(putBack()).rejects.toMatchObject({ code: 'BACKUP_INCOMPLETE' });
    nothingChanged();
  });

  it('refuses a folder in which a server or an ingest works, until they have ended', async () => {
    await backUp();
    const unlock = takeServerLock(target);
    await expect(putBack(true)).rejects.toMatchObject({ code: 'SERVER_RUNNING' });
    unlock();
    const ended = holdLock(join(target, 'ingest-lock.sqlite'));
    await expect(putBack(true)).rejects.toMatchObject({ code: 'INGEST_AT_WORK' });
    ended?.();
    await expect(putBack()).resolves.toBeDefined();
  });

  it('deletes what is there only when told to', async () => {
    await say('anna', 'Hallo');
    await backUp();
    mkdirSync(join(target, 'files'));
    for (const name of ['files/other', 'withdrawals.sqlite', 'conversations.sqlite-wal']) {
      writeFileSync(join(target, name), 'of another life');
    }
    await expect(putBack()).rejects.toMatchObject({ code: 'RESTORE_FOLDER_USED' });
    expect(existsSync(join(target, 'files/other'))).toBe(true);
    await putBack(true);
    expect(readdirSync(join(target, 'files'))).toEqual(['invoice']);
    expect(readdirSync(target).filter((name) => /withdrawals|tmp|wal$|unfinished/.test(name))).toEqual([]);
    expect(textsIn(target)).toEqual(['Hallo']);
  });

  it('that was cut short lets no server start, and the next one goes on', async () => {
    await say('anna', 'Hallo');
    await backUp();
    // As a kill between two renames leaves it: the mark, some files in their place, some not.
    writeFileSync(join(target, RESTORE_MARK), '');
    mkdirSync(join(target, RESTORE_STAGING));
    mkdirSync(join(target, 'restore-old.tmp'));
    writeFileSync(join(target, 'conversations.sqlite-wal'), 'the log of another database');
    expect(() => takeServerLock(target)).toThrow(expect.objectContaining({ code: 'RESTORE_UNFINISHED' }));
    await expect(putBack()).rejects.toMatchObject({ code: 'RESTORE_UNFINISHED' });
    await putBack(true);
    takeServerLock(target)();
    expect(textsIn(target)).toEqual(['Hallo']);
  });

  it('erases again what was erased since, also what only the folder or only the backup knows of', async () => {
    const [hers, his] = [makeCanaries(1, 1), makeCanaries(1, 2)];
    await say('anna', hers.join(''));
    await say('bert', his.join(''));
    await backUp();
    await test.bot.deskTools.privacy.erase(ANNA, { kind: 'system-user', id: 'operator' });
    // The folder of the server itself: stopped, damaged, put back.
    await test.bot.stop();
    const { erased } = await restoreBackup({ from: to, runtimeDirectory: folder, isReplacing: true });
    expect(erased.conversations).toBe(1);
    expect(textsIn(folder)).toEqual(his);
    expect(canariesIn(folder, [hers, his].flat())).toEqual(his);
    // Its ledger is in the next backup, and goes with that to another machine.
    const second = join(temporaryFolder(), 'second');
    await writeBackup({ runtimeDirectory: folder, to: second, version: '1', clock: systemClock });
    await restoreBackup({ from: second, runtimeDirectory: target, isReplacing: false });
    expect(openErasureLedger(target).things).toEqual(openErasureLedger(folder).things);
    await restoreBackup({ from: to, runtimeDirectory: target, isReplacing: true });
    expect(textsIn(target)).toEqual(his);
  });

  it('refuses where what was erased is remembered under another key', async () => {
    writeFileSync(join(folder, 'erasure-key'), 'one');
    await backUp();
    writeFileSync(join(target, 'erasure-key'), 'another');
    await expect(putBack()).rejects.toMatchObject({ code: 'ERASURE_KEYS_DIFFER' });
  });
});

describe('the words of the commands', () => {
  it('are Dutch or English, as asked for or as the system is set', () => {
    expect(backupWordsOf('nl', 'en_GB.UTF-8').backupUsage).toContain('Gebruik');
    expect(backupWordsOf(undefined, 'nl_NL.UTF-8').restoreUsage).toContain('Gebruik');
    expect(backupWordsOf(undefined, undefined).restoreUsage).toContain('Usage');
  });
});
