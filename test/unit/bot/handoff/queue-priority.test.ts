import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent, HandoffPriority } from '../../../../bot/contracts/desk.js';
import { moveHandoff, type Opening } from '../../../../bot/handoff/move-handoff.js';
import { expectedPlace } from '../../../../bot/handoff/queue.js';
import { recordVisit } from '../../../../bot/reception/inbox.js';
import { lockConversation } from '../../../../bot/store/conversations.js';
import { migrations } from '../../../../bot/store/migrations.js';
import { openTables } from '../../../../bot/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../../../bot/store/store.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { openTestStore } from '../support/open-test-store.js';
import { incoming } from '../support/samples.js';
import { SetClock } from '../support/set-clock.js';
import { TestBot } from '../support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const EXPIRE_MS = 30 * 60_000;
const opening = (priority?: HandoffPriority): Opening => ({
  reason: 'asked',
  question: 'Vraag',
  bestGuess: null,
  ...(priority ? { priority } : {}),
});

describe('how soon somebody is needed', () => {
  let store: Store;
  const clock = new SetClock();
  const ids = new Map<string, string>();
  beforeEach(async () => {
    store = await openTestStore();
    ids.clear();
  });
  afterEach(() => store.destroy());

  /** A customer asks for a person, for the first time or again. */
  async function asks(name: string, asked: Opening): Promise<void> {
    const id =
      ids.get(name) ??
      (await recordVisit(store, incoming('', { conversation: { id: name } }), clock.now().toISOString()));
    ids.set(name, id);
    clock.forward({ seconds: 1 });
    const now = clock.now();
    await store.transaction().execute(async (write) => {
      const conversation = await lockConversation(write, id, now.toISOString());
      if (conversation) {
        await moveHandoff(write, conversation, 'request', { now, expireMs: EXPIRE_MS, opening: asked });
      }
    });
  }

  async function placeOf(name: string): Promise<number> {
    const conversation = await lockConversation(store, ids.get(name) ?? '', clock.now().toISOString());
    return expectedPlace(store, conversation?.handoff ?? null, { now: clock.now(), expireMs: EXPIRE_MS });
  }

  const places = async () =>
    Object.fromEntries(await Promise.all([...ids.keys()].map(async (name) => [name, await placeOf(name)])));
  const timersOf = async (name: string) =>
    (
      await store
        .selectFrom('timers')
        .select(['kind', 'dueAt'])
        .where('conversationId', '=', ids.get(name) ?? '')
        .execute()
    )
      .map((timer) => `${timer.kind} ${timer.dueAt}`)
      .sort();

  it('comes before how long they wait, and those of one urgency keep their order', async () => {
    await asks('normal 1', opening());
    await asks('high 1', { ...opening(), reason: 'complaint' });
    await asks('urgent 1', opening('urgent'));
    await asks('normal 2', opening());
    await asks('high 2', opening('high'));
    await asks('urgent 2', opening('urgent'));
    expect(await places()).toEqual({
      'urgent 1': 1,
      'urgent 2': 2,
      'high 1': 3,
      'high 2': 4,
      'normal 1': 5,
      'normal 2': 6,
    });
    const now = { now: clock.now(), expireMs: EXPIRE_MS };
    const newcomer = (priority: HandoffPriority) => expectedPlace(store, null, now, priority);
    expect([await newcomer('urgent'), await newcomer('high'), await newcomer('normal')]).toEqual([3, 5, 7]);
  });

  it('is raised by a second request, which moves them up and tells those overtaken only', async () => {
    for (const name of ['first', 'second', 'third', 'fourth']) await asks(name, opening());
    const before = await timersOf('third');
    await asks('third', opening('urgent'));
    expect(await places()).toEqual({ third: 1, first: 2, second: 3, fourth: 4 });
    // Expiry counts on from the first request.
    expect(await timersOf('third')).toEqual(before);
    for (const name of ['first', 'second']) {
      expect((await timersOf(name)).some((timer) => timer.startsWith('tell-place'))).toBe(true);
    }
  });

  it('is never lowered by a second request', async () => {
    await asks('first', opening());
    await asks('danger', opening('urgent'));
    await asks('danger', opening());
    await asks('danger', opening('high'));
    expect(await placeOf('danger')).toBe(1);
  });
});

describe('a queue of some who cannot wait', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  const says = async (id: string, text: string) => {
    await test.say(text, { conversation: { id }, from: { id: `customer-${id}`, name: id } });
    test.clock.forward({ seconds: 1 });
  };
  const ASK = 'Ik wil graag een medewerker spreken';
  const COMPLAINT = 'Ik wil een klacht indienen over de monteur';

  it('tells the place that is really theirs, and those overtaken that they wait longer', async () => {
    await says('a', ASK);
    await says('b', ASK);
    test.newMessages('a');
    await says('klacht', COMPLAINT);
    const [told] = test.newMessages('klacht').slice(-1);
    expect(told?.status?.queuePosition).toBe(1);
    const entries = await test.bot.desk.entries();
    expect(entries.map((entry) => [entry.customerName, entry.priority])).toEqual([
      ['klacht', 'high'],
      ['a', 'normal'],
      ['b', 'normal'],
    ]);

    test.clock.forward({ minutes: 1 });
    await test.bot.runDueTimers();
    const [overtaken] = test.newMessages('a');
    expect(overtaken?.text).toContain('Iemand die eerder hulp nodig heeft, gaat voor.');
    expect(overtaken?.text).toContain('nummer 2');
    expect(overtaken?.status?.queuePosition).toBe(2);

    await test.bot.desk.claim(entries[0]?.conversationId ?? '', SANNE);
    test.clock.forward({ minutes: 1 });
    await test.bot.runDueTimers();
    expect(test.newMessages('a').map((message) => message.status?.queuePosition)).toEqual([1]);
  });

  it('counts an annoyed customer as high', async () => {
    await says('a', ASK);
    await says('boos', 'mijn goudvis is ziek en ik word er gek van!!');
    await says('boos', ASK);
    const [first] = await test.bot.desk.entries();
    expect([first?.customerName, first?.priority]).toEqual(['boos', 'high']);
  });
});

describe('a store of an earlier version', () => {
  it('counts complaints that wait as high and everybody else as normal', async () => {
    const { '005-handoff-priority': added, ...earlier } = migrations;
    const database = openDatabase(':memory:');
    const store = await openTables(database, earlier);
    const at = '2026-01-01T10:00:00.000Z';
    database
      .prepare(
        `insert into conversations (id, channelId, channelConversationId, reference, customerId, customerName, lastSequence,
         createdAt, lastActivityAt) values ('c', 'test', 'c', '{}', 'x', '', 0, ?, ?)`,
      )
      .run(at, at);
    for (const reason of ['complaint', 'asked']) {
      database
        .prepare(
          `insert into handoffs (id, conversationId, state, reason, question, createdAt) values (?, 'c', 'waiting', ?, '', ?)`,
        )
        .run(reason, reason, at);
    }
    await store.transaction().execute(async (write) => added?.(write as never));
    const rows = await store
      .selectFrom('handoffs')
      .select(['id', 'priority', 'returnedAt'])
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { id: 'asked', priority: 0, returnedAt: null },
      { id: 'complaint', priority: 1, returnedAt: null },
    ]);
    await store.destroy();
  });
});
