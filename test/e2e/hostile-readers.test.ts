import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeafClient, historyRequest, openDeaf, upgradeRequest } from '../support/deaf-client.js';
import { answeredFrom, openCustomer } from '../support/product-customer.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { errorCode } from '../support/webchat-visitor.js';

const QUESTION = 'Waar vind ik de puk-code van mijn simkaart?';
const ITEM = 'samples:nl-001';
const READERS = 250;
const WINDOWS = 40;

let product: RunningProduct;
const clients: DeafClient[] = [];

beforeAll(async () => {
  // A heap in which a few dozen whole conversations have no room.
  product = await startProduct({ settings: { NODE_OPTIONS: '--max-old-space-size=128' } });
});
afterAll(async () => {
  for (const client of clients) client.end();
  await product.remove();
});

it('outlives a stranger who fills a chat and asks for it again and again without reading', async () => {
  const mallory = await openCustomer(product.url);
  const event = { type: 'event', name: 'x', text: '\u0001'.repeat(4_000), value: 'y'.repeat(8_000) };
  const large = await mallory.post({ ...event, channelData: { pad: 'y'.repeat(200_000) } });
  expect([large.status, errorCode(large.body)]).toEqual([413, 'ActivityTooLarge']);
  let posted = await mallory.post(event);
  for (let count = 1; posted.status === 200 && count < 590; count++) posted = await mallory.post(event);
  expect([posted.status, errorCode(posted.body)]).toEqual([409, 'WebchatConversationFull']);

  const { conversationId, token } = mallory;
  const request = historyRequest(product.url, conversationId, token);
  for (let count = 0; count < READERS; count++) clients.push(await openDeaf(product.url, request));
  const { body } = await mallory.call(`/conversations/${conversationId}?watermark=`);
  for (let count = 0; count < WINDOWS; count++) {
    clients.push(await openDeaf(product.url, upgradeRequest(String(body.streamUrl))));
  }

  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  const customer = await openCustomer(product.url);
  await customer.say(QUESTION);
  await customer.until((said) => answeredFrom(said) === ITEM);
  expect(await product.stop()).toBe(0);
  expect(product.output()).not.toMatch(/heap out of memory|"level":[56]0/);
});
