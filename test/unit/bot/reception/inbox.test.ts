import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordIncoming, recordVisit } from '../../../../bot/reception/inbox.js';
import { findConversation } from '../../../../bot/store/conversations.js';
import { pendingMessages } from '../../../../bot/store/messages/inbox.js';
import { conversationsBegun, conversationsWith } from '../../../../bot/store/messages/left-messages.js';
import { countAttempt, markHandled } from '../../../../bot/store/messages/messages.js';
import type { Store } from '../../../../bot/store/store.js';
import { openTestStore } from '../support/open-test-store.js';
import { incoming } from '../support/samples.js';

const AT = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-02T09:05:00.000Z';

describe('the inbox', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.destroy());

  it('begins a conversation with its first message', async () => {
    const received = await recordIncoming(store, incoming('Hallo'), AT);
    expect(received).toMatchObject({
      conversation: { channelId: 'test', customerName: 'Anna', state: 'with-bot' },
      sequence: 1,
    });
    const kept = await findConversation(store, received?.conversation.id ?? '');
    expect(received?.conversation).toEqual(kept);
  });

  it('keeps messages in the order they came', async () => {
    const first = await recordIncoming(store, incoming('een'), AT);
    await recordIncoming(store, incoming('twee'), AT);
    await recordIncoming(store, incoming('drie'), AT);
    const pending = await pendingMessages(store, first?.conversation.id ?? '');
    expect(pending.map((message) => message.text)).toEqual(['een', 'twee', 'drie']);
  });

  it('takes an activity once', async () => {
    const first = await recordIncoming(store, incoming('Hallo', { id: 'a1' }), AT);
    await expect(recordIncoming(store, incoming('Hallo', { id: 'a1' }), LATER)).resolves.toBeNull();
    await expect(pendingMessages(store, first?.conversation.id ?? '')).resolves.toHaveLength(1);
  });

  it('takes the same id again in another conversation', async () => {
    await recordIncoming(store, incoming('Hallo', { id: 'a1' }), AT);
    const other = await recordIncoming(
      store,
      incoming('Hallo', { id: 'a1', conversation: { id: 'c2' } }),
      AT,
    );
    expect(other).not.toBeNull();
  });

  it('takes the newest address of a conversation', async () => {
    const first = await recordIncoming(store, incoming('a', { serviceUrl: 'https://old.example' }), AT);
    await recordIncoming(
      store,
      incoming('b', { serviceUrl: 'https://new.example', from: { id: 'customer-1' } }),
      AT,
    );
    const conversation = await findConversation(store, first?.conversation.id ?? '');
    expect(conversation?.reference.serviceUrl).toBe('https://new.example');
    expect(conversation?.customerName).toBe('Anna');
  });

  it('knows the conversation of a visitor who said nothing', async () => {
    const id = await recordVisit(store, incoming(''), AT);
    await expect(pendingMessages(store, id)).resolves.toEqual([]);
    await expect(recordIncoming(store, incoming('Hallo'), LATER)).resolves.toMatchObject({
      conversation: { id },
      sequence: 1,
    });
  });

  it('tells what a stopped program left, and what of it was begun', async () => {
    const first = await recordIncoming(store, incoming('een'), AT);
    const id = first?.conversation.id ?? '';
    await recordIncoming(store, incoming('twee'), AT);
    expect(await conversationsWith(store, 'received')).toEqual([id]);
    expect(await conversationsBegun(store)).toEqual([]);
    const [begun] = await pendingMessages(store, id);
    await countAttempt(store, [begun?.id ?? '']);
    const pending = await pendingMessages(store, id);
    expect(pending.map((message) => message.attempts)).toEqual([1, 0]);
    expect(await conversationsBegun(store)).toEqual([id]);
    await store.transaction().execute((write) => markHandled(write, pending, null, LATER));
    expect(await conversationsWith(store, 'received')).toEqual([]);
    expect(await conversationsBegun(store)).toEqual([]);
  });
});
