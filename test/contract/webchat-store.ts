import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebchatStore } from '../../bot/contracts.js';

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
