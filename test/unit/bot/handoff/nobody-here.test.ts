import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSafetyTexts } from '../../../../bot/company/safety-texts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { SetClock } from '../support/set-clock.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const NOBODY = /Er is nu geen medewerker aanwezig|None of our staff are here right now/;
const COMES =
  /verbind u|verbonden|komt (?:zo|eraan|nu)|heb met spoed|De medewerker leest|connecting|is coming|will be here|have called|They (?:can )?read/;
const texts = readSafetyTexts();

let test: TestBot;
beforeEach(async () => {
  test = await TestBot.open();
});
afterEach(() => test.bot.stop());

const toldTo = async (name: string, ...said: string[]) => {
  for (const text of said) await test.say(text, { conversation: { id: name } });
  return test.newTexts(name).join('\n');
};

describe('where no agent is signed in', () => {
  it.each([
    ['Er is brand in mijn meterkast!'],
    ['ik wil dood'],
    ['My phone was stolen, block my SIM card'],
    ['Mijn bankrekening is leeggehaald door een oplichter, ik gaf mijn codes'],
    ['Mijn man is overleden, ik wil zijn abonnement stoppen'],
    ['My father passed away last week'],
    ['Ik wil een medewerker spreken'],
    ['I want to talk to a person'],
    ['medewerker', 'hallo, duurt het lang?', 'medewerker'],
  ])('is nobody promised: "%s"', async (...said) => {
    const told = await toldTo('a', ...said);
    expect(told).toMatch(NOBODY);
    expect(told).not.toMatch(COMES);
  });

  it.each(Object.entries(texts))('does the text for %s promise nobody', (_kind, { nl, en }) => {
    for (const { text, again } of [nl, en]) {
      expect(`${text}\n${again}`).not.toMatch(COMES);
      expect(`${text}\n${again}`).not.toMatch(/medewerker (?:die|regelt|helpt)|(?:person|staff) will/i);
    }
  });

  it('stands the message of danger before others all the same', async () => {
    await toldTo('a', 'medewerker');
    expect(await toldTo('b', 'Er is brand in mijn meterkast!')).toContain('met voorrang in de rij');
    const [first] = await test.bot.desk.entries();
    expect(first).toMatchObject({ priority: 'urgent', reason: 'danger' });
  });
});

describe('whether an agent is here', () => {
  const isPromised = async (name: string) => COMES.test(await toldTo(name, 'ik wil een medewerker spreken'));

  it('counts from signing in, and ends with signing out', async () => {
    const { token, agent } = await signIn(test);
    expect(await isPromised('a')).toBe(true);
    await test.bot.accounts.signOut(token);
    await test.bot.desk.signedOut(agent.id);
    // The page closes after it.
    await test.bot.desk.left(agent.id);
    expect(await isPromised('b')).toBe(false);
  });

  it('goes on while a page is open, and ends some time after the last was closed, signed in or not', async () => {
    const { agent } = await signIn(test);
    await test.bot.desk.present(agent.id);
    test.clock.forward({ minutes: 60 });
    expect(await isPromised('a')).toBe(true);
    await test.bot.desk.left(agent.id);
    test.clock.forward({ seconds: 119 });
    expect(await isPromised('b')).toBe(true);
    test.clock.forward({ seconds: 1 });
    expect(await isPromised('c')).toBe(false);
    await test.bot.desk.present(agent.id);
    expect(await isPromised('d')).toBe(true);
  });

  it('ends with the session, whatever is open', async () => {
    const { agent } = await signIn(test);
    await test.bot.desk.present(agent.id);
    test.clock.forward({ minutes: 12 * 60 });
    expect(await isPromised('a')).toBe(false);
  });

  it('is what it was for a while after a start, so that pages can connect again', async () => {
    const path = `${temporaryFolder()}/conversations.sqlite`;
    const clock = new SetClock();
    const before = await TestBot.open({ path, clock });
    await signIn(before);
    await before.bot.stop();
    await test.bot.stop();
    clock.forward({ minutes: 60 });
    test = await TestBot.open({ path, clock });
    expect(await isPromised('a')).toBe(true);
    clock.forward({ minutes: 2 });
    expect(await isPromised('b')).toBe(false);
  });
});

describe('an offer of a person', () => {
  it('says once that nobody is here', async () => {
    const first = await toldTo('a', 'mijn goudvis is ziek');
    expect(first).toMatch(
      /verbinden\? Er is nu geen medewerker aanwezig, maar u kunt wel een bericht achterlaten/,
    );
    expect(await toldTo('a', 'en mijn hamster ook')).not.toContain('aanwezig');
  });

  it('says nothing of it while somebody is', async () => {
    await signIn(test);
    expect(await toldTo('a', 'mijn goudvis is ziek')).not.toContain('aanwezig');
  });
});
