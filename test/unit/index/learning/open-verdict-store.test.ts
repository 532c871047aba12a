import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVerdictStore, type SettledWording } from '../../../../index/learning/open-verdict-store.js';
import { openDatabase } from '../../../../index/platform/database.js';
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
const newPath = () => join(temporaryFolder(), 'verdicts.sqlite');

describe('the verdict store', () => {
  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'x'.repeat(100_000))],
    ['was cut in half', (path: string) => truncateSync(path, 8_192)],
  ])('says what to do with a file that %s', (_, spoil) => {
    const path = newPath();
    openVerdictStore(path).close();
    spoil(path);
    expect(() => openVerdictStore(path)).toThrow(
      expect.objectContaining({ code: 'DATABASE_UNUSABLE', message: expect.stringContaining('backup') }),
    );
  });

  it('keeps a verdict for whoever opens it next', () => {
    const path = newPath();
    const writer = openVerdictStore(path);
    writer.record(verdict());
    const reader = openVerdictStore(path);
    expect(reader.verdicts()).toEqual([verdict()]);
    writer.record(verdict({ visitor: 'visitor-2', at: '2026-03-02T10:00:00.000Z' }));
    expect(reader.verdicts()).toHaveLength(2);
    reader.close();
    writer.close();
  });

  it('keeps the last word of a person on an item and a wording', () => {
    const store = openVerdictStore(newPath());
    store.record(verdict({ at: '2026-03-02T10:00:00.000Z', isRight: false }));
    store.record(
      verdict({ at: '2026-03-02T11:00:00.000Z', question: 'Kan ik mijn nummer houden bij een overstap?' }),
    );
    store.record(verdict({ at: '2026-03-02T09:00:00.000Z', isRight: false }));
    expect(store.verdicts()).toMatchObject([{ isRight: true, at: '2026-03-02T11:00:00.000Z' }]);
    store.close();
  });

  it('does not grow by one customer who never stops', () => {
    const store = openVerdictStore(newPath());
    for (let at = 0; at < 1_000; at += 1) store.record(verdict({ question: `vraag ${at}` }));
    expect(store.verdicts()).toHaveLength(100);
    store.record(verdict({ visitor: 'visitor-2' }));
    expect(store.verdicts()).toHaveLength(101);
    store.close();
  });

  it('does not grow by one address that says it is many', () => {
    const store = openVerdictStore(newPath());
    const forged = { isIdentified: false, address: 'one' };
    for (let at = 0; at < 600; at += 1) store.record(verdict({ ...forged, visitor: `visitor-${at}` }));
    expect(store.verdicts()).toHaveLength(500);
    store.record(verdict({ ...forged, address: 'two', visitor: 'visitor-x' }));
    expect(store.verdicts()).toHaveLength(501);
    store.close();
  });

  it('keeps what an earlier version knew, as said by nobody whom the company knows', () => {
    const path = newPath();
    const older = openDatabase(path);
    older.exec(`
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
      INSERT INTO wording VALUES ('w1', 'forum:porting', 'nummer houden', 'learned', 3, 0, '2026-03-02T09:00:00.000Z');
      PRAGMA user_version = 1;`);
    older.close();
    for (const _ of [1, 2]) {
      const store = openVerdictStore(path);
      expect(store.verdicts()).toMatchObject([{ visitor: 'v', isIdentified: false, address: '' }]);
      expect(store.wordings()).toEqual([{ ...LEARNED, knownConfirmations: 0 }]);
      store.close();
    }
  });

  it('names people by keys that only it can make', () => {
    const path = newPath();
    const store = openVerdictStore(path);
    const other = openVerdictStore(newPath());
    const key = store.pseudonym('customer', 'directline', 'anna');
    expect(key).toMatch(/^[\da-f]{64}$/);
    expect(store.pseudonym('customer', 'directline', 'anna')).toBe(key);
    expect(store.pseudonym('customer', 'directlin', 'eanna')).not.toBe(key);
    expect(other.pseudonym('customer', 'directline', 'anna')).not.toBe(key);
    store.close();
    other.close();
    const again = openVerdictStore(path);
    expect(again.pseudonym('customer', 'directline', 'anna')).toBe(key);
    again.close();
  });

  it('forgets what is past its date, in the file as well', () => {
    const path = newPath();
    const store = openVerdictStore(path);
    store.record(verdict({ question: 'een oude vraag over glasvezel' }));
    store.record(verdict({ at: '2026-03-09T09:00:00.000Z' }));
    expect(store.forgetBefore(new Date('2026-03-05'))).toBe(1);
    expect(store.verdicts()).toMatchObject([{ at: '2026-03-09T09:00:00.000Z' }]);
    expect(readFileSync(path).includes('glasvezel')).toBe(false);
    expect(readFileSync(`${path}-wal`).includes('glasvezel')).toBe(false);
    store.close();
  });

  it('forgets a conversation', () => {
    const store = openVerdictStore(newPath());
    store.record(verdict());
    store.record(verdict({ visitor: 'visitor-2', conversation: 'conversation-2' }));
    expect(store.forgetConversation('conversation-1')).toBe(1);
    expect(store.verdicts()).toMatchObject([{ conversation: 'conversation-2' }]);
    store.close();
  });

  it('keeps what was learned when the verdicts have gone', () => {
    const store = openVerdictStore(newPath());
    store.record(verdict());
    store.keepLearned([LEARNED], () => true);
    store.forgetBefore(new Date('2027-01-01'));
    expect(store.wordings()).toEqual([LEARNED]);
    store.close();
  });

  it('drops what is learned no more, and what belongs to no item', () => {
    const store = openVerdictStore(newPath());
    const refused = { ...LEARNED, id: 'w2', itemId: 'forum:gone', standing: 'refused' as const };
    store.review(refused);
    store.keepLearned([LEARNED], () => true);
    store.keepLearned([], (id) => id !== 'forum:gone');
    expect(store.wordings()).toEqual([]);
    store.close();
  });

  it('lets a person decide over what was learned', () => {
    const store = openVerdictStore(newPath());
    store.keepLearned([LEARNED], () => true);
    store.review({ ...LEARNED, standing: 'refused' });
    store.keepLearned([LEARNED], () => true);
    expect(store.wordings()).toMatchObject([{ id: 'w1', standing: 'refused' }]);
    store.close();
  });
});
