import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const ASK = 'Ik wil graag een medewerker spreken';

let test: TestBot;
let noor: DeskSession;
beforeEach(async () => {
  test = await TestBot.open();
  noor = await signIn(test);
  await desk().present(noor.agent.id);
});
afterEach(() => test.bot.stop());

const desk = () => test.bot.desk;
const sql = (text: string) => test.database.exec(text);
const say = (name: string, text: string) =>
  test.say(text, { conversation: { id: name }, from: { id: `customer-${name}`, name } });

/** A customer who asks for a person; gives the id of their conversation. */
async function queueUp(name: string): Promise<string> {
  await say(name, ASK);
  test.newMessages(name);
  test.clock.forward({ seconds: 1 });
  const entries = await desk().entries();
  return entries.find((entry) => entry.customerName === name)?.conversationId ?? 'missing';
}

async function helped(name: string): Promise<string> {
  const id = await queueUp(name);
  await desk().claim(id, noor.agent);
  await test.bot.idle();
  test.newMessages(name);
  return id;
}

async function answeredElsewhere(name: string): Promise<void> {
  await test.bot.takeEvent({
    kind: 'answered-elsewhere',
    of: { channelId: 'test', conversationId: name },
    door: 'webchat',
    from: { id: `customer-${name}` },
    recipient: { id: 'bot-1' },
    place: 'Meta Business Suite',
    activityId: null,
    text: 'Dag',
    at: test.clock.now().toISOString(),
  });
}

/** Lets the watchdog look, and what it sets going come to its end. */
async function watch(): Promise<number> {
  const found = await test.bot.repairLimbo();
  await test.bot.idle();
  return found;
}

const states = async () => (await desk().entries()).map((entry) => [entry.customerName, entry.state]);
const timers = () => test.rows('select kind, dueAt from timers order by kind');
const kindsTold = () =>
  test.logLines.flatMap((line) => {
    const { level, kind } = JSON.parse(line) as { level: unknown; kind?: string };
    return kind !== undefined && (level === 'error' || level === 50) ? [kind] : [];
  });
const inMinutes = (minutes: number) => new Date(test.clock.now().getTime() + minutes * 60_000).toISOString();
const pass = async (time: { minutes?: number; seconds?: number }) => {
  test.clock.forward(time);
  await test.bot.runDueTimers();
};

describe('the watchdog', () => {
  it('gives a wait without an end its end, at which the customer is told', async () => {
    await queueUp('a');
    sql("delete from timers where kind = 'expire-handoff'");
    test.clock.forward({ minutes: 10 });
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['waiting-without-end']);
    expect(test.newTexts('a')).toEqual([]);
    await pass({ minutes: 20 });
    expect(test.newMessages('a').map((message) => message.status?.handoff)).toEqual(['expired']);
  });

  it('ends a wait at once that should have ended long ago', async () => {
    await queueUp('a');
    sql("delete from timers where kind = 'expire-handoff'");
    test.clock.forward({ minutes: 60 });
    await watch();
    expect(test.newMessages('a').map((message) => message.status?.handoff)).toEqual(['expired']);
  });

  it.each(['null', '0', '7'])('tells a place to whoever was told %s', async (place) => {
    await queueUp('a');
    sql(`update handoffs set toldPlace = ${place}`);
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['waiting-untold']);
    expect(test.newMessages('a').map((message) => message.status?.queuePosition)).toEqual([1]);
  });

  it('puts back into the queue what nobody has, and tells the customer', async () => {
    await helped('a');
    sql('update handoffs set agentId = null, agentName = null');
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['held-by-nobody']);
    expect(await states()).toEqual([['a', 'waiting']]);
    expect(test.newMessages('a').map((message) => message.status)).toEqual([
      { handoff: 'waiting', agentName: null, queuePosition: 1 },
    ]);
    expect(timers()).toEqual([{ kind: 'expire-handoff', dueAt: inMinutes(30) }]);
  });

  it.each([
    ['does not exist', 'delete from agents'],
    ['is locked', "update agents set lockedAt = '2026-01-01T00:00:00.000Z'"],
    ['has no session', 'delete from sessions'],
    ['has a session that has ended', "update sessions set expiresAt = '2026-01-01T00:00:00.000Z'"],
  ])('puts back first in line what an account has that %s', async (_state, statement) => {
    await helped('a');
    await queueUp('b');
    sql(statement);
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['held-by-gone']);
    expect(await states()).toEqual([
      ['a', 'waiting'],
      ['b', 'waiting'],
    ]);
    const [told, ...more] = test.newMessages('a');
    expect(told?.text).toContain('Noor moest weg');
    expect(told?.status?.queuePosition).toBe(1);
    expect(more).toEqual([]);
  });

  it('gives an agent without a page the time to come back, and their customer to others after it', async () => {
    await helped('a');
    await desk().left(noor.agent.id);
    sql("delete from timers where kind = 'return-to-queue'");
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['held-by-absent']);
    expect(test.newTexts('a')).toEqual([]);
    await pass({ minutes: 2 });
    expect(await states()).toEqual([['a', 'waiting']]);
  });

  it('lets the bot speak again one day where a person elsewhere has a conversation without an end', async () => {
    await answeredElsewhere('a');
    sql("delete from timers where kind = 'end-elsewhere'");
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['elsewhere-without-end']);
    await pass({ minutes: 12 * 60 });
    await say('a', 'Waarom doet mijn wifi het niet?');
    expect(test.newTexts('a').join()).toContain('modem');
  });

  it.each([
    ['expire-handoff', 'return-to-queue'],
    ['tell-place', 'end-elsewhere'],
  ])('clears timers of a state that was left: %s and %s', async (one, other) => {
    const id = await helped('a');
    await desk().close(id, noor.agent);
    await test.bot.idle();
    test.newTexts('a');
    for (const kind of [one, other]) {
      sql(`insert into timers (conversationId, kind, dueAt) values ('${id}', '${kind}', '${inMinutes(1)}')`);
    }
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['stale-timer']);
    // It stays closed, so that the customer is still asked about it.
    expect(timers().map(({ kind }) => kind)).toEqual(['ask-solved']);
    expect(test.newTexts('a')).toEqual([]);
  });

  it('has nothing to clear where what was closed is asked for again, or not wanted any more', async () => {
    for (const [customer, words] of [
      ['a', 'medewerker'],
      ['b', 'Laat maar'],
    ] as const) {
      await desk().close(await helped(customer), noor.agent);
      await say(customer, words);
      await test.bot.idle();
    }
    expect(await watch()).toBe(0);
  });

  it('finds the hand-off again that a conversation no longer points to', async () => {
    await queueUp('a');
    sql("update conversations set handoffId = 'nowhere'");
    expect(await watch()).toBeGreaterThanOrEqual(1);
    expect(kindsTold()).toContain('lost-handoff');
    await watch();
    expect(await states()).toEqual([['a', 'waiting']]);
    expect(timers().map(({ kind }) => kind)).toEqual(['expire-handoff']);
    expect(await watch()).toBe(0);
  });

  it('lets a customer choose anew whose hand-off is gone while they waited', async () => {
    await queueUp('a');
    sql('delete from handoffs');
    await watch();
    const [told, ...more] = test.newMessages('a');
    expect(told?.choices.length).toBeGreaterThan(0);
    expect(more).toEqual([]);
    expect(await watch()).toBe(0);
    await say('a', ASK);
    expect(await states()).toEqual([['a', 'waiting']]);
  });

  it('ends a second hand-off of a conversation, so that it stands in front of nobody', async () => {
    await queueUp('a');
    sql(
      "insert into handoffs (id, conversationId, state, reason, question, createdAt, requestedAt) select 'second', conversationId, state, reason, question, createdAt, '2026-01-01T00:00:00.000Z' from handoffs",
    );
    await watch();
    expect(kindsTold()).toContain('second-handoff');
    expect(test.rows("select id from handoffs where state = 'waiting'")).toHaveLength(1);
    expect(await watch()).toBe(0);
  });

  it('sends what nothing would have sent', async () => {
    test.transport.failNext(1);
    await say('a', 'Waarom doet mijn wifi het niet?');
    sql('delete from timers');
    sql('update messages set nextAttemptAt = null');
    expect(await watch()).toBe(0);
    test.clock.forward({ minutes: 1 });
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['unsent']);
    expect(test.newTexts('a').join()).toContain('modem');
  });

  it('handles what nobody has heard', async () => {
    await say('a', 'Waarom doet mijn wifi het niet?');
    test.newTexts('a');
    sql("update messages set status = 'received', handledAt = null where direction = 'in'");
    test.clock.forward({ minutes: 1 });
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['unheard']);
    expect(test.newTexts('a').join()).toContain('modem');
  });

  it('logs once what it cannot repair, and tries again', async () => {
    test.transport.failNext(1);
    await say('a', 'Waarom doet mijn wifi het niet?');
    sql('delete from timers');
    sql(`update conversations set reference = replace(reference, '"door":"webchat"', '"door":"gone"')`);
    test.clock.forward({ minutes: 1 });
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(1);
    expect(kindsTold()).toEqual(['unsent']);
    sql(`update conversations set reference = replace(reference, '"door":"gone"', '"door":"webchat"')`);
    await watch();
    expect(test.newTexts('a').join()).toContain('modem');
  });

  it('tells the desk of what it changed, and writes no words of customers into the log', async () => {
    const id = await helped('a');
    const changed: string[] = [];
    desk().onChange((conversationId) => changed.push(conversationId));
    sql('delete from sessions');
    const before = test.logLines.length;
    await test.bot.repairLimbo();
    expect(changed).toContain(id);
    expect(test.logLines.slice(before).join()).not.toContain(ASK);
  });

  it('leaves everybody alone who is where they should be', async () => {
    await helped('with-noor');
    await queueUp('waits');
    await queueUp('waits-too');
    await answeredElsewhere('elsewhere');
    await say('asks', 'Waarom doet mijn wifi het niet?');
    const away = await helped('away');
    sql(
      `insert into timers (conversationId, kind, dueAt) values ('${away}', 'return-to-queue', '${inMinutes(2)}')`,
    );
    await test.bot.idle();
    for (const name of ['with-noor', 'waits', 'waits-too', 'elsewhere', 'asks', 'away']) test.newTexts(name);
    const rows = () => [
      timers(),
      test.rows('select * from handoffs'),
      test.rows('select * from conversations'),
    ];
    const before = rows();
    expect(await watch()).toBe(0);
    expect(rows()).toEqual(before);
    expect(kindsTold()).toEqual([]);
    for (const name of ['with-noor', 'waits', 'waits-too', 'elsewhere', 'asks', 'away']) {
      expect(test.newTexts(name)).toEqual([]);
    }
  });
});
