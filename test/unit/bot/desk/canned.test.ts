import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import type { CannedText } from '../../../../bot/contracts/tools/desk-canned.js';
import { sql } from '../../../../index/platform/kysely.js';
import { TestBot } from '../support/test-bot.js';

const DONE = { kind: 'done' };
const RESET: CannedText = {
  language: 'nl',
  shortcut: 'reset',
  title: 'Modem herstarten',
  text: 'Dag {klant}, haal de stekker er een minuut uit.',
  ending: null,
};

let test: TestBot;
let noor: DeskAgent;
let tijs: DeskAgent;
beforeEach(async () => {
  test = await TestBot.open();
  const { accounts } = test.bot;
  noor = await signUp((await accounts.firstInvitation()) ?? '', 'Noor');
  tijs = await signUp((await accounts.invite('agent', noor)).token, 'Tijs');
});
afterEach(() => test.bot.stop());

const canned = () => test.bot.deskTools.canned;
async function signUp(token: string, name: string): Promise<DeskAgent> {
  const email = `${name}@example.com`;
  return (await test.bot.accounts.accept(token, { name, email, password: 'een zin van woorden' })).agent;
}
const shortcutsOf = async (agent: DeskAgent) =>
  (await canned().list(agent)).map(({ shortcut, isShared }) => (isShared ? shortcut : `own ${shortcut}`));

describe('canned answers', () => {
  it('are the company’s for everybody, and an agent’s own for nobody else', async () => {
    await expect(canned().add(noor, RESET, true)).resolves.toEqual(DONE);
    await expect(canned().add(tijs, { ...RESET, text: 'Op mijn manier' }, false)).resolves.toEqual(DONE);
    await expect(canned().add(tijs, { ...RESET, shortcut: 'dag' }, false)).resolves.toEqual(DONE);
    expect(await shortcutsOf(noor)).toEqual(['reset']);
    expect(await shortcutsOf(tijs)).toEqual(['own dag', 'own reset', 'reset']);
    expect((await canned().list(noor))[0]).toMatchObject(RESET);
  });

  it('of the company are changed and removed by administrators alone', async () => {
    await canned().add(noor, RESET, true);
    const id = (await canned().list(noor))[0]?.id ?? '';
    const refused = { kind: 'not-allowed' };
    await expect(canned().add(tijs, { ...RESET, shortcut: 'x' }, true)).resolves.toEqual(refused);
    await expect(canned().change(tijs, id, RESET)).resolves.toEqual(refused);
    await expect(canned().remove(tijs, id)).resolves.toEqual(refused);
    await expect(canned().change(noor, id, { ...RESET, title: 'Nieuw', ending: 'close' })).resolves.toEqual(
      DONE,
    );
    expect((await canned().list(tijs))[0]).toMatchObject({ id, title: 'Nieuw', ending: 'close' });
    await expect(canned().remove(noor, id)).resolves.toEqual(DONE);
    expect(await shortcutsOf(tijs)).toEqual([]);
  });

  it('of an agent cannot be reached by anybody else, an administrator neither', async () => {
    await canned().add(tijs, RESET, false);
    const id = (await canned().list(tijs))[0]?.id ?? '';
    const unknown = { kind: 'unknown-answer' };
    await expect(canned().change(noor, id, RESET)).resolves.toEqual(unknown);
    await expect(canned().remove(noor, id)).resolves.toEqual(unknown);
    await expect(canned().remove(tijs, 'no-such-id')).resolves.toEqual(unknown);
    expect(await shortcutsOf(tijs)).toEqual(['own reset']);
  });

  it('have one shortcut each, for their owner and language', async () => {
    const used = { kind: 'shortcut-used' };
    await canned().add(noor, RESET, true);
    await expect(canned().add(noor, RESET, true)).resolves.toEqual(used);
    await expect(canned().add(noor, { ...RESET, language: 'en' }, true)).resolves.toEqual(DONE);
    await canned().add(noor, { ...RESET, shortcut: 'dag' }, true);
    const dag = (await canned().list(noor)).find(({ shortcut }) => shortcut === 'dag')?.id ?? '';
    await expect(canned().change(noor, dag, RESET)).resolves.toEqual(used);
    await expect(canned().change(noor, dag, { ...RESET, shortcut: 'dag', text: 'x' })).resolves.toEqual(DONE);
  });

  it('are bounded in number, own ones apart from the company’s', async () => {
    for (let n = 0; n < 100; n++) await canned().add(tijs, { ...RESET, shortcut: `s${n}` }, false);
    const full = { kind: 'too-many', most: 100 };
    await expect(canned().add(tijs, { ...RESET, shortcut: 'more' }, false)).resolves.toEqual(full);
    await expect(canned().add(noor, { ...RESET, shortcut: 'more' }, false)).resolves.toEqual(DONE);
    await expect(canned().add(noor, { ...RESET, shortcut: 'more' }, true)).resolves.toEqual(DONE);
  });

  it('of an agent go with the account', async () => {
    await canned().add(tijs, RESET, false);
    await canned().add(noor, RESET, true);
    await test.bot.accounts.remove(tijs.id, noor);
    expect(test.rows('select agentId from canned_answers')).toEqual([{ agentId: null }]);
  });
});

describe('a reply with which a conversation is left', () => {
  let id: string;
  beforeEach(async () => {
    await test.say('Ik wil graag een medewerker spreken');
    id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
    await test.bot.desk.claim(id, noor);
    await test.bot.idle();
  });
  const state = async () => (await test.bot.desk.conversation(id))?.entry.state;

  it.each([
    ['close', 'solved'],
    ['give-back', 'with-bot'],
  ] as const)('is said before the customer is told of it: %s', async (ending, after) => {
    const before = test.transport.sent.length;
    await expect(test.bot.desk.reply(id, noor, 'Tot ziens', 'key-of-1', undefined, ending)).resolves.toEqual(
      DONE,
    );
    await test.bot.idle();
    expect(await state()).toBe(after);
    const sent = test.transport.sent.slice(before).map(({ text }) => text);
    expect(sent[0]).toBe('Tot ziens');
    expect(sent).toHaveLength(2);
  });

  it('leaves it once: what comes again, after it was reopened, does nothing', async () => {
    await test.bot.desk.reply(id, noor, 'Tot ziens', 'key-of-1', undefined, 'close');
    await test.bot.desk.take(id, noor);
    await expect(test.bot.desk.reply(id, noor, 'Tot ziens', 'key-of-1', undefined, 'close')).resolves.toEqual(
      DONE,
    );
    expect(await state()).toBe('with-agent');
  });

  it('leaves nothing where it is held back or refused', async () => {
    const seenId = (await test.bot.desk.conversation(id))?.messages.at(-1)?.id;
    await test.say('Wacht, nog iets');
    const held = await test.bot.desk.reply(id, noor, 'Tot ziens', 'key-of-1', seenId, 'close');
    expect(held.kind).toBe('newer');
    const notHolder = await test.bot.desk.reply(id, tijs, 'Tot ziens', 'key-of-2', undefined, 'close');
    expect(notHolder.kind).toBe('conflict');
    expect(await state()).toBe('with-agent');
  });

  it('is not said where the conversation cannot be left', async () => {
    await sql`create trigger no_leaving before update on handoffs when new.state = 'solved'
      begin select raise(abort, 'full'); end`.execute(test.store);
    const before = test.rows('select id from messages').length;
    await expect(test.bot.desk.reply(id, noor, 'Tot ziens', 'key-of-1', undefined, 'close')).rejects.toThrow(
      'full',
    );
    expect(test.rows('select id from messages')).toHaveLength(before);
    expect(await state()).toBe('with-agent');
  });
});
