import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { TestBot } from '../support/test-bot.js';

const PASSWORD = 'een zin van woorden';
const DONE = { kind: 'done' };

describe('what an agent typed and did not send', () => {
  let test: TestBot;
  let id: string;
  let noor: DeskAgent;
  let tijs: DeskAgent;
  beforeEach(async () => {
    test = await TestBot.open();
    const { accounts } = test.bot;
    noor = await join((await accounts.firstInvitation()) ?? '', 'Noor');
    tijs = await join((await accounts.invite('agent', noor)).token, 'Tijs');
    await test.say('Ik wil graag een medewerker spreken');
    id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
    await test.bot.desk.claim(id, tijs);
  });
  afterEach(() => test.bot.stop());

  const desk = () => test.bot.desk;
  const kept = () => test.rows('select text from reply_drafts').map((row) => row.text);
  async function join(token: string, name: string): Promise<DeskAgent> {
    const account = { name, email: `${name}@example.com`, password: PASSWORD };
    return (await test.bot.accounts.accept(token, account)).agent;
  }

  it('is kept for them alone, one in a conversation', async () => {
    await expect(desk().draft(id, tijs)).resolves.toBe('');
    await expect(desk().keepDraft(id, tijs, 'Een half')).resolves.toEqual(DONE);
    await desk().keepDraft(id, tijs, ' Een half antwoord ');
    await expect(desk().draft(id, tijs)).resolves.toBe(' Een half antwoord ');
    await expect(desk().draft(id, noor)).resolves.toBe('');
    expect(kept()).toEqual([' Een half antwoord ']);
  });

  it('is forgotten when nothing is left of it', async () => {
    await desk().keepDraft(id, tijs, 'Een half');
    await desk().keepDraft(id, tijs, ' \n');
    expect(kept()).toEqual([]);
  });

  it('is forgotten when the reply is said, and not when it is held back', async () => {
    const seen = (await desk().conversation(id))?.messages.at(-1)?.id;
    await desk().keepDraft(id, tijs, 'Dag');
    await desk().keepDraft(id, noor, 'Een draft van Noor');
    await test.say('Hallo?');
    await desk().reply(id, tijs, 'Dag', 'key-of-reply', seen);
    expect(kept()).toHaveLength(2);
    await desk().reply(id, tijs, 'Dag', 'key-of-reply');
    expect(kept()).toEqual(['Een draft van Noor']);
  });

  it('has its beginning kept where it is too long', async () => {
    await desk().keepDraft(id, tijs, 'x'.repeat(10_001));
    expect((await desk().draft(id, tijs)).length).toBe(10_000);
  });

  it('goes with the account', async () => {
    await desk().keepDraft(id, tijs, 'Een half');
    await test.bot.accounts.remove(tijs.id, noor);
    expect(kept()).toEqual([]);
    await expect(desk().keepDraft(id, tijs, 'Te laat')).resolves.toEqual(DONE);
    expect(kept()).toEqual([]);
  });

  it('goes with the conversation, which is kept no longer for it', async () => {
    const lastActivity = () => test.rows('select lastActivityAt from conversations');
    const before = lastActivity();
    test.clock.forward({ days: 399 });
    await desk().keepDraft(id, tijs, 'Een half');
    expect(lastActivity()).toEqual(before);
    test.clock.forward({ days: 1 });
    await expect(test.bot.deleteExpired()).resolves.toBe(1);
    expect(kept()).toEqual([]);
    await expect(desk().keepDraft(id, tijs, 'Te laat')).resolves.toEqual({ kind: 'unknown-conversation' });
  });

  it('tells no other desk of it, and has no word in the log', async () => {
    const changed: string[] = [];
    desk().onChange((conversationId) => changed.push(conversationId));
    await desk().keepDraft(id, tijs, 'Geheime woorden');
    expect(changed).toEqual([]);
    expect(test.logLines.join('\n')).not.toContain('Geheime woorden');
  });
});
