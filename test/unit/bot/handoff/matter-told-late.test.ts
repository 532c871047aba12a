import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestBot } from '../support/test-bot.js';

let test: TestBot;
beforeEach(async () => {
  test = await TestBot.open();
});
afterEach(() => test.bot.stop());

/** How the rows of the queue stand, in their order. */
async function rows() {
  const entries = await test.bot.desk.entries();
  return entries.map(({ customerName, question }) => [customerName, question]);
}

async function says(name: string, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await test.say(text, { conversation: { id: name }, from: { id: name, name } });
}

describe('who asks for a person before they say what it is about', () => {
  it('is headed in the queue by what they tell while they wait, and keeps their place', async () => {
    await says('Anna', 'Ik wil graag een medewerker spreken');
    await says('Bram', 'Medewerker graag');
    expect(await rows()).toEqual([
      ['Anna', ''],
      ['Bram', ''],
    ]);
    await says('Bram', 'Mijn pakket is nergens te vinden');
    await says('Anna', 'Het lampje van mijn modem knippert rood, belachelijk!!');
    expect(await rows()).toEqual([
      ['Anna', 'Het lampje van mijn modem knippert rood, belachelijk!!'],
      ['Bram', 'Mijn pakket is nergens te vinden'],
    ]);
    await says('Bram', 'De bezorger heeft niet aangebeld');
    expect((await rows())[1]).toEqual(['Bram', 'Mijn pakket is nergens te vinden']);
  });

  it.each([
    ['a number', '06-12345678'],
    ['a name', 'mijn naam is Anna de Vries'],
    ['a look for the place', 'hoe lang moet ik wachten?'],
    ['an impatient word', 'bent u er nog?'],
    ['thanks', 'dank je wel'],
  ])('is not headed by %s', async (_, text) => {
    await says('Anna', 'Ik wil graag een medewerker spreken', text);
    expect(await rows()).toEqual([['Anna', '']]);
    await says('Anna', 'Mijn pakket is nergens te vinden');
    expect(await rows()).toEqual([['Anna', 'Mijn pakket is nergens te vinden']]);
  });

  it('gives the agent what the bot would have answered to it', async () => {
    await says('Anna', 'Ik wil graag een medewerker spreken', 'Mijn wifi doet het niet');
    const [entry] = await test.bot.desk.entries();
    const conversation = await test.bot.desk.conversation(entry?.conversationId ?? '');
    expect(conversation?.bestGuess?.question).toMatch(/wifi/i);
  });

  it.each([
    'ja, graag een medewerker',
    'ok, medewerker graag',
    'Hallo! Ik wil een medewerker spreken',
    'Ja. Mag ik iemand spreken?',
  ])('is headed by what was said before, not by a word beside the request: %s', async (request) => {
    await says('Anna', 'Mijn goudvis is ziek', request);
    expect(await rows()).toEqual([['Anna', expect.stringContaining('goudvis')]]);
  });

  it('keeps the question that was said before', async () => {
    await says('Anna', 'Mijn goudvis is ziek', 'Ik wil graag een medewerker spreken');
    const before = await rows();
    await says('Anna', 'Mijn pakket is nergens te vinden');
    expect(await rows()).toEqual(before);
    expect(before).toEqual([['Anna', expect.stringContaining('goudvis')]]);
  });
});
