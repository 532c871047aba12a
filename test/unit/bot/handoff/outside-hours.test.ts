import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { SetClock } from '../support/set-clock.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

/** By the clock in Amsterdam: the desk is there Monday to Friday 8–20, Saturday 9–17. */
const MONDAY_MORNING = '2026-03-02T09:00:00Z';
const MONDAY_EVENING = '2026-03-02T20:00:00Z';
const SATURDAY_EVENING = '2026-03-07T19:00:00Z';
const BACK = /Wij zijn er .* weer vanaf|We are back/;

let test: TestBot;
afterEach(() => test.bot.stop());

async function openAt(time: string, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  test = await TestBot.open({ clock: new SetClock(time), settings });
}
const toldTo = async (name: string, ...said: string[]) => {
  for (const text of said) await test.say(text, { conversation: { id: name } });
  return test.newTexts(name).join('\n');
};

describe('outside the opening hours, with nobody at the desk', () => {
  it('who asks for a person is told when somebody is there again', async () => {
    await openAt(MONDAY_EVENING);
    expect(await toldTo('a', 'Ik wil een medewerker spreken')).toContain(
      'Er is nu geen medewerker aanwezig. Ik heb uw bericht in de rij gezet. U bent als eerste aan de beurt. Wij zijn er morgen weer vanaf 8.00 uur. U krijgt hier morgen voor 12.00 uur antwoord. U kunt mij intussen',
    );
    expect(await toldTo('b', 'I want to talk to a person')).toContain(
      'You are number 2 in line. We are back tomorrow from 8:00. You will get an answer here tomorrow before 12:00. Meanwhile',
    );
  });

  it('hears of the weekday after a weekend', async () => {
    await openAt(SATURDAY_EVENING);
    expect(await toldTo('a', 'Ik wil een medewerker spreken')).toContain(
      'Wij zijn er maandag weer vanaf 8.00 uur.',
    );
    expect(await toldTo('b', 'I want to talk to a person')).toContain('We are back on Monday from 8:00.');
  });

  it('an offer tells it as well, once', async () => {
    await openAt(MONDAY_EVENING);
    expect(await toldTo('a', 'mijn goudvis is ziek')).toContain(
      'Er is nu geen medewerker aanwezig, maar u kunt wel een bericht achterlaten. Wij zijn er morgen weer vanaf 8.00 uur. U krijgt hier morgen voor 12.00 uur antwoord.',
    );
    expect(await toldTo('a', 'en mijn hamster ook')).not.toMatch(BACK);
  });

  it('who writes while waiting is told it again, and is not sent away at night', async () => {
    await openAt(MONDAY_EVENING);
    expect(await toldTo('a', 'medewerker', 'hallo, duurt het lang?', 'medewerker')).toMatch(
      /Er is nu geen medewerker aanwezig\. U bent als eerste aan de beurt\. Wij zijn er morgen weer vanaf 8\.00 uur\./,
    );
    test.clock.forward({ minutes: 30 });
    await test.bot.runDueTimers();
    expect(test.newTexts('a')).toEqual([]);
  });

  it('the bot goes on answering', async () => {
    await openAt(MONDAY_EVENING);
    const told = await toldTo('a', 'wifi');
    expect(told).toContain('Zet het modem uit en aan.');
    expect(told).not.toMatch(BACK);
  });

  it('in danger the number comes first, and the text grows no longer', async () => {
    await openAt(MONDAY_EVENING);
    await test.say('Er is brand in mijn meterkast!', { conversation: { id: 'a' } });
    const [number, nobody, ...more] = test.newTexts('a');
    expect(more).toEqual([]);
    expect(number).toContain('112');
    expect(number).not.toMatch(BACK);
    expect(nobody).toBe(
      'Ik ben een chatbot. Er is nu geen medewerker aanwezig. Wacht niet op ons als u hulp nodig hebt: bel het nummer hierboven. Uw bericht staat met voorrang in de rij. Wij zijn er morgen weer vanaf 8.00 uur.',
    );
  });

  it('after a death it is told behind the rest', async () => {
    await openAt(MONDAY_EVENING);
    expect(await toldTo('a', 'My father passed away last week')).toMatch(
      /so you do not have to repeat anything\. We are back tomorrow from 8:00\. You will get an answer here tomorrow before 12:00\.$/,
    );
  });

  it('a customer whose agent had to leave is told', async () => {
    await openAt(MONDAY_EVENING);
    const { token, agent } = await signIn(test);
    await toldTo('a', 'Ik wil een medewerker spreken');
    const [entry] = await test.bot.desk.entries();
    await test.bot.desk.claim(entry?.conversationId ?? '', agent);
    await test.bot.idle();
    test.newTexts('a');
    await test.bot.accounts.signOut(token);
    await test.bot.desk.signedOut(agent.id);
    await test.bot.idle();
    expect(test.newTexts('a').join()).toMatch(
      /geen andere medewerker aanwezig\. U bent als eerste aan de beurt\. Wij zijn er morgen weer vanaf 8\.00 uur\./,
    );
  });
});

describe('when somebody is there again is not told', () => {
  const asked = () => toldTo('a', 'Ik wil een medewerker spreken');

  it('within the hours, where nobody knows when who should be there comes', async () => {
    await openAt(MONDAY_MORNING);
    const told = await asked();
    expect(told).toContain('Er is nu geen medewerker aanwezig.');
    expect(told).not.toMatch(BACK);
    test.clock.forward({ minutes: 30 });
    await test.bot.runDueTimers();
    expect(test.newTexts('a').join()).not.toMatch(BACK);
  });

  it('outside them while an agent is signed in, who counts as there', async () => {
    await openAt(MONDAY_EVENING);
    await signIn(test);
    const told = await asked();
    expect(told).toContain('ik verbind u met een medewerker');
    expect(told).not.toMatch(BACK);
  });

  it('for a company whose hours are not known', async () => {
    await openAt(MONDAY_EVENING, { COMPANY_NAME: 'Anders' });
    expect(await asked()).not.toMatch(BACK);
    await test.bot.stop();
    const path = join(temporaryFolder(), 'opening-hours.json');
    writeFileSync(path, 'null');
    await openAt(MONDAY_EVENING, { OPENING_HOURS: path });
    const told = await asked();
    expect(told).toContain('Er is nu geen medewerker aanwezig.');
    expect(told).not.toMatch(BACK);
  });
});

describe('a company with hours of its own', () => {
  it('tells them in its zone, whatever the server’s', async () => {
    const path = join(temporaryFolder(), 'opening-hours.json');
    const day = ['09:30–12:00', '13:00–17:00'];
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [
        name,
        day,
      ]),
    );
    const hours = { company: 'Anders', timeZone: 'America/New_York', holidays: { country: 'US' }, week };
    writeFileSync(path, JSON.stringify(hours));
    // Noon in New York, where clocks were set forward this night.
    await openAt('2026-03-08T16:00:00Z', { COMPANY_NAME: 'Anders', OPENING_HOURS: path });
    expect(await toldTo('a', 'I want to talk to a person')).toContain('We are back today from 13:00.');
    test.clock.forward({ minutes: 5 * 60 });
    expect(await toldTo('b', 'I want to talk to a person')).toContain('We are back tomorrow from 9:30.');
  });
});
