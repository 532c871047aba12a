import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskClient, type DeskClient } from '../support/desk-client.js';
import { openCustomer, type ProductCustomer, placeToldIn } from '../support/product-customer.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';

const PASSWORD = 'een zin van een paar woorden';
const PERSON = 'Ik wil graag een medewerker spreken.';

let product: RunningProduct;
let noor: DeskClient;

beforeAll(async () => {
  product = await startProduct();
  noor = await accepted(product.firstInvitation ?? '', 'Noor');
});
afterAll(() => product.remove());

async function accepted(link: string, name: string): Promise<DeskClient> {
  const client = createDeskClient(product.url);
  const email = `${name.toLowerCase()}@example.com`;
  const account = { token: link.split('#')[1], name, email, password: PASSWORD };
  expect((await client.post('/invitation/accept', account)).status).toBe(200);
  return client;
}

async function colleague(name: string): Promise<DeskClient> {
  const { body } = await noor.post('/invitations', { role: 'agent' });
  return accepted(body?.link ?? '', name);
}

/** A customer who waits for a person, and the id of their conversation at the desk. */
async function waiting(): Promise<{ customer: ProductCustomer; id: string }> {
  const known = new Set((await entries()).map((entry) => entry.conversationId));
  const customer = await openCustomer(product.url);
  await customer.say(PERSON);
  await customer.until((said) => placeToldIn(said) !== null);
  const id = (await entries()).find((entry) => !known.has(entry.conversationId))?.conversationId;
  return { customer, id: id ?? 'missing' };
}

async function entries() {
  return (await noor.get('/entries')).body?.entries ?? [];
}

describe('a customer whose agent is gone', () => {
  it('is told so, comes first, and is helped by the next agent who knows everything', async () => {
    const [sanne, joris] = [await colleague('Sanne'), await colleague('Joris')];
    const { customer, id } = await waiting();
    expect((await sanne.post(`/conversation/${id}/claim`)).status).toBe(200);
    await sanne.post(`/conversation/${id}/reply`, { text: 'Wat is uw nummer?', key: 'first-reply' });
    await customer.until((said) => said.text?.includes('Wat is uw nummer?') === true);
    const other = await waiting();
    expect((await sanne.post('/sign-out')).status).toBe(204);

    const told = await customer.until((said) => said.text?.startsWith('Sanne moest weg.') === true);
    expect(placeToldIn(told)).toBe(1);
    expect((await entries()).map((entry) => entry.conversationId)).toEqual([id, other.id]);
    await customer.say('Mijn nummer is 12');

    expect((await joris.post(`/conversation/${id}/claim`)).status).toBe(200);
    await customer.until((said) => said.text?.startsWith('Joris neemt het gesprek over') === true);
    const { body } = await joris.get(`/conversation/${id}`);
    const said = body?.conversation?.messages.map((message) => message.text);
    expect(said).toEqual(expect.arrayContaining([PERSON, 'Wat is uw nummer?', 'Mijn nummer is 12']));
    await joris.post(`/conversation/${id}/reply`, { text: 'Dank u wel.', key: 'second-reply' });
    await customer.until((heard) => heard.text?.includes('Dank u wel.') === true);
    await joris.post(`/conversation/${id}/close`);
    await other.customer.say('Annuleren', { action: 'cancel-request' });
  });

  it('is taken over by an administrator, and the agent who lost them is told who has them', async () => {
    const tess = await colleague('Tess');
    const { customer, id } = await waiting();
    await tess.post(`/conversation/${id}/claim`);
    const tessId = (await tess.get('/me')).body?.agent?.id;
    const refused = await noor.post(`/conversation/${id}/claim`);
    expect([refused.status, refused.body?.error?.agentName]).toEqual([409, 'Tess']);
    expect((await noor.post(`/conversation/${id}/take-over`, { from: tessId })).status).toBe(200);
    await customer.until((said) => said.text?.startsWith('Noor helpt u nu verder') === true);
    const late = await tess.post(`/conversation/${id}/reply`, { text: 'Nog even', key: 'late-reply' });
    expect([late.status, late.body?.error?.agentName]).toEqual([409, 'Noor']);
    await noor.post(`/conversation/${id}/reply`, { text: 'Ik help u.', key: 'third-reply' });
    await customer.until((said) => said.text?.includes('Ik help u.') === true);
  });
});
