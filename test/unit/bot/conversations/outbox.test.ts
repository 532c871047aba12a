import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../bot/contracts.js';
import { createConversationChanges } from '../../../../bot/conversations/conversation-changes.js';
import { recordVisit } from '../../../../bot/conversations/inbox.js';
import { createOutbox, type Outbox } from '../../../../bot/conversations/outbox.js';
import { queueMessages } from '../../../../bot/conversations/queue-messages.js';
import { MOST_ATTEMPTS, retryDelay } from '../../../../bot/conversations/retry-delay.js';
import type { Store } from '../../../../bot/conversations/store.js';
import { createTimers, type TimerAction, type Timers } from '../../../../bot/conversations/timers.js';
import { silentLog } from '../../../../index/platform/log.js';
import { openTestStore } from '../support/open-test-store.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { botSays, incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';

describe('the outbox', () => {
  let store: Store;
  let clock: SetClock;
  let transport: RecordingTransport;
  let outbox: Outbox;
  let timers: Timers;
  let id: string;

  beforeEach(async () => {
    store = await openTestStore();
    clock = new SetClock();
    transport = new RecordingTransport();
    const render = (message: OutgoingMessage) => ({ type: 'message', text: message.text });
    outbox = createOutbox({
      store,
      clock,
      log: silentLog,
      changes: createConversationChanges(() => {}),
      channelOf: (channelId) => (channelId === 'test' ? { channelId, render, transport } : undefined),
    });
    const nothing: TimerAction = { within: async () => {}, after: async () => {} };
    const retry: TimerAction = {
      within: async () => {},
      after: (conversation) => outbox.drain(conversation),
    };
    const actions = { 'expire-handoff': nothing, 'tell-place': nothing, 'retry-sending': retry };
    timers = createTimers({ store, clock, log: silentLog, actions });
    id = await recordVisit(store, incoming(''), clock.now().toISOString());
  });
  afterEach(() => store.destroy());

  const queue = (...texts: string[]) =>
    store.transaction().execute((write) =>
      queueMessages(
        write,
        id,
        texts.map((text) => botSays(text)),
        { at: clock.now().toISOString() },
      ),
    );
  const statuses = () =>
    store.selectFrom('messages').select(['text', 'status', 'attempts']).orderBy('sequence').execute();

  it('sends messages in order, each once', async () => {
    await queue('een', 'twee', 'drie');
    await Promise.all([outbox.drain(id), outbox.drain(id)]);
    expect(transport.texts).toEqual(['een', 'twee', 'drie']);
  });

  it('puts an address on what the channel rendered', async () => {
    await queue('een');
    await outbox.drain(id);
    const { id: messageId } = await store.selectFrom('messages').select('id').executeTakeFirstOrThrow();
    expect(transport.sent).toEqual([
      {
        type: 'message',
        text: 'een',
        id: messageId,
        timestamp: '2026-03-02T09:00:00.000Z',
        channelId: 'test',
        from: { id: 'bot-1', name: 'Testbot', role: 'bot' },
        recipient: { id: 'customer-1', name: 'Anna' },
        conversation: { id: 'c1' },
        locale: 'nl-NL',
      },
    ]);
  });

  it('answers an activity only inside a live turn', async () => {
    await queue('een');
    await outbox.drain(id, { transport, replyToId: 'a1' });
    await queue('twee');
    await outbox.drain(id);
    expect(transport.sent.map((activity) => activity.replyToId)).toEqual(['a1', undefined]);
  });

  it('stops at a message that fails and sends it again in time, in order', async () => {
    await queue('een', 'twee');
    transport.failNext(1);
    await outbox.drain(id);
    expect(transport.texts).toEqual([]);
    await outbox.drain(id);
    expect(transport.texts).toEqual([]);
    clock.forward({ seconds: 1 });
    await timers.runDue();
    expect(transport.texts).toEqual(['een', 'twee']);
  });

  it('sends the same id again, so that a repeat shows once', async () => {
    const ids: unknown[] = [];
    const flaky = {
      send: async (activity: { id?: string }) => {
        ids.push(activity.id);
        if (ids.length === 1) throw new Error('answer lost');
        return { id: '' };
      },
    };
    await queue('een');
    await outbox.drain(id, { transport: flaky, replyToId: null });
    await outbox.drain(id, { transport: flaky, replyToId: null });
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('does not wait while the customer is there', async () => {
    await queue('een');
    transport.failNext(1);
    await outbox.drain(id);
    await outbox.drain(id, { transport, replyToId: null });
    expect(transport.texts).toEqual(['een']);
  });

  it('gives a message up in the end and goes on with the next', async () => {
    await queue('een', 'twee');
    transport.failNext(MOST_ATTEMPTS);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await outbox.drain(id);
      clock.forward({ minutes: 10 });
    }
    expect(transport.texts).toEqual(['twee']);
    await expect(statuses()).resolves.toEqual([
      { text: 'een', status: 'failed', attempts: MOST_ATTEMPTS },
      { text: 'twee', status: 'sent', attempts: 0 },
    ]);
  });

  it('keeps messages of a channel that is not plugged in', async () => {
    const other = await recordVisit(store, incoming('', { channelId: 'gone' }), clock.now().toISOString());
    await store
      .transaction()
      .execute((write) => queueMessages(write, other, [botSays('een')], { at: clock.now().toISOString() }));
    await outbox.drain(other);
    await expect(statuses()).resolves.toEqual([{ text: 'een', status: 'queued', attempts: 0 }]);
  });

  it('finds every conversation with something to send', async () => {
    await queue('een');
    await outbox.drainAll();
    expect(transport.texts).toEqual(['een']);
  });
});

describe('the delay before another attempt', () => {
  it.each([
    [1, 1_000],
    [2, 4_000],
    [3, 16_000],
    [4, 64_000],
    [5, 256_000],
    [6, null],
    [7, null],
  ])('after %i attempts is %s ms', (attempts, delayMs) => {
    expect(retryDelay(attempts)).toBe(delayMs);
  });
});
