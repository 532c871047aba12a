import { expect, it } from 'vitest';
import { TestBot } from './support/test-bot.js';

it.each(['nvm', 'Nvm, thanks', 'laatmaar'])('a customer who waits leaves the queue by %j', async (text) => {
  const test = await TestBot.open();
  await test.say('Ik wil een medewerker spreken');
  expect(test.rows('select state from handoffs')).toEqual([{ state: 'waiting' }]);
  await test.say(text);
  expect(test.rows("select state from handoffs where state = 'waiting'")).toEqual([]);
  await test.bot.stop();
});
