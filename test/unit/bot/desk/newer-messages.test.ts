import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { TestBot } from '../support/test-bot.js';

const SANNE: DeskAgent = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' };
const JORIS: DeskAgent = {
  ...{ id: 'agent-2', name: 'Joris', email: 'joris@example.com', role: 'administrator' },
};
const DONE = { kind: 'done' };
const KEY = 'key-of-reply';

describe('a reply that tells which message its author saw last', () => {
  let test: TestBot;
  let id: string;
  beforeEach(async () => {
    test = await TestBot.open();
    await test.say('Ik wil graag een medewerker spreken');
    id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
    await test.bot.desk.claim(id, SANNE);
    await settled();
  });
  afterEach(() => test.bot.stop());

  const reply = (text: string, seenId: string, key = KEY) =>
    test.bot.desk.reply(id, SANNE, text, key, seenId);
  const newestId = async () => (await test.bot.desk.conversation(id))?.messages.at(-1)?.id ?? '';
  const settled = async () => {
    await test.bot.idle();
    return test.newTexts();
  };

  it('is said where nothing came after it', async () => {
    await expect(reply('Dag', await newestId())).resolves.toEqual(DONE);
    await expect(settled()).resolves.toEqual(['Dag']);
  });

  it('is held back with what the customer wrote meanwhile, and said once that was seen', async () => {
    const seen = await newestId();
    await test.say('Laat maar, het werkt weer');
    await test.say('Toch niet');
    const outcome = await reply('Zet het modem uit', seen);
    expect(outcome).toMatchObject({
      kind: 'newer',
      messages: [
        { from: 'customer', text: 'Laat maar, het werkt weer' },
        { from: 'customer', text: 'Toch niet' },
      ],
    });
    await expect(settled()).resolves.toEqual([]);
    await expect(reply('Zet het modem uit', await newestId())).resolves.toEqual(DONE);
    await expect(settled()).resolves.toEqual(['Zet het modem uit']);
  });

  it('is not held back by the bot’s notices or by earlier replies of its author', async () => {
    const seen = await newestId();
    await test.bot.desk.giveBack(id, SANNE);
    await test.say('Ik wil graag een medewerker spreken');
    const asked = await newestCustomerId();
    await test.bot.desk.claim(id, SANNE);
    await expect(reply('Dag', asked, 'key-number-1')).resolves.toEqual(DONE);
    await expect(reply('Wat is er mis?', asked, 'key-number-2')).resolves.toEqual(DONE);
    await expect(reply('Hallo?', seen, 'key-number-3')).resolves.toMatchObject({ kind: 'newer' });
  });

  it('is held back by what a colleague said', async () => {
    const seen = await newestId();
    await test.bot.desk.takeOver(id, JORIS, SANNE.id);
    await test.bot.desk.reply(id, JORIS, 'Ik heb het al geregeld', 'key-of-joris');
    await test.bot.desk.giveBack(id, JORIS);
    await test.say('Ik wil graag een medewerker spreken');
    await test.bot.desk.claim(id, SANNE);
    const outcome = await reply('Ik regel het', seen);
    expect(outcome).toMatchObject({ kind: 'newer', messages: [{ from: 'agent', name: 'Joris' }, {}] });
  });

  it('is held back by somebody who answers in the channel’s own inbox', async () => {
    const seen = await newestId();
    await test.bot.takeEvent({
      kind: 'answered-elsewhere',
      of: { channelId: 'test', conversationId: 'c1' },
      at: test.clock.now().toISOString(),
      text: 'Al geregeld',
      activityId: 'elsewhere-1',
      place: 'Meta Business Suite',
      from: { id: 'customer-1' },
      recipient: { id: 'bot-1' },
      door: 'webchat',
    });
    const outcome = await reply('Ik regel het', seen);
    expect(outcome).toMatchObject({
      kind: 'newer',
      messages: [{ from: 'agent', name: 'Meta Business Suite', text: 'Al geregeld' }],
    });
  });

  it('stays said when it comes again, whatever came meanwhile', async () => {
    const seen = await newestId();
    await reply('Dag', seen);
    await test.say('Hallo?');
    await expect(reply('Dag', seen)).resolves.toEqual(DONE);
    await expect(settled()).resolves.toEqual(['Dag']);
  });

  it('is held back where it names a message that this conversation does not have', async () => {
    await expect(reply('Dag', 'another')).resolves.toMatchObject({ kind: 'newer' });
  });

  it('goes as before where its author’s page does not tell', async () => {
    await test.say('Hallo?');
    await expect(test.bot.desk.reply(id, SANNE, 'Dag', KEY)).resolves.toEqual(DONE);
  });

  it('is no reply of somebody else', async () => {
    const seen = await newestId();
    await test.say('Hallo?');
    await expect(test.bot.desk.reply(id, JORIS, 'Dag', KEY, seen)).resolves.toMatchObject({
      ...{ kind: 'conflict', agentName: 'Sanne' },
    });
  });

  async function newestCustomerId(): Promise<string> {
    const messages = (await test.bot.desk.conversation(id))?.messages ?? [];
    return messages.filter(({ from }) => from === 'customer').at(-1)?.id ?? '';
  }
});
