import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTimers, type TimerAction } from '../../../../bot/conversations/timers.js';
import { recordVisit } from '../../../../bot/reception/inbox.js';
import type { Store } from '../../../../bot/store/store.js';
import { clearTimer, dueAtOf, setTimer } from '../../../../bot/store/timers.js';
import { silentLog } from '../../../../index/platform/log.js';
import { openTestStore } from '../support/open-test-store.js';
import { incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';

describe('timers', () => {
  let store: Store;
  let clock: SetClock;
  let id: string;
  let fired: string[];
  let failures: number;
  /** What happens while one fires, before the next. */
  let meanwhile: (() => Promise<void>) | null;

  beforeEach(async () => {
    store = await openTestStore();
    clock = new SetClock();
    fired = [];
    failures = 0;
    meanwhile = null;
    id = await recordVisit(store, incoming(''), clock.now().toISOString());
  });
  afterEach(() => store.destroy());

  const timersOf = () => {
    const action = (name: string): TimerAction => ({
      within: async () => {
        if (failures-- > 0) throw new Error('broken');
        fired.push(name);
      },
      after: async () => {
        fired.push(`${name} is over`);
        await meanwhile?.();
      },
    });
    const actions = {
      'expire-handoff': action('expire'),
      'tell-place': action('tell'),
      'retry-sending': action('retry'),
      'end-elsewhere': action('speak'),
      'return-to-queue': action('return'),
      'offer-ends': action('offer'),
      'first-word': action('word'),
      'promise-due': action('promise'),
      'ask-solved': action('solved'),
      'reservation-ends': action('reservation'),
      wake: action('wake'),
    };
    return createTimers({ store, clock, log: silentLog, actions });
  };
  const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();

  it('fire when they are due, once', async () => {
    await setTimer(store, 'expire-handoff', id, inSeconds(60));
    const timers = timersOf();
    await timers.runDue();
    expect(fired).toEqual([]);
    clock.forward({ seconds: 60 });
    await Promise.all([timers.runDue(), timers.runDue()]);
    await timers.runDue();
    expect(fired).toEqual(['expire', 'expire is over']);
  });

  it('fire in the order they are due', async () => {
    await setTimer(store, 'expire-handoff', id, inSeconds(20));
    await setTimer(store, 'tell-place', id, inSeconds(10));
    clock.forward({ minutes: 1 });
    await timersOf().runDue();
    expect(fired).toEqual(['tell', 'tell is over', 'expire', 'expire is over']);
  });

  it('can be set anew and cleared', async () => {
    await setTimer(store, 'expire-handoff', id, inSeconds(10));
    await setTimer(store, 'expire-handoff', id, inSeconds(100));
    await setTimer(store, 'tell-place', id, inSeconds(10));
    await expect(clearTimer(store, 'tell-place', id)).resolves.toBe(true);
    await expect(clearTimer(store, 'tell-place', id)).resolves.toBe(false);
    clock.forward({ seconds: 50 });
    await timersOf().runDue();
    expect(fired).toEqual([]);
  });

  it('are tried again a minute after they failed', async () => {
    failures = 1;
    await setTimer(store, 'expire-handoff', id, inSeconds(0));
    const timers = timersOf();
    await timers.runDue();
    expect(fired).toEqual([]);
    clock.forward({ minutes: 1 });
    await timers.runDue();
    expect(fired).toEqual(['expire', 'expire is over']);
  });

  it('leave alone what was set for later while others fired', async () => {
    await setTimer(store, 'tell-place', id, inSeconds(0));
    await setTimer(store, 'first-word', id, inSeconds(1));
    clock.forward({ seconds: 10 });
    meanwhile = () => setTimer(store, 'first-word', id, inSeconds(60));
    const timers = timersOf();
    await timers.runDue();
    expect(fired).toEqual(['tell', 'tell is over']);
    clock.forward({ seconds: 60 });
    await timers.runDue();
    expect(fired).toEqual(['tell', 'tell is over', 'word', 'word is over']);
  });

  it('stay as they were set anew while one of them failed', async () => {
    await setTimer(store, 'expire-handoff', id, inSeconds(0));
    const timers = timersOf();
    failures = 1;
    const fails = timers.runDue();
    // Waits for its turn behind what fails, and comes before what is done about it.
    const transaction = store.transaction().execute(async (write) => {
      await setTimer(write, 'expire-handoff', id, inSeconds(600));
    });
    await Promise.all([fails, transaction]);
    expect(fired).toEqual([]);
    const due = () => dueAtOf(store, 'expire-handoff', id);
    await expect(due()).resolves.toBe(inSeconds(600));
  });

  it('fire all, however many are due', async () => {
    for (let index = 0; index < 120; index++) {
      const conversation = { conversation: { id: `c${index}` } };
      const other = await recordVisit(store, incoming('', conversation), clock.now().toISOString());
      await setTimer(store, 'tell-place', other, inSeconds(0));
    }
    await timersOf().runDue();
    expect(fired.filter((name) => name === 'tell')).toHaveLength(120);
  });
});
