import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { createBackground } from '../../../../bot/conversations/background.js';
import { createEntrance, type Entrance } from '../../../../bot/reception/entrance.js';
import type { MessageInInbox } from '../../../../bot/reception/inbox-worker.js';
import { pendingMessages } from '../../../../bot/store/messages/inbox.js';
import type { Store } from '../../../../bot/store/store.js';
import { createWebchatStore } from '../../../../bot/store/webchat-store.js';
import { silentLog } from '../../../../index/platform/log.js';
import { openTestStore } from '../support/open-test-store.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { customerSays } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';

describe('the entrance', () => {
  const transport = new RecordingTransport();
  const clock = new SetClock();
  const background = createBackground(silentLog);
  let store: Store;
  let entrance: Entrance;
  let answered: MessageInInbox[];
  let welcomed: string[];
  let apologised: (string | undefined)[];
  /** What the worker does with a message. */
  let answer: () => Promise<void>;

  beforeEach(async () => {
    store = await openTestStore();
    answered = [];
    welcomed = [];
    apologised = [];
    answer = async () => {};
    entrance = createEntrance({
      store,
      clock,
      log: silentLog,
      background,
      worker: {
        answer: async (recorded) => {
          answered.push(recorded);
          await answer();
        },
        welcome: async (conversationId) => void welcomed.push(conversationId),
      },
      apologiseUnwritten: async (activity) => void apologised.push(activity.text),
    });
  });
  afterEach(() => store.destroy());

  const says = (text: string, more: Partial<Activity> = {}) => ({
    activity: customerSays(text, more),
    transport,
  });

  it('writes a message down before it is handled', async () => {
    let waiting: string[] = [];
    answer = async () => {
      const [{ conversation }] = answered as [MessageInInbox];
      waiting = (await pendingMessages(store, conversation.id)).map(({ text }) => text);
    };
    await entrance.receive(says('Hallo'));
    expect(waiting).toEqual(['Hallo']);
    expect(answered).toMatchObject([{ sequence: 1, message: { text: 'Hallo' } }]);
  });

  it('has an activity handled once', async () => {
    await entrance.receive(says('Hallo', { id: 'a1' }));
    await entrance.accept(says('Hallo', { id: 'a1' }));
    expect(answered).toHaveLength(1);
  });

  it('keeps what is overheard, and has nobody answer it', async () => {
    await entrance.receive(says('Hallo', { channelData: { standby: true } }));
    expect(answered).toEqual([]);
    expect(await store.selectFrom('messages').select('status').execute()).toEqual([{ status: 'handled' }]);
  });

  it('believes no client that writes its activities itself that somebody else answers, or rates', async () => {
    const claims = {
      channelData: { standby: true },
      value: { action: 'rate-message', activityId: 'x', isHelpful: true },
    };
    for (const channelId of ['directline', 'webchat', 'emulator']) {
      await entrance.receive(says('Hallo', { channelId, ...claims }));
    }
    expect(answered.map(({ message }) => message.text)).toEqual(['Hallo', 'Hallo', 'Hallo']);
  });

  it('leaves out the rating of a message that nobody knows', async () => {
    const value = { action: 'rate-message', activityId: 'unknown', isHelpful: true };
    await entrance.receive(says('', { value }));
    expect(await store.selectFrom('messages').select('id').execute()).toEqual([]);
  });

  it('keeps the network that the door tells of', async () => {
    await entrance.receive({ ...says('Hallo'), origin: { addressKey: 'k1' } });
    expect(answered[0]?.conversation.reference).toMatchObject({ door: 'webchat', addressKey: 'k1' });
  });

  it('accepts at once, whatever the turn does', async () => {
    let end = () => {};
    answer = () =>
      new Promise((resolve) => {
        end = resolve;
      });
    await entrance.accept(says('Hallo'));
    expect(answered).toHaveLength(1);
    end();
    await background.idle();
    expect(apologised).toEqual([]);
  });

  it('has somebody welcomed without a message', async () => {
    await entrance.welcome(says(''));
    expect(welcomed).toHaveLength(1);
    expect(await pendingMessages(store, welcomed[0] ?? '')).toEqual([]);
  });

  it('tells the customer when a message cannot be handled', async () => {
    answer = async () => {
      throw new Error('broken');
    };
    await entrance.receive(says('Hallo'));
    expect(apologised).toEqual(['Hallo']);
  });

  it('tells nobody of an activity that names nobody', async () => {
    await entrance.receive({ activity: { type: 'message', text: 'Hallo?' }, transport });
    expect(apologised).toEqual([]);
    await expect(
      entrance.accept({ activity: { type: 'message', text: 'Hallo?' }, transport }),
    ).rejects.toMatchObject({ code: 'ACTIVITY_MALFORMED' });
  });

  it('does not accept what cannot be written', async () => {
    await store.schema.alterTable('messages').renameTo('elsewhere').execute();
    await expect(entrance.accept(says('Hallo'))).rejects.toThrow('no such table');
  });

  describe('after a failure', () => {
    beforeEach(async () => {
      const webchat = createWebchatStore(store, clock);
      await webchat.start({ id: 'c1', userId: 'customer-1', startedAt: clock.now().toISOString() });
      await webchat.append('c1', {
        ...customerSays('Hallo', { channelId: 'directline', from: { id: 'customer-1', role: 'user' } }),
        id: 'a1',
      });
      await webchat.append('c1', {
        ...customerSays('[foto.heic]', {
          channelId: 'directline',
          from: { id: 'customer-1', role: 'user' },
          channelData: { refusal: { code: 'FileRefused' } },
        }),
        id: 'a2',
      });
    });

    it('takes in what the web chat had confirmed', async () => {
      const ids = await entrance.recover();
      expect(ids).toHaveLength(1);
      expect(await pendingMessages(store, ids[0] ?? '')).toMatchObject([{ text: 'Hallo', activityId: 'a1' }]);
      expect(await entrance.recover()).toEqual([]);
    });

    it('looks for it only where something failed, and once', async () => {
      expect(await entrance.recoverAfterFailure()).toEqual([]);
      answer = async () => {
        throw new Error('broken');
      };
      await entrance.receive(says('Iets anders'));
      expect(await entrance.recoverAfterFailure()).toHaveLength(1);
      expect(await entrance.recoverAfterFailure()).toEqual([]);
    });

    it('looks again when looking failed', async () => {
      await store.schema.alterTable('messages').renameTo('elsewhere').execute();
      await expect(entrance.recover()).rejects.toThrow();
      await expect(entrance.recoverAfterFailure()).rejects.toThrow();
      await store.schema.alterTable('elsewhere').renameTo('messages').execute();
      expect(await entrance.recoverAfterFailure()).toHaveLength(1);
    });
  });
});
