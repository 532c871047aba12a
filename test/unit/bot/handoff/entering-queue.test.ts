import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveHandoff } from '../../../../bot/handoff/move-handoff.js';
import { placeInQueue } from '../../../../bot/handoff/queue.js';
import { recordVisit } from '../../../../bot/reception/inbox.js';
import { findConversation, lockConversation } from '../../../../bot/store/conversations.js';
import type { Store } from '../../../../bot/store/store.js';
import { openTestStore } from '../support/open-test-store.js';
import { incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';
import { TestBot } from '../support/test-bot.js';

describe('two transactions that enter the queue at once', () => {
  let store: Store;
  const now = new SetClock().now();
  const rules = { now, expireMs: 30 * 60_000 };
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.destroy());

  /** Counts a place as a turn does, lets everything else run, and only then takes it. Returns what was told. */
  async function enter(name: string): Promise<{ counted: number; remembered: number | null }> {
    const at = now.toISOString();
    const id = await recordVisit(store, incoming('', { conversation: { id: name } }), at);
    return store.transaction().execute(async (write) => {
      const conversation = await lockConversation(write, id, at);
      if (!conversation) return { counted: Number.NaN, remembered: null };
      const counted = await placeInQueue(write, conversation.handoff, rules);
      for (let turns = 0; turns < 10; turns++) await setImmediate();
      await moveHandoff(write, conversation, 'request', rules);
      const entered = await findConversation(write, id);
      return { counted, remembered: entered?.handoff?.toldPlace ?? null };
    });
  }

  // So many that the ids, which are random, cannot happen to sort as they came in.
  const names = [...'abcdefghij'];
  const places = names.map((_, index) => index + 1);

  it('are told different places, each the one it gets, also within one millisecond', async () => {
    const told = await Promise.all(names.map(enter));
    expect(told.map(({ counted }) => counted).sort((a, b) => a - b)).toEqual(places);
    for (const { counted, remembered } of told) expect(remembered).toBe(counted);
  });

  it('overtake nobody', async () => {
    await Promise.all(names.map(enter));
    expect(
      await store.selectFrom('timers').select('kind').where('kind', '=', 'tell-place').execute(),
    ).toEqual([]);
  });
});

describe('customers who ask for a person at once', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  it('hear different places', async () => {
    const names = ['a', 'b', 'c'];
    const ask = (id: string) =>
      test.say('Ik wil graag een medewerker spreken', {
        conversation: { id },
        from: { id: `customer-${id}`, name: id },
      });
    await Promise.all(names.map(ask));
    const told = names.map((name) => test.newMessages(name).at(-1)?.status?.queuePosition);
    expect(told.sort()).toEqual([1, 2, 3]);
  });
});
