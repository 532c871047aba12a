import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { TestBot } from '../support/test-bot.js';

const FILE = {
  teams: [
    { id: 'english', name: { nl: 'Engels', en: 'English' }, for: { languages: ['en'] } },
    { id: 'service', name: { nl: 'Service', en: 'Service' } },
  ],
};
const DUTCH = 'Ik wil graag een medewerker spreken';
const ENGLISH = 'I would like to talk to a person, please';

let hear: Hear;
let test: TestBot;
let noor: DeskAgent;
beforeAll(() => {
  hear = openHearing();
});
beforeEach(async () => {
  const path = join(temporaryFolder(), 'teams.json');
  writeFileSync(path, JSON.stringify(FILE));
  test = await TestBot.open({ hear, settings: { DESK_TEAMS: path } });
  const token = (await test.bot.accounts.firstInvitation()) ?? '';
  const account = { name: 'Noor', email: 'noor@example.com', password: 'een zin van woorden' };
  noor = (await test.bot.accounts.accept(token, account)).agent;
  await test.bot.desk.present(noor.id);
});
afterEach(() => test.bot.stop());

const say = async (customer: string, text: string) => {
  await test.say(text, {
    conversation: { id: customer },
    from: { id: `customer-${customer}`, name: customer },
  });
  test.clock.forward({ seconds: 1 });
};
const told = (customer: string) => test.newTexts(customer).join('\n');
const idOf = async (customer: string) =>
  (await test.bot.desk.entries()).find(({ customerName }) => customerName === customer)?.conversationId ?? '';
async function settle(seconds = 0): Promise<void> {
  test.clock.forward({ seconds });
  await test.bot.runDueTimers();
  await test.bot.idle();
}

describe('the place that a customer of one of two teams is told', () => {
  it('counts who waits for their own team alone, from the first message on', async () => {
    await say('anna', DUTCH);
    await say('bram', DUTCH);
    await say('eve', ENGLISH);
    await say('finn', ENGLISH);
    expect(told('bram')).toContain('U bent nummer 2 in de rij.');
    expect(told('eve')).toContain('You are next in line.');
    expect(told('finn')).toContain('You are number 2 in line.');
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is told anew when somebody of the own team leaves, and not when somebody of another does', async () => {
    for (const customer of ['anna', 'bram']) await say(customer, DUTCH);
    for (const customer of ['eve', 'finn']) await say(customer, ENGLISH);
    await settle(60);
    for (const customer of ['bram', 'eve', 'finn']) told(customer);
    await test.bot.desk.claim(await idOf('eve'), noor);
    await settle();
    expect(told('finn')).toBe('You are next in line.');
    expect(told('bram')).toBe('');
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is the one in the new team for who is passed on to it', async () => {
    await say('eve', ENGLISH);
    await say('anna', DUTCH);
    await say('bram', DUTCH);
    await test.bot.desk.claim(await idOf('eve'), noor);
    told('eve');
    await test.bot.deskTools.moves.transfer(await idOf('eve'), noor, { kind: 'team', teamId: 'service' }, '');
    await settle(60);
    expect(told('eve')).toContain('You are next in line.');
    expect(told('bram')).toContain('U bent nummer 3 in de rij.');
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is the one in front of who is less urgent in the same team', async () => {
    await say('anna', DUTCH);
    await say('bram', DUTCH);
    await say('eve', ENGLISH);
    await say('bram', 'Er is brand in mijn meterkast, ik zie vlammen');
    await settle(60);
    expect(told('anna')).toContain('U bent nummer 2 in de rij.');
    expect(told('eve')).not.toContain('number 2');
    expect(await test.bot.repairLimbo()).toBe(0);
  });
});
