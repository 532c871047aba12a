import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { SendFailure } from '../../../../bot/contracts/channels.js';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { createConversationChanges } from '../../../../bot/conversations/conversation-changes.js';
import { createTimers, type TimerAction, type Timers } from '../../../../bot/conversations/timers.js';
import { createDoors, type Doors } from '../../../../bot/outbox/doors.js';
import { createOutbox, type Outbox } from '../../../../bot/outbox/outbox.js';
import { type QueueOptions, queueMessages } from '../../../../bot/outbox/queue-messages.js';
import { retryDelay } from '../../../../bot/outbox/retry-delay.js';
import { recordVisit } from '../../../../bot/reception/inbox.js';
import type { Store } from '../../../../bot/store/store.js';
import { silentLog } from '../../../../index/platform/log.js';
import { openTestStore } from '../support/open-test-store.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { botSays, incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';

/** Words that the renderer stumbles over. */
const BROKEN = 'kapot';

/** One activity a line. */
const render = (message: OutgoingMessage): Activity[] => {
  if (message.text === BROKEN) throw new Error('broken');
  return message.text
    .split('\n')
    .map((text) => ({ type: 'message', text: message.chosen ? `${text} (${message.chosen})` : text }));
};

const LATER: SendFailure = { kind: 'later', reason: 'HTTP 500', waitMs: null, scope: 'message', alert: null };
const REFUSED: SendFailure = { kind: 'refused', reason: 'code 100', problem: 'not-accepted' };
const GONE: SendFailure = { kind: 'refused', reason: 'code 551', problem: 'unreachable' };
const TIMED_OUT: SendFailure = { kind: 'unknown', reason: 'timeout', waitMs: 60_000 };

describe('the outbox', () => {
  let store: Store;
  let clock: SetClock;
  let transport: RecordingTransport;
  let doors: Doors;
  let outbox: Outbox;
  let timers: Timers;
  let id: string;

  beforeEach(async () => {
    store = await openTestStore();
    clock = new SetClock();
    transport = new RecordingTransport();
    doors = createDoors(clock);
    doors.plug([{ channelId: 'test', render, isUpdatable: true }], [transport]);
    outbox = newOutbox();
    const nothing: TimerAction = { within: async () => {}, after: async () => {} };
    const retry: TimerAction = {
      within: async () => {},
      after: (conversation) => outbox.drain(conversation),
    };
    timers = createTimers({
      store,
      clock,
      log: silentLog,
      actions: {
        'expire-handoff': nothing,
        'tell-place': nothing,
        'retry-sending': retry,
        'end-elsewhere': nothing,
        'return-to-queue': nothing,
        'offer-ends': nothing,
        'reservation-ends': nothing,
        wake: nothing,
        'first-word': nothing,
        'promise-due': nothing,
        'ask-solved': nothing,
      },
    });
    id = await visit('c1');
  });
  afterEach(() => store.destroy());

  const newOutbox = () =>
    createOutbox({
      store,
      clock,
      log: silentLog,
      doors,
      giveUpHours: 24,
      chance: () => 0.5,
      changes: createConversationChanges(() => {}),
    });
  const visit = (conversationId: string, channelId = 'test') =>
    recordVisit(
      store,
      incoming('', { channelId, conversation: { id: conversationId } }),
      clock.now().toISOString(),
    );
  const queue = (...texts: string[]) =>
    queueIn(
      id,
      texts.map((text) => botSays(text)),
    );
  const queueIn = (
    conversationId: string,
    messages: readonly OutgoingMessage[],
    options: Partial<QueueOptions> = {},
  ) =>
    store
      .transaction()
      .execute((write) =>
        queueMessages(write, conversationId, messages, { at: clock.now().toISOString(), ...options }),
      );
  const rows = () => store.selectFrom('messages').selectAll().orderBy('sequence').execute();
  const statuses = async () =>
    (await rows()).map(({ text, status, attempts }) => ({ text, status, attempts }));
  const pass = async (time: Parameters<SetClock['forward']>[0]) => {
    clock.forward(time);
    await timers.runDue();
    await outbox.resume();
    await outbox.idle();
  };

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
    await pass({ seconds: 1 });
    expect(transport.texts).toEqual(['een', 'twee']);
  });

  it('sends the same id again, so that a repeat can be told', async () => {
    const ids: unknown[] = [];
    const flaky = {
      door: 'webchat',
      send: async (activity: { id?: string }) => {
        ids.push(activity.id);
        if (ids.length === 1) throw new Error('answer lost');
        return { kind: 'sent' as const, id: '' };
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

  it('gets everything through after a channel failed for ten minutes', async () => {
    await queue('een', 'twee');
    let isDown = true;
    const send = transport.send.bind(transport);
    transport.send = async (activity) => (isDown ? LATER : send(activity));
    await outbox.drain(id);
    for (let second = 0; second < 600; second++) await pass({ seconds: 1 });
    isDown = false;
    await pass({ minutes: 5 });
    expect(transport.texts).toEqual(['een', 'twee']);
  });

  it('gives a message up after a day and goes on with the next', async () => {
    await queue('een');
    const send = transport.send.bind(transport);
    let tries = 0;
    transport.send = async (activity) => {
      if (activity.text !== 'een') return send(activity);
      tries += 1;
      return LATER;
    };
    await outbox.drain(id);
    await pass({ minutes: 23 * 60 });
    expect(tries).toBe(2);
    await queue('twee');
    await pass({ minutes: 61 });
    expect(tries).toBe(2);
    expect(transport.texts).toEqual(['twee']);
    expect(await rows()).toMatchObject([
      { status: 'failed', problem: 'gave-up' },
      { status: 'sent', problem: null },
    ]);
  });

  it('sends no answer of days ago after a long stop, but what an agent wrote', async () => {
    await queue('U bent nummer 3');
    await queueIn(id, [botSays('Dag, met Sanne', { speaker: { kind: 'agent', name: 'Sanne' } })]);
    clock.forward({ days: 6 });
    await outbox.drainAll();
    expect(transport.texts).toEqual(['Dag, met Sanne']);
  });

  it('goes on by itself after the store failed', async () => {
    await queue('een');
    const send = transport.send.bind(transport);
    await store.schema.alterTable('timers').renameTo('elsewhere').execute();
    transport.send = async () => LATER;
    await outbox.drain(id);
    await store.schema.alterTable('elsewhere').renameTo('timers').execute();
    transport.send = send;
    await outbox.resume();
    expect(transport.texts).toEqual(['een']);
  });

  it('waits as long as the channel says', async () => {
    await queue('een');
    transport.failWith({ ...LATER, waitMs: 30_000 });
    await outbox.drain(id);
    await pass({ seconds: 29 });
    expect(transport.texts).toEqual([]);
    await pass({ seconds: 1 });
    expect(transport.texts).toEqual(['een']);
  });

  it('gives up at once what the channel refuses, and says why', async () => {
    await queue('een', 'twee');
    transport.failWith(REFUSED);
    await outbox.drain(id);
    expect(transport.texts).toEqual(['twee']);
    expect(await rows()).toMatchObject([
      { status: 'failed', problem: 'not-accepted', lastError: 'code 100' },
      { status: 'sent' },
    ]);
  });

  it('gives up at once what cannot be rendered', async () => {
    await queueIn(id, [botSays(BROKEN), botSays('twee')]);
    await outbox.drain(id);
    expect(transport.texts).toEqual(['twee']);
    expect(await rows()).toMatchObject([{ status: 'failed', problem: 'not-accepted' }, { status: 'sent' }]);
  });

  it('tries nothing more on a customer who cannot be reached, until they are back', async () => {
    await queue('een', 'twee');
    transport.failWith(GONE);
    await outbox.drain(id);
    await outbox.idle();
    expect(await rows()).toMatchObject([
      { status: 'failed', problem: 'unreachable' },
      { status: 'failed', problem: 'unreachable' },
    ]);
    await visit('c1');
    await queue('drie');
    await outbox.drain(id);
    expect(transport.texts).toEqual(['drie']);
  });

  describe('a door that does not send', () => {
    const HELD: SendFailure = {
      kind: 'later',
      reason: 'code 190',
      waitMs: 300_000,
      scope: 'door',
      alert: 'access-ended',
    };

    it('is tried by one message, and all follow when it opens', async () => {
      const other = await visit('c2');
      await queue('een');
      await queueIn(other, [botSays('twee')]);
      transport.failWith(HELD);
      await outbox.drain(id);
      await outbox.drain(other);
      expect(transport.sent).toEqual([]);
      expect(doors.notices()).toEqual([
        { door: 'webchat', alert: 'access-ended', since: '2026-03-02T09:00:00.000Z' },
      ]);
      await pass({ seconds: 299 });
      expect(transport.sent).toEqual([]);
      await pass({ seconds: 2 });
      // The one that found it closed comes after the others.
      expect(transport.texts).toEqual(['twee']);
      expect(doors.notices()).toEqual([]);
      await pass({ seconds: 5 });
      expect(transport.texts).toEqual(['twee', 'een']);
    });

    it('is not held again by a message whose fault it is', async () => {
      await queue('een');
      const send = transport.send.bind(transport);
      transport.send = async (activity) => (activity.text === 'een' ? HELD : send(activity));
      await outbox.drain(id);
      const others = await Promise.all(Array.from({ length: 30 }, (_, n) => visit(`other-${n}`)));
      for (const other of others) {
        await queueIn(other, [botSays('twee')]);
        await outbox.drain(other);
      }
      await pass({ seconds: 301 });
      expect(transport.texts).toHaveLength(30);
      for (let minute = 0; minute < 60; minute++) await pass({ minutes: 1 });
      expect(doors.notices()).toEqual([]);
      await queueIn(others[0] ?? '', [botSays('drie')]);
      await outbox.drain(others[0] ?? '');
      expect(transport.texts).toHaveLength(31);
    });

    it('is tried by one when its time is over, not by all', async () => {
      const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => visit(`other-${n}`)));
      for (const other of ids) await queueIn(other, [botSays('twee')]);
      let tries = 0;
      transport.send = async () => {
        tries += 1;
        return HELD;
      };
      for (const other of ids) await outbox.drain(other);
      expect(tries).toBe(1);
      await pass({ seconds: 301 });
      expect(tries).toBe(2);
    });

    it('does not hold the answer to a request', async () => {
      await queue('een');
      transport.failWith(HELD);
      await outbox.drain(id);
      const reply = Object.assign(new RecordingTransport(), { isReply: true });
      await outbox.drain(id, { transport: reply, replyToId: null });
      expect(reply.texts).toEqual(['een']);
      expect(doors.notices()).toHaveLength(1);
    });

    it('is tried anew after a start, at once', async () => {
      await queue('een');
      transport.failWith(HELD);
      await outbox.drain(id);
      doors = createDoors(clock);
      doors.plug([{ channelId: 'test', render }], [transport]);
      outbox = newOutbox();
      await outbox.drainAll();
      expect(transport.texts).toEqual(['een']);
    });

    it('does not count as an attempt of those who wait', async () => {
      const other = await visit('c2');
      await queue('een');
      await queueIn(other, [botSays('twee')]);
      transport.failWith(HELD);
      await outbox.drain(id);
      await outbox.drain(other);
      expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
    });
  });

  describe('a message of several activities', () => {
    it('is sent under ids of its own, in order', async () => {
      await queue('een\ntwee\ndrie');
      await outbox.drain(id);
      const [row] = await rows();
      expect(transport.sent.map((activity) => activity.id)).toEqual([
        row?.id,
        `${row?.id}#2`,
        `${row?.id}#3`,
      ]);
      expect(row).toMatchObject({ activityId: `sent-${row?.id}#3` });
    });

    it('goes on with the activity that failed', async () => {
      await queue('een\ntwee\ndrie');
      const send = transport.send.bind(transport);
      let isDown = true;
      transport.send = async (activity) => (activity.text === 'twee' && isDown ? LATER : send(activity));
      await outbox.drain(id);
      expect(transport.texts).toEqual(['een']);
      isDown = false;
      // Another program, after a crash.
      outbox = newOutbox();
      await pass({ seconds: 1 });
      expect(transport.texts).toEqual(['een', 'twee', 'drie']);
    });
  });

  describe('a channel that tells what went out', () => {
    beforeEach(() => {
      Object.assign(transport, { lateArrivalMs: 60_000 });
    });
    const arrives = (place: number) =>
      store
        .updateTable('messages')
        .set({ arrivals: JSON.stringify([[place, 'mid-1']]) })
        .where('text', '=', 'een')
        .execute();

    it('is not sent again what it tells of after a timeout', async () => {
      await queue('een', 'twee');
      transport.failWith(TIMED_OUT);
      await outbox.drain(id);
      await arrives(0);
      await outbox.drain(id, { transport, replyToId: null });
      expect(transport.texts).toEqual(['twee']);
      expect(await rows()).toMatchObject([{ status: 'sent', activityId: 'mid-1' }, { status: 'sent' }]);
    });

    it('goes on at once with the rest when it tells', async () => {
      await queue('een', 'twee');
      transport.failWith(TIMED_OUT);
      await outbox.drain(id);
      await arrives(0);
      await outbox.drain(id);
      expect(transport.texts).toEqual(['twee']);
    });

    it('is sent again what it says nothing of, but not before', async () => {
      await queue('een');
      transport.failWith(TIMED_OUT);
      await outbox.drain(id);
      await outbox.drain(id, { transport, replyToId: null });
      await pass({ seconds: 59 });
      expect(transport.texts).toEqual([]);
      await pass({ seconds: 1 });
      expect(transport.texts).toEqual(['een']);
    });

    it('is waited for after a crash in the middle of sending', async () => {
      await queue('een');
      transport.send = () => new Promise(() => {});
      void outbox.drain(id);
      await expect.poll(async () => (await rows())[0]?.uncertainUntil).not.toBeNull();
      // Another program takes over.
      const sent: unknown[] = [];
      transport.send = async (activity) => {
        sent.push(activity.text);
        return { kind: 'sent', id: 'x' };
      };
      outbox = newOutbox();
      await outbox.drainAll();
      expect(sent).toEqual([]);
      await pass({ seconds: 60 });
      expect(sent).toEqual(['een']);
    });
  });

  describe('a message in the place of another', () => {
    const updates: unknown[] = [];
    beforeEach(() => {
      updates.length = 0;
      Object.assign(transport, {
        update: async (activity: Activity) => {
          updates.push([activity.id, activity.text]);
          return { kind: 'sent', id: activity.id };
        },
      });
    });
    const place = (text: string) => ({ ...botSays(text), collapseKey: 'queue-place' as const });

    it('changes what was said, as long as nothing else was said', async () => {
      for (const text of ['plaats 3', 'plaats 2', 'plaats 1']) {
        await queueIn(id, [place(text)]);
        await outbox.drain(id);
      }
      const [first] = await rows();
      expect(transport.texts).toEqual(['plaats 3']);
      expect(updates).toEqual([
        [`sent-${first?.id}`, 'plaats 2'],
        [`sent-${first?.id}`, 'plaats 1'],
      ]);
      await queue('Sanne is er');
      await queueIn(id, [place('plaats 1')]);
      await outbox.drain(id);
      expect(transport.texts).toEqual(['plaats 3', 'Sanne is er', 'plaats 1']);
    });

    it('changes only the activities that differ', async () => {
      await queue('een\ntwee');
      await outbox.drain(id);
      const [shown] = await rows();
      await queueIn(id, [botSays('een\nTWEE')], { replacesId: shown?.id ?? '' });
      await outbox.drain(id);
      expect(updates).toEqual([[`sent-${shown?.id}#2`, 'TWEE']]);
    });

    it('is said anew where the channel refuses to change it', async () => {
      Object.assign(transport, { update: async () => GONE });
      await queueIn(id, [place('plaats 2')]);
      await outbox.drain(id);
      await queueIn(id, [place('plaats 1')]);
      await outbox.drain(id);
      expect(transport.texts).toEqual(['plaats 2', 'plaats 1']);
    });

    it('holds up no answer when it only takes choices away', async () => {
      await queue('Bedoelt u een van deze?');
      await outbox.drain(id);
      const [shown] = await rows();
      for (const failure of [LATER, GONE, TIMED_OUT]) {
        Object.assign(transport, { update: async () => failure });
        const chosen = { ...botSays('Bedoelt u een van deze?'), chosen: 'Wifi' };
        await queueIn(id, [chosen], { replacesId: shown?.id ?? '' });
        await queueIn(id, [botSays('Zet het modem uit en aan.')]);
        await outbox.drain(id);
      }
      expect(transport.texts.slice(1)).toEqual(Array(3).fill('Zet het modem uit en aan.'));
    });

    it('is said anew where the channel cannot change what was said', async () => {
      Object.assign(transport, { update: undefined });
      await queueIn(id, [place('plaats 2')]);
      await outbox.drain(id);
      await queueIn(id, [place('plaats 1')]);
      await outbox.drain(id);
      expect(transport.texts).toEqual(['plaats 2', 'plaats 1']);
    });
  });

  it('keeps messages of a channel that is not plugged in', async () => {
    doors = createDoors(clock);
    outbox = newOutbox();
    await queue('een');
    await outbox.drain(id);
    await expect(statuses()).resolves.toEqual([{ text: 'een', status: 'queued', attempts: 0 }]);
  });

  it('finds every conversation with something to send', async () => {
    await queue('een');
    await outbox.drainAll();
    expect(transport.texts).toEqual(['een']);
  });
});

describe('the wait before another attempt', () => {
  it.each([
    [1, 1_000],
    [2, 4_000],
    [3, 16_000],
    [4, 64_000],
    [5, 256_000],
    [6, 300_000],
    [300, 300_000],
  ])('after %i attempts is about %s ms', (attempts, waitMs) => {
    expect(retryDelay(attempts, 0.5)).toBe(waitMs);
    expect(retryDelay(attempts, 0)).toBe(0.8 * waitMs);
    expect(retryDelay(attempts, 1)).toBe(1.2 * waitMs);
  });
});
