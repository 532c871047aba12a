import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { TestBot } from '../support/test-bot.js';

const DONE = { kind: 'done' };
const DAY_MS = 86_400_000;

/** A door whose channel takes the bot's words for a day after the customer wrote, and an agent's for two. */
class TimedDoor extends RecordingTransport {
  replyUntil(speaker: 'bot' | 'agent', wroteAt: string | null): string | null {
    if (wroteAt === null) return null;
    return new Date(Date.parse(wroteAt) + (speaker === 'agent' ? 2 : 1) * DAY_MS).toISOString();
  }
}

describe('a conversation that no person was asked for', () => {
  let test: TestBot;
  let noor: DeskAgent;
  let tijs: DeskAgent;
  beforeEach(async () => {
    test = await TestBot.open({ transport: new TimedDoor() });
    const { accounts } = test.bot;
    noor = await signUp((await accounts.firstInvitation()) ?? '', 'Noor');
    tijs = await signUp((await accounts.invite('agent', noor)).token, 'Tijs');
  });
  afterEach(() => test.bot.stop());

  const desk = () => test.bot.desk;
  const withBot = () => test.bot.deskTools.archive.withBot();
  const idOf = (conversation = 'c1') =>
    String(test.rows(`select id from conversations where channelConversationId = '${conversation}'`)[0]?.id);
  async function signUp(token: string, name: string): Promise<DeskAgent> {
    const account = { name, email: `${name}@example.com`, password: 'een zin van woorden' };
    return (await test.bot.accounts.accept(token, account)).agent;
  }

  it('is listed while the bot has it, the newest first, and read', async () => {
    await test.say('Hoe zet ik de wifi aan?');
    test.clock.forward({ minutes: 1 });
    await test.say('Waar vind ik mijn esim?', { conversation: { id: 'c2' } });
    const list = await withBot();
    expect(list.map((entry) => entry.conversationId)).toEqual([idOf('c2'), idOf('c1')]);
    expect(list[1]).toMatchObject({ state: 'with-bot', reason: null, holder: null });
    expect(list[1]?.question).toContain('wifi');
    const read = await desk().conversation(idOf());
    expect(read?.messages.some(({ text }) => text.includes('wifi'))).toBe(true);
    await expect(desk().entries()).resolves.toEqual([]);
  });

  it('is no longer listed when somebody waits or has it, when it is closed, or after a day', async () => {
    await test.say('Hoe zet ik de wifi aan?');
    await test.say('Ik wil een medewerker spreken', { conversation: { id: 'c2' } });
    expect((await withBot()).map((entry) => entry.conversationId)).toEqual([idOf('c1')]);
    await desk().take(idOf(), noor);
    await expect(withBot()).resolves.toEqual([]);
    test.clock.forward({ minutes: 1 });
    await desk().close(idOf(), noor);
    await expect(withBot()).resolves.toEqual([]);
    test.clock.forward({ minutes: 1 });
    await test.say('Waar vind ik mijn esim?');
    expect((await withBot()).map((entry) => entry.conversationId)).toEqual([idOf('c1')]);
    test.clock.forward({ days: 2 });
    await expect(withBot()).resolves.toEqual([]);
  });

  it('is taken by one agent, the customer told who is there, and the bot is silent', async () => {
    await test.say('Hoe zet ik de wifi aan?');
    test.newTexts();
    await expect(desk().take(idOf(), noor)).resolves.toEqual(DONE);
    await expect(desk().take(idOf(), noor)).resolves.toEqual(DONE);
    await expect(desk().take(idOf(), tijs)).resolves.toEqual({
      kind: 'conflict',
      state: 'with-agent',
      agentName: 'Noor',
    });
    await test.bot.idle();
    expect(test.newTexts()).toEqual([expect.stringContaining('Noor')]);
    await expect(desk().entries()).resolves.toMatchObject([
      { state: 'with-agent', reason: 'taken', holder: { name: 'Noor' }, question: 'Hoe zet ik de wifi aan?' },
    ]);
    await test.say('En mijn esim?');
    expect(test.newTexts()).toEqual([]);
    await expect(desk().reply(idOf(), noor, 'Ik kijk mee.', 'key-one-two')).resolves.toEqual(DONE);
  });

  it('is claimed where the customer waits meanwhile, and unknown where there is none', async () => {
    await test.say('Ik wil een medewerker spreken');
    await expect(desk().take(idOf(), noor)).resolves.toEqual(DONE);
    expect(await desk().entries()).toMatchObject([{ reason: 'asked', state: 'with-agent' }]);
    await expect(desk().take('nobody', noor)).resolves.toEqual({ kind: 'unknown-conversation' });
  });

  it('is opened again by an agent after it was closed, with what it was about', async () => {
    await test.say('Mijn factuur klopt niet, ik wil een medewerker spreken');
    await desk().claim(idOf(), noor);
    const before = (await desk().conversation(idOf()))?.entry.question;
    await desk().close(idOf(), noor);
    await test.bot.idle();
    test.newTexts();
    await expect(desk().take(idOf(), tijs)).resolves.toEqual(DONE);
    await desk().reply(idOf(), tijs, 'Nog even dit.', 'key-one-two');
    await test.bot.idle();
    expect(test.newTexts()).toEqual([expect.stringContaining('Tijs'), 'Nog even dit.']);
    expect(await desk().entries()).toMatchObject([{ reason: 'taken', question: before }]);
    expect(await test.bot.deskTools.archive.history(idOf())).toHaveLength(2);
  });

  it('cannot be taken where the channel takes nothing any more', async () => {
    await test.say('Hoe zet ik de wifi aan?');
    test.database.prepare('update conversations set isUnreachable = 1').run();
    await expect(desk().take(idOf(), noor)).resolves.toEqual({
      kind: 'cannot-reach',
      problem: 'unreachable',
    });
    await expect(desk().entries()).resolves.toEqual([]);
  });

  it('is opened again and answered after closing for as long as the channel takes an agent’s words', async () => {
    await test.say('Ik wil een medewerker spreken');
    await desk().claim(idOf(), noor);
    await desk().close(idOf(), noor);
    test.clock.forward({ days: 1, minutes: 60 });
    await expect(desk().take(idOf(), noor)).resolves.toEqual(DONE);
    await expect(desk().reply(idOf(), noor, 'Uw monteur komt om 10 uur.', 'key-late-one')).resolves.toEqual(
      DONE,
    );
    await test.bot.idle();
    expect(test.newTexts().at(-1)).toBe('Uw monteur komt om 10 uur.');
    await desk().close(idOf(), noor);
    test.clock.forward({ days: 1 });
    await expect(desk().take(idOf(), noor)).resolves.toEqual({
      kind: 'cannot-reach',
      problem: 'window-closed',
    });
  });

  it('is taken from the bot again after closing, once the customer went on with the bot', async () => {
    await test.say('Ik wil een medewerker spreken');
    await desk().claim(idOf(), noor);
    await desk().close(idOf(), noor);
    await test.say('Hoe zet ik de wifi aan?');
    await expect(desk().take(idOf(), tijs)).resolves.toEqual(DONE);
    expect(await desk().entries()).toMatchObject([
      { reason: 'taken', question: 'Hoe zet ik de wifi aan?', holder: { name: 'Tijs' } },
    ]);
    await expect(desk().reply(idOf(), noor, 'Ik ook', 'key-of-noor')).resolves.toMatchObject({
      kind: 'conflict',
      agentName: 'Tijs',
    });
  });

  it('of two who take it at once one has it', async () => {
    await test.say('Hoe zet ik de wifi aan?');
    const outcomes = await Promise.all([desk().take(idOf(), noor), desk().take(idOf(), tijs)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done']);
  });
});
