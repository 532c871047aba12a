import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestBot } from '../support/test-bot.js';

describe('the question at the top of the queue', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
  });
  afterEach(() => test.bot.stop());

  const OUTAGE = 'Mijn internet ligt er sinds vanochtend uit';
  const DOWN = 'My internet is down since this morning';

  it.each([
    ['a number', OUTAGE, [OUTAGE, '06-12345678', 'ja']],
    [
      'a number in a sentence',
      OUTAGE,
      [OUTAGE, 'Mijn nummer is 06 12345678', 'Ik wil een medewerker spreken'],
    ],
    ['an address', DOWN, [DOWN, 'john@example.com', 'yes please']],
    ['a postcode', OUTAGE, [OUTAGE, '1234 AB 12', 'ja graag']],
    ['a name that is introduced', OUTAGE, [OUTAGE, 'Mijn naam is Jan de Vries', 'medewerker']],
    ['a name alone, which stands behind it', `${DOWN} John Smith`, [DOWN, 'John Smith', 'agent please']],
    [
      'thanks',
      'Waarom doet mijn wifi het niet?',
      ['Waarom doet mijn wifi het niet?', 'bedankt', 'medewerker'],
    ],
    ['a person asked for', OUTAGE, [OUTAGE, 'Ik wil een medewerker spreken']],
    [
      'letting go',
      'mijn goudvis is ziek',
      ['mijn goudvis is ziek', 'nee laat maar', 'kan ik iemand spreken?'],
    ],
  ])('is the matter, not what came after it: %s', async (_, question, lines) => {
    for (const line of lines) await test.say(line);
    const [entry] = await test.bot.desk.entries();
    expect(entry).toMatchObject({ state: 'waiting', question });
  });

  it.each([
    ['a matter of its own', ['06-12345678', OUTAGE, 'ja'], OUTAGE],
    ['nothing else', ['06-12345678', 'ja'], '06-12345678'],
    [
      'another matter',
      [OUTAGE, 'Ik wil mijn nummer 0612345678 meenemen', 'ja'],
      'Ik wil mijn nummer 0612345678 meenemen',
    ],
  ])('is what was said where there was %s', async (_, lines, question) => {
    for (const line of lines) await test.say(line);
    const [entry] = await test.bot.desk.entries();
    expect(entry).toMatchObject({ state: 'waiting', question });
  });
});
