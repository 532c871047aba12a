import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAgent, DeskEntry } from '../../../../bot/contracts/desk.js';
import { snoozeUntil } from '../../../../bot/desk/moves/snooze-time.js';
import type { Schedule } from '../../../../bot/hours/schedule.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { arriveAtDesk } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

let hear: Hear;
beforeAll(() => {
  hear = openHearing();
});

const DONE = { kind: 'done' };
const FILE = {
  capacity: 1,
  weights: { '*': 1 },
  teams: [
    { id: 'billing', name: { nl: 'Facturen', en: 'Billing' }, for: { reasons: ['complaint'] } },
    { id: 'service', name: { nl: 'Service', en: 'Service' } },
  ],
  members: { 'noor@example.com': { teams: ['service'] }, 'tijs@example.com': { teams: ['billing'] } },
};

/** Done at the next look at an account. */
let atLook: (() => void) | null = null;
let test: TestBot;
let noor: DeskAgent;
let tijs: DeskAgent;
let id: string;

async function open(mode: 'claim' | 'offer', file: unknown = null): Promise<void> {
  const path = join(temporaryFolder(), 'teams.json');
  if (file !== null) writeFileSync(path, JSON.stringify(file));
  const teams: Record<string, string> = file === null ? {} : { DESK_TEAMS: path };
  const onStatement = (text: string) => {
    if (!/^select .* from "agents" where "id" =/.test(text)) return;
    const act = atLook;
    atLook = null;
    act?.();
  };
  test = await TestBot.open({ hear, onStatement, settings: { DESK_ASSIGNMENT: mode, ...teams } });
  noor = await arriveAtDesk(test, 'Noor');
  id = await asks('c1');
  if (mode === 'offer') await settle();
  expect(await test.bot.desk.claim(id, noor)).toEqual(DONE);
  tijs = await arriveAtDesk(test, 'Tijs', noor);
  await settle();
  test.newTexts();
}
afterEach(() => test.bot.stop());

async function asks(customer: string): Promise<string> {
  await say('Ik wil graag een medewerker spreken', customer);
  const entry = (await test.bot.desk.entries()).find(({ customerName }) => customerName === customer);
  return entry?.conversationId ?? '';
}
const say = (text: string, customer = 'c1') =>
  test.say(text, { conversation: { id: customer }, from: { id: `customer-${customer}`, name: customer } });
async function settle(seconds = 0): Promise<void> {
  test.clock.forward({ seconds });
  await test.bot.runDueTimers();
  await test.bot.idle();
}
const moves = () => test.bot.deskTools.moves;
const entry = async (): Promise<DeskEntry | undefined> =>
  (await test.bot.desk.entries()).find(({ conversationId }) => conversationId === id);
const to = (agent: DeskAgent) => ({ kind: 'colleague', agentId: agent.id }) as const;

describe('a conversation that is passed on to a colleague', () => {
  it('is kept for them, first in line, with the comment as a note, and the customer hears for whom', async () => {
    await open('claim');
    await asks('c2');
    expect(await moves().transfer(id, noor, to(tijs), 'Kijk jij naar de rekening?')).toEqual(DONE);
    await settle();
    expect((await test.bot.desk.entries())[0]).toMatchObject({
      conversationId: id,
      state: 'waiting',
      offer: { agentId: tijs.id, agentName: 'Tijs' },
    });
    const conversation = await test.bot.desk.conversation(id);
    expect(conversation?.notes).toMatchObject([{ name: 'Noor', text: '→ Tijs: Kijk jij naar de rekening?' }]);
    const [told, ...more] = test.newTexts();
    expect(more).toEqual([]);
    expect(told).toContain('Noor geeft uw gesprek door aan onze collega Tijs.');
    expect(test.transport.sent.map(({ text }) => text).join()).not.toContain('rekening?');

    expect(await test.bot.desk.claim(id, noor)).toEqual({ kind: 'offered', agentName: 'Tijs' });
    expect(await test.bot.desk.claim(id, tijs)).toEqual(DONE);
    await settle();
    expect(test.newTexts().join()).toContain('Tijs');
    expect(await entry()).toMatchObject({ state: 'with-agent', holder: { name: 'Tijs' }, offer: null });
    expect(test.rows("select kind from timers where kind = 'reservation-ends'")).toEqual([]);
  });

  it.each([
    ['their time is over', () => settle(121)],
    ['they decline', () => test.bot.assignment.decline(id, tijs.id)],
    ['they sign out for good', () => test.bot.desk.signedOut(tijs.id)],
  ])('is for everybody when %s', async (why, happens) => {
    await open('claim');
    await moves().transfer(id, noor, to(tijs), '');
    if (why.includes('sign out')) await test.bot.accounts.endSessions(tijs.id, noor);
    await happens();
    await settle();
    expect(await entry()).toMatchObject({ state: 'waiting', offer: null });
    expect(await test.bot.desk.claim(id, noor)).toEqual(DONE);
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is offered to them alone where conversations are offered, and to others once they let it pass', async () => {
    await open('offer', { ...FILE, members: {} });
    const mara = await arriveAtDesk(test, 'Mara', noor);
    await moves().transfer(id, noor, to(mara), '');
    await settle();
    expect(test.rows("select agentId from offers where state = 'open'")).toEqual([{ agentId: mara.id }]);
    await settle(31);
    expect(test.rows("select agentId from offers where state = 'open'")).toEqual([{ agentId: tijs.id }]);
    expect(await entry()).toMatchObject({ missed: 'offer' });
  });

  it('waits for them while they have no room, and does not give them more than they can have', async () => {
    await open('offer', { ...FILE, members: {} });
    const other = await asks('c2');
    await settle();
    expect(await test.bot.desk.claim(other, tijs)).toEqual(DONE);
    await moves().transfer(id, noor, to(tijs), '');
    await settle();
    expect(test.rows("select agentId from offers where state = 'open'")).toEqual([]);
    expect(await test.bot.desk.claim(id, tijs)).toMatchObject({ kind: 'full' });
    await test.bot.desk.close(other, tijs);
    await settle();
    expect(test.rows("select agentId from offers where state = 'open'")).toEqual([{ agentId: tijs.id }]);
  });

  it('is told with their name, also where their account is removed at that moment', async () => {
    await open('claim');
    let removed: Promise<unknown> = Promise.resolve();
    atLook = () => {
      removed = test.bot.accounts.remove(tijs.id, noor);
    };
    const to = { kind: 'colleague', agentId: tijs.id } as const;
    expect(await test.bot.deskTools.moves.transfer(id, noor, to, '')).toEqual(DONE);
    await removed;
    await settle();
    expect(test.newTexts().join('\n')).toContain('Tijs');
  });

  it('is refused where there is nobody of that name, and by whoever does not have it', async () => {
    await open('claim');
    const refused = { kind: 'unknown-target' };
    expect(await moves().transfer(id, noor, to(noor), '')).toEqual(refused);
    expect(await moves().transfer(id, noor, { kind: 'colleague', agentId: 'nobody' }, '')).toEqual(refused);
    expect(await moves().transfer(id, noor, { kind: 'team', teamId: 'none' }, '')).toEqual(refused);
    await test.bot.accounts.lock(tijs.id, noor);
    expect(await moves().transfer(id, noor, to(tijs), '')).toEqual(refused);
    await test.bot.accounts.unlock(tijs.id, noor);
    expect(await moves().transfer(id, tijs, to(noor), '')).toMatchObject({
      kind: 'conflict',
      agentName: 'Noor',
    });
    expect((await test.bot.desk.conversation(id))?.notes).toEqual([]);
  });

  it('that the bot had before an agent took it has a place that is told right', async () => {
    await open('claim');
    await say('Hoe werkt de wifi?', 'c3');
    const [own] = await test.bot.deskTools.archive.withBot();
    await test.bot.desk.take(own?.conversationId ?? '', noor);
    expect(await moves().transfer(own?.conversationId ?? '', noor, to(tijs), '')).toEqual(DONE);
    await settle();
    expect(await test.bot.repairLimbo()).toBe(0);
  });
});

describe('a conversation that is passed on to a team', () => {
  it('is of that team, offered to its members only, and the customer hears so in their language', async () => {
    await open('offer', FILE);
    await test.bot.assignment.setStatus(tijs.id, 'away');
    expect(await moves().transfer(id, noor, { kind: 'team', teamId: 'billing' }, 'Btw')).toEqual(DONE);
    await settle(60);
    expect(await entry()).toMatchObject({ state: 'waiting', teamId: 'billing', offer: null });
    expect(test.newTexts().join()).toContain('aan onze collega’s van Facturen');
    await test.bot.assignment.setStatus(tijs.id, 'available');
    await settle();
    expect(await entry()).toMatchObject({ offer: { agentId: tijs.id } });
  });
});

describe('a conversation that is set aside', () => {
  it('takes nothing of what its agent can have, and is theirs again at the time', async () => {
    await open('offer', { ...FILE, members: {} });
    await test.bot.desk.reply(id, noor, 'Ik zoek het uit.', 'key-of-reply');
    expect(await entry()).toMatchObject({ lastWord: 'agent' });
    expect(await moves().snooze(id, noor, { kind: 'hour' })).toEqual(DONE);
    const [before] = await test.bot.assignment.standings();
    expect(before).toMatchObject({ load: 0 });
    await settle(3_599);
    expect(await entry()).toMatchObject({ state: 'with-agent', snoozedUntil: expect.any(String) });
    await settle(1);
    expect((await entry())?.snoozedUntil).toBeUndefined();
    expect(await entry()).toMatchObject({ state: 'with-agent', holder: { name: 'Noor' } });
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is back at once when the customer writes', async () => {
    await open('claim');
    await moves().snooze(id, noor, { kind: 'tomorrow' });
    test.clock.forward({ minutes: 5 });
    await say('Toch nog iets');
    await settle();
    expect((await entry())?.snoozedUntil).toBeUndefined();
    expect(await entry()).toMatchObject({ state: 'with-agent', lastWord: 'customer' });
  });

  it('stays with an agent who goes home, and is first in line at the time, which the customer is told', async () => {
    await open('claim');
    await moves().snooze(id, noor, { kind: 'hour' });
    await test.bot.desk.left(noor.id);
    await settle(600);
    expect(await entry()).toMatchObject({ state: 'with-agent' });
    test.newTexts();
    await settle(3_000);
    expect(await entry()).toMatchObject({ state: 'waiting', returnedAt: expect.any(String) });
    expect(test.newTexts().join()).toContain('Noor kan u toch niet meteen helpen');
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is first in line where its agent has no room by then', async () => {
    await open('offer', { ...FILE, members: {} });
    await test.bot.desk.reply(id, noor, 'Ik zoek het uit.', 'key-of-reply');
    await moves().snooze(id, noor, { kind: 'hour' });
    await test.bot.assignment.setStatus(tijs.id, 'away');
    const other = await asks('c2');
    await settle();
    expect(await test.bot.desk.claim(other, noor)).toEqual(DONE);
    await test.bot.desk.reply(other, noor, 'Dag', 'key-of-other');
    expect(await moves().wake(id, noor)).toMatchObject({ kind: 'full' });
    await settle(3_600);
    expect(await entry()).toMatchObject({ state: 'waiting' });
  });

  it('can be taken up before, closed and taken over; nothing of it is left', async () => {
    await open('claim');
    await moves().snooze(id, noor, { kind: 'hour' });
    expect(await moves().wake(id, noor)).toEqual(DONE);
    await moves().snooze(id, noor, { kind: 'hour' });
    await test.bot.desk.close(id, noor);
    expect(test.rows("select kind from timers where kind = 'wake'")).toEqual([]);
    expect(test.rows('select snoozedUntil from handoffs')).toEqual([{ snoozedUntil: null }]);
  });

  it('goes not into the past, and not beyond a month', async () => {
    await open('claim');
    const at = (days: number) => new Date(test.clock.now().getTime() + days * 86_400_000).toISOString();
    const snooze = (days: number) => moves().snooze(id, noor, { kind: 'at', at: at(days) });
    expect(await snooze(-1)).toMatchObject({ kind: 'bad-time' });
    expect(await snooze(31)).toMatchObject({ kind: 'bad-time' });
    expect(await moves().snooze(id, noor, { kind: 'at', at: 'soon' })).toMatchObject({ kind: 'bad-time' });
    expect(await snooze(29)).toEqual(DONE);
  });

  it.each([
    ['waits for what will never end it', "delete from timers where kind = 'wake'", 'wake'],
    ['is told by a timer alone', 'update handoffs set snoozedUntil = null', 'return-to-queue'],
  ])('is found by the watchdog where it %s', async (_, broken) => {
    await open('claim');
    await moves().snooze(id, noor, { kind: 'hour' });
    test.database.exec(broken);
    expect(await test.bot.repairLimbo()).toBeGreaterThan(0);
    await test.bot.repairLimbo();
    expect(await test.bot.repairLimbo()).toBe(0);
  });
});

describe('tomorrow', () => {
  const day = [{ from: 8 * 60, to: 18 * 60 }];
  const hours: Schedule = {
    timeZone: 'Europe/Amsterdam',
    week: [day, day, [{ from: 13 * 60, to: 18 * 60 }], day, day, [], []],
    exceptions: new Map(),
    isHoliday: () => false,
  };
  it.each([
    [
      'is nine the next day where no hours are known',
      null,
      '2026-06-01T12:00:00Z',
      '2026-06-02T07:00:00.000Z',
    ],
    ['counts by the clocks of that morning', null, '2026-03-28T12:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['is the day after the one on the wall', null, '2026-06-01T22:30:00Z', '2026-06-03T07:00:00.000Z'],
    ['is nine where it is open then', hours, '2026-06-01T12:00:00Z', '2026-06-02T07:00:00.000Z'],
    ['is when it opens that day', hours, '2026-06-02T12:00:00Z', '2026-06-03T11:00:00.000Z'],
    ['is after the weekend on a Friday', hours, '2026-06-05T12:00:00Z', '2026-06-08T06:00:00.000Z'],
  ])('%s', (_, schedule, now, then) => {
    expect(snoozeUntil({ kind: 'tomorrow' }, schedule, new Date(now)).toISOString()).toBe(then);
  });
});
