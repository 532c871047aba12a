import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestBot } from './support/test-bot.js';

// Looking for others of the same customer is no reading of this one.
const READS_CONVERSATIONS = /^select\b.*\b(from|join) "conversations"(?! as )/;

describe('what a turn reads', () => {
  let bot: TestBot;
  let statements: string[] = [];
  beforeEach(async () => {
    statements = [];
    bot = await TestBot.open({ onStatement: (text) => statements.push(text) });
    await bot.say('hallo');
    await bot.bot.idle();
  });
  afterEach(() => bot.bot.stop());

  it.each(['hoe werkt mijn wifi?', 'ik wil een medewerker spreken', 'ja', 'wat kost een gouden tientje?'])(
    'reads the conversation once: "%s"',
    async (text) => {
      expect(await readsOf(() => bot.say(text))).toHaveLength(1);
    },
  );

  it('reads the conversation once for a tap', async () => {
    await bot.say('hoe werkt mijn wifi?');
    const { feedback } = bot.newMessages().at(-1) ?? {};
    expect(feedback?.no.value).toBeDefined();
    const { title, value } = feedback?.no ?? {};
    expect(await readsOf(() => bot.say(title ?? '', { value }))).toHaveLength(1);
  });

  it('reads the conversation once where somebody waits for a person', async () => {
    await bot.say('ik wil een medewerker spreken');
    expect(await readsOf(() => bot.say('duurt het nog lang?'))).toHaveLength(1);
  });

  async function readsOf(turn: () => Promise<void>): Promise<string[]> {
    statements = [];
    await turn();
    return statements.filter((text) => READS_CONVERSATIONS.test(text));
  }
});
