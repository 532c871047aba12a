import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebchatStore } from '../../bot/contracts/webchat.js';

export interface StoreUnderTest {
  readonly store: WebchatStore;
  close(): Promise<void>;
}

/** What every webchat store does, whatever it is made of. */
export function describeWebchatStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`webchat store: ${name}`, () => {
    let subject: StoreUnderTest;
    let store: WebchatStore;
    const conversation = { id: 'c1', userId: 'dl_anna', startedAt: '2026-03-01T10:00:00.000Z' };

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.close());

    const message = (id: string, text = id) => ({ id, type: 'message', text });
    const texts = async (after: number, limit = 100) =>
      (await store.after('c1', after, limit)).map(({ sequence, activity }) => [sequence, activity.text]);

    test('starts a conversation once', async () => {
      expect(await store.start(conversation)).toBe(true);
      expect(await store.start({ ...conversation, userId: 'dl_other' })).toBe(false);
      expect(await store.find('c1')).toEqual(conversation);
    });

    test('does not know a conversation that was never started', async () => {
      expect(await store.find('c1')).toBeNull();
      expect(await store.after('c1', 0, 10)).toEqual([]);
      await expect(store.append('c1', message('a'))).rejects.toThrow();
    });

    test('numbers activities from 1 in the order they came', async () => {
      await store.start(conversation);
      expect(await store.append('c1', message('a'))).toEqual({ sequence: 1, isNew: true });
      expect(await store.append('c1', message('b'))).toEqual({ sequence: 2, isNew: true });
      expect(await texts(0)).toEqual([
        [1, 'a'],
        [2, 'b'],
      ]);
    });

    test('keeps the first activity of an id and its number', async () => {
      await store.start(conversation);
      await store.append('c1', message('a', 'first'));
      await store.append('c1', message('b'));
      expect(await store.append('c1', message('a', 'second'))).toEqual({ sequence: 1, isNew: false });
      expect(await texts(0)).toEqual([
        [1, 'first'],
        [2, 'b'],
      ]);
    });

    test('gives what came after a number, at most the limit', async () => {
      await store.start(conversation);
      for (const id of ['a', 'b', 'c', 'd']) await store.append('c1', message(id));
      expect(await texts(1, 2)).toEqual([
        [2, 'b'],
        [3, 'c'],
      ]);
      expect(await texts(4)).toEqual([]);
    });

    test('gives no more bytes than asked for, but always one activity', async () => {
      await store.start(conversation);
      const bytes = (activity: object) => Buffer.byteLength(JSON.stringify(activity));
      const [a, b, c] = [message('a', 'é'), message('b', '€'.repeat(50)), message('c')];
      for (const activity of [a, b, c]) await store.append('c1', activity);
      const sequences = async (after: number, most: number) =>
        (await store.after('c1', after, 100, most)).map(({ sequence }) => sequence);
      expect(await sequences(0, bytes(a) + bytes(b))).toEqual([1, 2]);
      expect(await sequences(0, bytes(a) + bytes(b) - 1)).toEqual([1]);
      expect(await sequences(1, 1)).toEqual([2]);
      expect(await sequences(2, 10_000)).toEqual([3]);
      expect(await sequences(3, 10_000)).toEqual([]);
    });

    test('takes nothing new into a conversation without room, but knows what it has', async () => {
      await store.start(conversation);
      const first = message('a', '€'.repeat(100));
      const bytes = Buffer.byteLength(JSON.stringify(first));
      const room = { activities: 10, bytes };
      await store.append('c1', first, room);
      await expect(store.append('c1', message('b'), room)).rejects.toMatchObject({
        code: 'WEBCHAT_CONVERSATION_FULL',
        facts: { activities: 1, bytes },
      });
      expect(await store.append('c1', message('a'), room)).toEqual({ sequence: 1, isNew: false });
      expect(await store.append('c1', message('c'), { activities: 10, bytes: bytes + 1 })).toEqual({
        sequence: 2,
        isNew: true,
      });
      await expect(store.append('c1', message('d'), { activities: 2, bytes: 1_000_000 })).rejects.toThrow();
      // Whoever names no room always gets in: the bot, and the people of the company.
      expect(await store.append('c1', message('e'))).toEqual({ sequence: 3, isNew: true });
      expect((await texts(0)).map(([sequence]) => sequence)).toEqual([1, 2, 3]);
    });

    test('keeps conversations apart, also where ids are the same', async () => {
      await store.start(conversation);
      await store.start({ ...conversation, id: 'c2' });
      await store.append('c1', message('a'));
      expect(await store.append('c2', message('a', 'other'))).toEqual({ sequence: 1, isNew: true });
      expect(await texts(0)).toEqual([[1, 'a']]);
    });

    test('gives an activity back as it was, unknown fields too', async () => {
      await store.start(conversation);
      const activity = {
        id: 'a',
        type: 'message',
        text: 'één "tekst"\n😀 \\ \u2028',
        value: { action: 'feedback', nested: [1, null, { deep: true }] },
        channelData: { clientActivityID: 'x1' },
        somethingNew: 'kept',
      };
      await store.append('c1', activity);
      expect((await store.after('c1', 0, 1)).map((row) => row.activity)).toEqual([activity]);
    });

    test('numbers activities that come at the same time without gap or double', async () => {
      await store.start(conversation);
      const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
      const appended = await Promise.all(ids.map((id) => store.append('c1', message(id))));
      expect(appended.map((row) => row.sequence).sort((a, b) => a - b)).toEqual(
        ids.map((_, index) => index + 1),
      );
    });
  });
}
