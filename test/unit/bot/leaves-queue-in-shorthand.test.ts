import { expect, it } from 'vitest';
import { TestBot } from './support/test-bot.js';

const WAYS = [
  ...['nvm', 'Nvm, thanks', 'laatmaar', 'Never mind, got it', 'its fixed now, thanks'],
  ...[
    'I changed my mind',
    "don't need it anymore",
    'Ik hoef niet meer te wachten',
    'Laat maar, is al opgelost',
  ],
];

it.each(WAYS)('a customer who waits leaves the queue by %j', async (text) => {
  const test = await TestBot.open();
  await test.say('Ik wil een medewerker spreken');
  expect(test.rows('select state from handoffs')).toEqual([{ state: 'waiting' }]);
  await test.say(text);
  expect(test.rows("select state from handoffs where state = 'waiting'")).toEqual([]);
  await test.bot.stop();
});
