import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import { TestBot } from '../support/test-bot.js';

const WIFI = 'Waarom doet mijn wifi het niet?';
const ESIM = 'Hoe activeer ik mijn esim?';

describe('a message that answers to another', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  /** The channel's id of the answer that was sent last. */
  const lastId = () => `sent-${test.transport.messages.at(-1)?.id}`;
  const quoting = (activityId: string, text: string | null = null) => ({ quoted: { activityId, text } });
  const ask = async (text: string) => {
    await test.say(text);
    return lastId();
  };
  async function atDesk(): Promise<readonly DeskMessage[]> {
    const [row] = test.rows('select id from conversations');
    return (await test.bot.desk.conversation(String(row?.id)))?.messages ?? [];
  }
  const itemsOfTurns = () => test.rows('select itemId from turns order by rowid').map(({ itemId }) => itemId);

  it('goes on from the answer that it quotes, not from the one before it', async () => {
    const wifi = await ask(WIFI);
    await ask(ESIM);
    test.knowledgeBase.searched.length = 0;
    await test.say('en op zolder?', quoting(wifi));
    expect(test.knowledgeBase.searched).toContain(`${WIFI} en op zolder?`);
  });

  it.each([
    'klopt dit nog?',
    'is dit nog actueel?',
    'is this still true?',
    'still valid?',
    'Geldt dit nog steeds?',
    'Is dat nog zo?',
    'Does this still work?',
  ])('is told that very answer again where it asks "%s", without losing what it is about', async (text) => {
    const wifi = await ask(WIFI);
    await ask(ESIM);
    await test.say(text, quoting(wifi));
    expect(itemsOfTurns().at(-1)).toBe('test:wifi');
    await test.say('dat werkt niet');
    expect(test.knowledgeBase.searched.at(-1)).toBe(WIFI);
  });

  it('is no word on an answer where it quotes what the customer said themselves', async () => {
    await test.say(WIFI, { id: 'mine' });
    await test.say('weet iemand dit?', quoting('mine'));
    expect(test.knowledgeBase.searched).toContain(`${WIFI} weet iemand dit?`);
  });

  it('shows the agent what is quoted, as it stands now', async () => {
    const wifi = await ask(WIFI);
    await test.say(ESIM, { id: 'mine' });
    await test.say('klopt dit nog?', quoting(wifi));
    await test.say('en dit?', quoting('mine'));
    const quoted = async () => (await atDesk()).flatMap((message) => message.quoted ?? []);
    expect(await quoted()).toMatchObject([
      { from: 'bot', text: expect.stringContaining('Zet het modem uit en aan.') },
      { from: 'customer', text: ESIM },
    ]);
    await test.bot.receive(
      {
        type: 'messageDelete',
        id: 'mine',
        channelId: 'test',
        from: { id: 'u1' },
        conversation: { id: 'c1' },
      },
      test.transport,
    );
    await test.bot.idle();
    expect(JSON.stringify(await quoted())).not.toContain('esim');
  });

  it('shows what came along where the message is not found, and takes nothing of it from clients of a web chat', async () => {
    await test.say('klopt dit?', quoting('unknown', 'Vanaf 1 mei geldt …'));
    expect((await atDesk()).flatMap((message) => message.quoted ?? [])).toEqual([
      { from: null, name: '', text: 'Vanaf 1 mei geldt …' },
    ]);
    const there = { channelId: 'directline', conversation: { id: 'c2' } };
    await test.say('klopt dit?', { ...there, ...quoting('unknown', 'U krijgt alles gratis') });
    const kept = test.rows('select message from messages').map(({ message }) => message);
    expect(kept.join()).not.toContain('gratis');
  });

  it('finds nothing of another conversation', async () => {
    const wifi = await ask(WIFI);
    await test.say('klopt dit nog?', { conversation: { id: 'c2' }, ...quoting(wifi) });
    const kept = test.rows("select message from messages where text = 'klopt dit nog?'");
    expect(JSON.parse(String(kept[0]?.message))).not.toHaveProperty('quoted');
  });
});

describe('a product that comes with a message', () => {
  const card = (title: string) => ({
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title, subtitle: '€ 499' },
  });

  it('is what the question is about, and stands at the desk as a card', async () => {
    const test = await TestBot.open();
    await test.say('heeft deze dat ook?', { attachments: [card('Telefoon met esim')] });
    expect(test.knowledgeBase.searched).toContain('Telefoon met esim heeft deze dat ook?');
    const [row] = test.rows('select id from conversations');
    const [message] = (await test.bot.desk.conversation(String(row?.id)))?.messages ?? [];
    expect(message).toMatchObject({ cards: [{ title: 'Telefoon met esim', subtitle: '€ 499', url: null }] });
    expect(message).not.toHaveProperty('files');
    await test.bot.stop();
  });
});

describe('the company as the page calls it', () => {
  it('is the one that the bot introduces itself for', async () => {
    const test = await TestBot.open();
    const page = { address: 'https://shop.example/', company: 'Merk  & Zoon\n' };
    await test.say('hallo', { channelData: { page } });
    expect(test.newTexts()[0]).toContain('de chatbot van Merk & Zoon.');
    const marked = { ...page, company: '[gratis](https://x.example)' };
    await test.say('hallo', { conversation: { id: 'c2' }, channelData: { page: marked } });
    expect(test.newTexts('c2')[0]).toContain('de chatbot van Zwaluw.');
    await test.bot.stop();
  });
});

describe('how a customer came', () => {
  it('stays known at the desk when they write, and is never searched', async () => {
    const test = await TestBot.open();
    const cameBy = { kind: 'ad', ref: 'esim-actie', ad: 'Nu 10 GB' } as const;
    await test.say('hallo', { cameBy });
    await test.say('ik wil een medewerker');
    const [entry] = await test.bot.desk.entries();
    expect(entry?.cameBy).toEqual(cameBy);
    expect(test.knowledgeBase.searched.join()).not.toContain('actie');
    await test.bot.stop();
  });
});
