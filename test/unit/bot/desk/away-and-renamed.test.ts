import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { arriveAtDesk } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const DONE = { kind: 'done' };
let hear: Hear;
let test: TestBot;
let noor: DeskAgent;
let tijs: DeskAgent;
/** What Noor has. */
let id: string;

beforeAll(() => {
  hear = openHearing();
});
beforeEach(async () => {
  test = await TestBot.open({ hear, settings: { DESK_ASSIGNMENT: 'claim' } });
  noor = await arriveAtDesk(test, 'Noor');
  tijs = await arriveAtDesk(test, 'Tijs', noor);
  id = await asks('c1');
  expect(await test.bot.desk.claim(id, noor)).toEqual(DONE);
  await settle();
});
afterEach(() => test.bot.stop());

/** A customer asks for a person; returns their conversation. */
async function asks(customer: string): Promise<string> {
  const said = 'Ik wil graag een medewerker spreken';
  await test.say(said, {
    conversation: { id: customer },
    from: { id: `customer-${customer}`, name: customer },
  });
  const entries = await test.bot.desk.entries();
  return entries.find(({ customerName }) => customerName === customer)?.conversationId ?? '';
}
async function settle(): Promise<void> {
  await test.bot.runDueTimers();
  await test.bot.idle();
}
const entryOf = async (conversationId: string) =>
  (await test.bot.desk.entries()).find((entry) => entry.conversationId === conversationId);
const passToTijs = () =>
  test.bot.deskTools.moves.transfer(id, noor, { kind: 'colleague', agentId: tijs.id }, '');
const goesAway = (agent: DeskAgent) => test.bot.assignment.setStatus(agent.id, 'away');

describe('an agent who is away where agents take what they see', () => {
  it('is shown so, keeps what they have, and is passed on nothing', async () => {
    const theirs = await asks('c2');
    expect(await test.bot.desk.claim(theirs, tijs)).toEqual(DONE);
    await goesAway(tijs);
    const standing = (await test.bot.assignment.standings()).find(({ agentId }) => agentId === tijs.id);
    expect(standing).toMatchObject({ isHere: true, status: 'away', because: 'self' });
    expect(await passToTijs()).toEqual({ kind: 'target-away', agentName: 'Tijs' });
    expect((await entryOf(theirs))?.holder).toMatchObject({ name: 'Tijs' });
    await test.bot.assignment.setStatus(tijs.id, 'available');
    expect(await passToTijs()).toEqual(DONE);
  });

  it('loses what was kept for them, which others may take at once', async () => {
    expect(await passToTijs()).toEqual(DONE);
    await goesAway(tijs);
    await settle();
    expect(await entryOf(id)).toMatchObject({ state: 'waiting', offer: null });
    expect(await test.bot.desk.claim(id, noor)).toEqual(DONE);
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('does not count as somebody at the desk, and may still take what they see', async () => {
    for (const agent of [noor, tijs]) await goesAway(agent);
    const other = await asks('c2');
    await settle();
    expect(test.newTexts('c2').join()).toContain('nu geen medewerker aanwezig');
    expect(await test.bot.desk.claim(other, tijs)).toEqual(DONE);
  });
});

it('what an agent has is shown under their new name at once, what has ended under the old one', async () => {
  const ended = await asks('c2');
  await test.bot.desk.claim(ended, noor);
  await test.bot.desk.close(ended, noor);
  await settle();
  const changed: string[] = [];
  test.bot.desk.onChange((conversationId) => changed.push(conversationId));
  await test.bot.accounts.rename(noor.id, 'Noor de Wit');
  expect(changed).toEqual([id]);
  expect((await entryOf(id))?.holder).toMatchObject({ id: noor.id, name: 'Noor de Wit' });
  expect(test.rows(`select agentName from handoffs where conversationId = '${ended}'`)).toEqual([
    { agentName: 'Noor' },
  ]);
  expect(await test.bot.desk.claim(id, tijs)).toMatchObject({ kind: 'conflict', agentName: 'Noor de Wit' });
});
