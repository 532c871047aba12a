import { afterEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { SetClock } from '../support/set-clock.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

/** By the clock in Amsterdam: the desk is there Monday to Friday 8–20. */
const MONDAY_MORNING = '2026-03-02T09:00:00Z';
const MONDAY_EVENING = '2026-03-02T20:00:00Z';
const TUESDAY_NOON = '2026-03-03T11:00:00.000Z';
const ASK = 'Ik wil een medewerker spreken';

let test: TestBot;
afterEach(() => test.bot.stop());

async function openAt(time: string, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  test = await TestBot.open({ clock: new SetClock(time), settings });
}
const say = (text: string) => test.say(text, { conversation: { id: 'a' } });
const told = () => test.newTexts('a').join('\n');
const pass = async (minutes: number) => {
  test.clock.forward({ minutes });
  await test.bot.runDueTimers();
};
const entry = async () => {
  const [first] = await test.bot.desk.entries();
  return first;
};
const promise = async () => (await entry())?.promise;
/** Of promises and waits; what comes a day after a closing is another matter. */
const timers = () => test.rows("select kind, dueAt from timers where kind <> 'ask-solved' order by kind");

/** Somebody signs in and takes the conversation. */
async function claimed(): Promise<DeskSession> {
  const session = await signIn(test);
  await test.bot.desk.present(session.agent.id);
  await test.bot.desk.claim((await entry())?.conversationId ?? '', session.agent);
  return session;
}
const reply = async ({ agent }: DeskSession, text: string) =>
  test.bot.desk.reply((await entry())?.conversationId ?? '', agent, text, `key-${text}`);

describe('who asks for a person while nobody is at the desk', () => {
  it('is promised an answer within four opening hours, and waits without expiring at night', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    expect(told()).toContain('U krijgt hier morgen voor 12.00 uur antwoord.');
    expect(await promise()).toEqual({
      dueAt: TUESDAY_NOON,
      warnAt: '2026-03-03T10:00:00.000Z',
      brokenAt: null,
    });
    expect(timers()).toEqual([{ kind: 'promise-due', dueAt: TUESDAY_NOON }]);
    await pass(14 * 60);
    expect(told()).toBe('');
    expect((await entry())?.state).toBe('waiting');
  });

  it('is promised it within the hours as well, and within as many as the setting says', async () => {
    await openAt(MONDAY_MORNING, { PROMISE_HOURS: '2' });
    await say('I want to talk to a person');
    expect(told()).toContain('You will get an answer here today before 12:00.');
  });

  it('goes on with the bot meanwhile, and is told the promise again on asking', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    told();
    await say('Waarom doet mijn wifi het niet?');
    expect(told()).toContain('Zet het modem uit en aan.');
    await say(ASK);
    expect(told()).toContain('U krijgt hier morgen voor 12.00 uur antwoord.');
  });

  it('can take the message back, and nothing is promised any more', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    await say('laat maar');
    expect(await test.bot.desk.entries()).toEqual([]);
    expect(timers()).toEqual([]);
    expect(test.rows('select promiseFrom from handoffs')).toEqual([{ promiseFrom: null }]);
  });

  it('is promised nothing in danger, and soon hears that nobody came', async () => {
    await openAt(MONDAY_EVENING);
    await say('Er is brand in mijn meterkast!');
    expect(told()).not.toContain('antwoord.');
    expect(await promise()).toBeNull();
    await pass(30);
    expect(told()).toContain('Wacht niet op ons');
  });

  it('keeps the promise whatever becomes of its timer, which is set again', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    test.database.exec('delete from timers');
    expect(await test.bot.repairLimbo()).toBe(1);
    expect(timers()).toEqual([{ kind: 'promise-due', dueAt: TUESDAY_NOON }]);
  });
});

describe('who waits while everybody leaves', () => {
  it('is promised an answer in place of a wait that ends', async () => {
    await openAt('2026-03-02T18:50:00Z');
    const { token, agent } = await signIn(test);
    await say(ASK);
    expect(told()).not.toContain('antwoord.');
    await test.bot.accounts.signOut(token);
    await test.bot.desk.signedOut(agent.id);
    await pass(30);
    expect(told()).toMatch(
      /^Er is nu geen medewerker meer aanwezig\. Uw bericht blijft in de rij staan\. .* U krijgt hier morgen voor 12\.00 uur antwoord\./,
    );
    expect((await entry())?.state).toBe('waiting');
  });

  it('keeps the promise when the agent who took it is gone', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    const { token, agent } = await claimed();
    await pass(10);
    told();
    await test.bot.accounts.signOut(token);
    await test.bot.desk.signedOut(agent.id);
    await test.bot.idle();
    expect(told()).toContain('U krijgt hier morgen voor 12.00 uur antwoord.');
    expect((await promise())?.dueAt).toBe(TUESDAY_NOON);
  });
});

describe('a promise that is not kept', () => {
  it('is told once, with what happens next: the message goes before ordinary ones', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    await test.say(ASK, { conversation: { id: 'b' }, from: { id: 'b' } });
    told();
    await pass(15 * 60);
    expect(told()).toBe(
      'Het spijt ons: het is niet gelukt u op tijd te antwoorden. Uw bericht gaat nu voor op gewone vragen. U bent als eerste aan de beurt. U krijgt hier antwoord zodra er een medewerker vrij is.',
    );
    expect(await entry()).toMatchObject({
      priority: 'high',
      promise: { dueAt: null, warnAt: null, brokenAt: TUESDAY_NOON },
    });
    await pass(60);
    expect(told()).toBe('');
  });

  it('ends, after as much opening time again, with a word and a choice', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    await pass(15 * 60);
    told();
    await pass(4 * 60);
    expect(told()).toContain('Wilt u blijven wachten');
    // Who waited in vain is still shown, among those who did.
    expect(await test.bot.desk.entries()).toMatchObject([{ state: 'expired', missed: 'request' }]);
  });

  it('is told as well by whom the answer will come, where an agent has it and said nothing', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    test.clock.forward({ minutes: 14 * 60 });
    await claimed();
    await test.bot.idle();
    told();
    await pass(60);
    expect(told()).toBe(
      'Het spijt ons: het is niet gelukt u op tijd te antwoorden. Noor heeft uw bericht en antwoordt u hier zo snel mogelijk.',
    );
  });
});

describe('a promise that an agent answers', () => {
  it('stands still while the customer is to answer, and runs on with what was left', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    // Tuesday 9:00 in Amsterdam: three hours are left.
    test.clock.forward({ minutes: 11 * 60 + 60 });
    const session = await claimed();
    await reply(session, 'Wat is uw klantnummer?');
    expect(await promise()).toEqual({ dueAt: null, warnAt: null, brokenAt: null });
    expect(timers()).toEqual([]);
    await pass(5 * 60);
    expect(told()).not.toContain('Het spijt ons');
    await say('123');
    expect(await promise()).toMatchObject({ dueAt: '2026-03-03T16:00:00.000Z', brokenAt: null });
  });

  it('is kept when the agent closes', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    const session = await claimed();
    const id = (await entry())?.conversationId ?? '';
    await reply(session, 'Opgelost.');
    await say('Dank u');
    await test.bot.desk.close(id, session.agent);
    expect(timers()).toEqual([]);
    expect(test.rows('select promiseFrom, promiseBrokenAt from handoffs')).toEqual([
      { promiseFrom: null, promiseBrokenAt: null },
    ]);
  });

  it.each(['close', 'giveBack'] as const)('is not kept by an agent who wrote nothing (%s)', async (how) => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    const session = await claimed();
    const id = (await entry())?.conversationId ?? '';
    await test.bot.desk[how](id, session.agent);
    expect(timers()).toEqual([]);
    expect(test.rows('select promiseFrom, promiseBrokenAt from handoffs')).toEqual([
      { promiseFrom: null, promiseBrokenAt: test.clock.now().toISOString() },
    ]);
  });

  it('is nothing to break for a customer who stops waiting, or whom an agent answered in an earlier contact alone', async () => {
    await openAt(MONDAY_EVENING);
    await say(ASK);
    const session = await claimed();
    const id = (await entry())?.conversationId ?? '';
    await reply(session, 'Opgelost.');
    await test.bot.desk.close(id, session.agent);
    await test.bot.accounts.signOut(session.token);
    await test.bot.desk.left(session.agent.id);
    await pass(10);
    await say(ASK);
    await say('Stop met wachten');
    await say(ASK);
    const again = await test.bot.accounts.signIn('noor@example.com', 'een lange zin');
    expect(again?.agent.id).toBe(session.agent.id);
    await test.bot.desk.claim(id, session.agent);
    await test.bot.desk.close(id, session.agent);
    const rows = test.rows('select state, promiseBrokenAt from handoffs order by createdAt, rowid');
    expect(rows).toEqual([
      { state: 'solved', promiseBrokenAt: null },
      { state: 'with-bot', promiseBrokenAt: null },
      { state: 'solved', promiseBrokenAt: test.clock.now().toISOString() },
    ]);
  });
});
