import { afterEach, describe, expect, it } from 'vitest';
import { ears } from '../../../support/ears.js';
import { customerSays } from '../support/samples.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const bots: TestBot[] = [];
afterEach(async () => {
  for (const test of bots.splice(0)) await test.bot.stop();
});

async function open(most = 2): Promise<TestBot> {
  const test = await TestBot.open({ settings: { HANDOFFS_PER_ADDRESS: String(most) }, hear: ears.hear });
  bots.push(test);
  return test;
}

let said = 0;
/** Says something in a conversation of its own, from a network address. */
function say(test: TestBot, conversation: string, text: string, addressKey: string | null = 'street') {
  said += 1;
  const activity = customerSays(text, {
    id: `said-${said}`,
    from: { id: `of-${conversation}`, name: '' },
    conversation: { id: conversation },
  });
  return test.bot.receive(activity, test.transport, addressKey === null ? undefined : { addressKey });
}

const waiting = (test: TestBot) =>
  test.rows("select conversationId from handoffs where state = 'waiting'").length;

describe('customers of one network address', () => {
  it('enter the queue up to a number, and are told so beyond it', async () => {
    const test = await open();
    for (const name of ['a', 'b', 'c']) await say(test, name, 'Ik wil een medewerker spreken');
    expect(waiting(test)).toBe(2);
    expect(test.newTexts('c').join()).toContain('Er wachten al veel gesprekken vanaf uw internetverbinding');
    await say(test, 'd', 'I want to talk to an agent please');
    expect(test.newTexts('d').join()).toContain('Many chats from your internet connection');
    await say(test, 'c', 'wifi');
    expect(test.newTexts('c').join()).toContain('Zet het modem uit en aan');
    expect(waiting(test)).toBe(2);
  });

  it('are counted apart from those of another one, and where no address is told not at all', async () => {
    const test = await open(1);
    await say(test, 'a', 'medewerker', 'street');
    await say(test, 'b', 'medewerker', 'square');
    await say(test, 'c', 'medewerker', null);
    await say(test, 'd', 'medewerker', null);
    expect(waiting(test)).toBe(4);
    await say(test, 'e', 'medewerker', 'street');
    expect(waiting(test)).toBe(4);
  });

  it('enter once others of theirs are done', async () => {
    const test = await open(1);
    await say(test, 'a', 'medewerker');
    await say(test, 'b', 'medewerker');
    expect(waiting(test)).toBe(1);
    await say(test, 'a', 'laat maar');
    expect(waiting(test)).toBe(0);
    await say(test, 'b', 'medewerker');
    expect(waiting(test)).toBe(1);
  });

  it('count while agents have them', async () => {
    const test = await open(1);
    await say(test, 'a', 'medewerker');
    const { agent } = await signIn(test);
    const [row] = test.rows('select conversationId from handoffs');
    await test.bot.desk.claim(String(row?.conversationId), agent);
    await say(test, 'b', 'medewerker');
    expect(waiting(test)).toBe(0);
  });

  it('may ask again while they wait', async () => {
    const test = await open(1);
    await say(test, 'a', 'medewerker');
    test.newTexts('a');
    await say(test, 'a', 'medewerker');
    expect(test.newTexts('a').join()).not.toContain('internetverbinding');
    expect(waiting(test)).toBe(1);
  });

  it('reach a person in danger whoever else waits, and always hear what helps', async () => {
    const test = await open(1);
    await say(test, 'a', 'medewerker');
    await say(test, 'b', 'Ik wil dood');
    expect(waiting(test)).toBe(2);
    await say(test, 'c', 'Ik wil dood');
    expect(waiting(test)).toBe(2);
    const [first, second] = test.newTexts('c');
    expect(first).toContain('113');
    expect(second).toContain('internetverbinding');
  });

  it('are told of at the desk for an hour', async () => {
    const test = await open(1);
    expect(test.bot.desk.notices()).toEqual([]);
    await say(test, 'a', 'medewerker');
    await say(test, 'b', 'medewerker');
    const since = test.clock.now().toISOString();
    expect(test.bot.desk.notices()).toEqual([{ door: null, alert: 'address-full', since }]);
    test.clock.forward({ minutes: 61 });
    expect(test.bot.desk.notices()).toEqual([]);
  });

  it('never both enter where two ask at once', async () => {
    const test = await open(1);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => say(test, name, 'medewerker')));
    expect(waiting(test)).toBe(1);
  });
});
