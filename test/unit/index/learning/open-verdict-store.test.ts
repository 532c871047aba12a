import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import { openVerdictStore } from '../../../../index/learning/open-verdict-store.js';
import type { SettledWording, VerdictStore } from '../../../../index/learning/verdict-store.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { silentLog } from '../../../../index/platform/log.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { verdict } from '../../../support/verdicts.js';

const LEARNED: SettledWording = {
  id: 'w1',
  itemId: 'forum:porting',
  wording: 'nummer houden',
  standing: 'learned',
  confirmations: 3,
  rejections: 0,
  knownConfirmations: 3,
  at: '2026-03-02T09:00:00.000Z',
};

/** What a version that kept verdicts in a file of its own left, of its first form or its second. */
function leaveEarlier(folder: string, form: 1 | 2): string {
  const path = join(folder, 'verdicts.sqlite');
  const earlier = openDatabase(path);
  earlier.exec(`
    CREATE TABLE secret (key BLOB NOT NULL);
    INSERT INTO secret VALUES (x'0102');
    CREATE TABLE verdict (
      visitor TEXT NOT NULL, itemId TEXT NOT NULL, wordingKey TEXT NOT NULL, question TEXT NOT NULL,
      isRight INTEGER NOT NULL, saidBy TEXT NOT NULL, conversation TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (visitor, itemId, wordingKey)
    );
    INSERT INTO verdict VALUES ('v', 'forum:porting', 'q', 'Q', 1, 'customer', 'c', '2026-03-02T09:00:00.000Z');
    CREATE TABLE wording (
      id TEXT PRIMARY KEY, itemId TEXT NOT NULL, wording TEXT NOT NULL, standing TEXT NOT NULL,
      confirmations REAL NOT NULL, rejections REAL NOT NULL, at TEXT NOT NULL
    );
    INSERT INTO wording VALUES ('w1', 'forum:porting', 'nummer houden', 'learned', 3, 0, '2026-03-02T09:00:00.000Z');`);
  if (form === 2)
    earlier.exec(`
      ALTER TABLE verdict ADD COLUMN isIdentified INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE verdict ADD COLUMN address TEXT NOT NULL DEFAULT '';
      ALTER TABLE wording ADD COLUMN knownConfirmations REAL NOT NULL DEFAULT 0;
      UPDATE verdict SET isIdentified = 1, address = 'a';
      UPDATE wording SET knownConfirmations = 3;`);
  earlier.close();
  return path;
}

const keyOf = (store: VerdictStore) => store.pseudonym('customer', 'directline', 'anna');

describe('the file in which an earlier version kept verdicts', () => {
  it.each([
    [1, { visitor: 'v', isIdentified: false, address: '' }, { ...LEARNED, knownConfirmations: 0 }],
    [2, { visitor: 'v', isIdentified: true, address: 'a' }, LEARNED],
  ] as const)('is taken over once, in form %s, and goes', async (form, verdictThere, wordingThere) => {
    const folder = temporaryFolder();
    leaveEarlier(folder, form);
    const keys: string[] = [];
    for (const _ of [1, 2]) {
      const store = await openVerdictStore(folder);
      expect(await store.verdicts()).toMatchObject([verdictThere]);
      expect(await store.wordings()).toEqual([wordingThere]);
      keys.push(keyOf(store));
      await store.close();
      expect(readdirSync(folder).filter((name) => name.startsWith('verdicts'))).toEqual([]);
    }
    // The key came with it, so that a customer who was counted stays the same.
    const other = await openVerdictStore(temporaryFolder());
    expect(keys[0]).toBe(keys[1]);
    expect(keyOf(other)).not.toBe(keys[0]);
    await other.close();
  });

  it('changes nothing newer when it is found again, after a crash before it was deleted', async () => {
    const folder = temporaryFolder();
    leaveEarlier(folder, 2);
    const before = await openVerdictStore(folder);
    const [known] = await before.verdicts();
    await before.record({
      ...(known ?? verdict()),
      question: 'q',
      isRight: false,
      at: '2026-04-01T09:00:00.000Z',
    });
    await before.review([{ ...LEARNED, standing: 'refused' }]);
    await before.close();
    leaveEarlier(folder, 2);
    const after = await openVerdictStore(folder);
    expect(await after.verdicts()).toMatchObject([{ isRight: false, at: '2026-04-01T09:00:00.000Z' }]);
    expect(await after.wordings()).toMatchObject([{ standing: 'refused' }]);
    await after.close();
  });

  it('stays where it is when it is damaged, and the complaint says what to do', async () => {
    const folder = temporaryFolder();
    const path = leaveEarlier(folder, 2);
    writeFileSync(path, 'x'.repeat(100_000));
    await expect(openVerdictStore(folder)).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringMatching(/verdicts\.sqlite.*backup/s),
    });
    expect(existsSync(path)).toBe(true);
  });
});

describe('the verdict store', () => {
  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'x'.repeat(100_000))],
    ['was cut in half', (path: string) => truncateSync(path, 8_192)],
  ])('says what to do with a file that %s', async (_, spoil) => {
    const folder = temporaryFolder();
    await (await openVerdictStore(folder)).close();
    spoil(join(folder, 'conversations.sqlite'));
    await expect(openVerdictStore(folder)).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringContaining('backup'),
    });
  });

  it('lives in the conversation store of the bot, and is read beside it', async () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder, 'conversations.sqlite'));
    const server = await openSqliteStore(database, { log: silentLog });
    await server.verdicts.record(verdict());
    const beside = await openVerdictStore(folder);
    expect(await beside.verdicts()).toEqual([verdict()]);
    expect(keyOf(beside)).toBe(keyOf(server.verdicts));
    await beside.keepLearned([LEARNED], () => true);
    expect(await server.verdicts.wordings()).toEqual([LEARNED]);
    await beside.close();
    await server.close();
  });

  it('keeps a verdict for whoever opens it next', async () => {
    const folder = temporaryFolder();
    const writer = await openVerdictStore(folder);
    await writer.record(verdict());
    const reader = await openVerdictStore(folder);
    expect(await reader.verdicts()).toEqual([verdict()]);
    await writer.record(verdict({ visitor: 'visitor-2', at: '2026-03-02T10:00:00.000Z' }));
    expect(await reader.verdicts()).toHaveLength(2);
    await reader.close();
    await writer.close();
  });

  it('keeps the last word of a person on an item and a wording', async () => {
    const store = await openVerdictStore(temporaryFolder());
    await store.record(verdict({ at: '2026-03-02T10:00:00.000Z', isRight: false }));
    await store.record(
      verdict({ at: '2026-03-02T11:00:00.000Z', question: 'Kan ik mijn nummer houden bij een overstap?' }),
    );
    await store.record(verdict({ at: '2026-03-02T09:00:00.000Z', isRight: false }));
    expect(await store.verdicts()).toMatchObject([{ isRight: true, at: '2026-03-02T11:00:00.000Z' }]);
    await store.close();
  });

  it('does not grow by one customer who never stops', async () => {
    const store = await openVerdictStore(temporaryFolder());
    for (let at = 0; at < 1_000; at += 1) await store.record(verdict({ question: `vraag ${at}` }));
    expect(await store.verdicts()).toHaveLength(100);
    await store.record(verdict({ visitor: 'visitor-2' }));
    expect(await store.verdicts()).toHaveLength(101);
    await store.close();
  });

  it('does not grow by one address that says it is many', async () => {
    const store = await openVerdictStore(temporaryFolder());
    const forged = { isIdentified: false, address: 'one' };
    for (let at = 0; at < 600; at += 1) await store.record(verdict({ ...forged, visitor: `visitor-${at}` }));
    expect(await store.verdicts()).toHaveLength(500);
    await store.record(verdict({ ...forged, address: 'two', visitor: 'visitor-x' }));
    expect(await store.verdicts()).toHaveLength(501);
    await store.close();
  });

  it('names people by keys that only it can make', async () => {
    const folder = temporaryFolder();
    const store = await openVerdictStore(folder);
    const other = await openVerdictStore(temporaryFolder());
    const key = store.pseudonym('customer', 'directline', 'anna');
    expect(key).toMatch(/^[\da-f]{64}$/);
    expect(store.pseudonym('customer', 'directline', 'anna')).toBe(key);
    expect(store.pseudonym('customer', 'directlin', 'eanna')).not.toBe(key);
    expect(other.pseudonym('customer', 'directline', 'anna')).not.toBe(key);
    await store.close();
    await other.close();
    const again = await openVerdictStore(folder);
    expect(again.pseudonym('customer', 'directline', 'anna')).toBe(key);
    await again.close();
  });

  it('forgets what is past its date, in the file as well', async () => {
    const folder = temporaryFolder();
    const store = await openVerdictStore(folder);
    await store.record(verdict({ question: 'een oude vraag over glasvezel' }));
    await store.record(verdict({ at: '2026-03-09T09:00:00.000Z' }));
    expect(await store.forgetBefore(new Date('2026-03-05'))).toBe(1);
    expect(await store.verdicts()).toMatchObject([{ at: '2026-03-09T09:00:00.000Z' }]);
    await store.close();
    expect(readFileSync(join(folder, 'conversations.sqlite')).includes('glasvezel')).toBe(false);
  });

  it('keeps what was learned when the verdicts have gone', async () => {
    const store = await openVerdictStore(temporaryFolder());
    await store.record(verdict());
    await store.keepLearned([LEARNED], () => true);
    await store.forgetBefore(new Date('2027-01-01'));
    expect(await store.wordings()).toEqual([LEARNED]);
    await store.close();
  });

  it('drops what is learned no more, and what belongs to no item', async () => {
    const store = await openVerdictStore(temporaryFolder());
    const refused = { ...LEARNED, id: 'w2', itemId: 'forum:gone', standing: 'refused' as const };
    await store.review([refused]);
    await store.keepLearned([LEARNED], () => true);
    await store.keepLearned([], (id) => id !== 'forum:gone');
    expect(await store.wordings()).toEqual([]);
    await store.close();
  });

  it('lets a person decide over what was learned', async () => {
    const store = await openVerdictStore(temporaryFolder());
    await store.keepLearned([LEARNED], () => true);
    await store.review([{ ...LEARNED, standing: 'refused' }]);
    await store.keepLearned([LEARNED], () => true);
    expect(await store.wordings()).toMatchObject([{ id: 'w1', standing: 'refused' }]);
    await store.close();
  });
});
