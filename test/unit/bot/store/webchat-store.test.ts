import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebchatStore } from '../../../../bot/contracts/webchat.js';
import type { Store } from '../../../../bot/store/store.js';
import { createWebchatStore } from '../../../../bot/store/webchat-store.js';
import { openTestStore } from '../support/open-test-store.js';
import { SetClock } from '../support/set-clock.js';

describe('the web chat store', () => {
  let store: Store;
  let webchat: WebchatStore;
  const conversation = { id: 'w1', userId: 'dl_1', startedAt: '2026-03-02T09:00:00.000Z' };

  beforeEach(async () => {
    store = await openTestStore();
    webchat = createWebchatStore(store, new SetClock());
  });
  afterEach(() => store.destroy());

  it('starts a conversation once', async () => {
    await expect(webchat.start(conversation)).resolves.toBe(true);
    await expect(webchat.start({ ...conversation, userId: 'dl_2' })).resolves.toBe(false);
    await expect(webchat.find('w1')).resolves.toEqual(conversation);
    await expect(webchat.find('w2')).resolves.toBeNull();
  });

  it('numbers activities from 1 and gives them back in order', async () => {
    await webchat.start(conversation);
    for (const id of ['a', 'b', 'c']) await webchat.append('w1', { type: 'message', id });
    await expect(webchat.after('w1', 1, 10)).resolves.toEqual([
      { sequence: 2, activity: { type: 'message', id: 'b' } },
      { sequence: 3, activity: { type: 'message', id: 'c' } },
    ]);
    await expect(webchat.after('w1', 0, 1)).resolves.toHaveLength(1);
  });

  it('appends an id once and tells its number either way', async () => {
    await webchat.start(conversation);
    await expect(webchat.append('w1', { type: 'message', id: 'a' })).resolves.toEqual({
      sequence: 1,
      isNew: true,
    });
    await webchat.append('w1', { type: 'message', id: 'b' });
    await expect(webchat.append('w1', { type: 'message', id: 'a' })).resolves.toEqual({
      sequence: 1,
      isNew: false,
    });
  });

  it('gives different numbers to activities appended at once', async () => {
    await webchat.start(conversation);
    const ids = Array.from({ length: 20 }, (_, index) => `a${index}`);
    const appended = await Promise.all(ids.map((id) => webchat.append('w1', { type: 'message', id })));
    expect(appended.map((result) => result.sequence).sort((a, b) => a - b)).toEqual(
      ids.map((_, index) => index + 1),
    );
  });

  it('refuses an activity of a conversation that never started', async () => {
    await expect(webchat.append('w9', { type: 'message', id: 'a' })).rejects.toMatchObject({
      code: 'WEBCHAT_CONVERSATION_UNKNOWN',
    });
  });
});
