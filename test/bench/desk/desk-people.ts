import { readFileSync } from 'node:fs';
import { createDeskClient, type DeskClient } from '../../support/desk-client.js';
import { postDirectLine } from '../post-direct-line.js';

const PASSWORD = 'only for measuring, long enough';

/** The first administrator and as many agents as make `count` people, all signed in. */
export async function signInAgents(url: string, output: string, count: number): Promise<DeskClient[]> {
  // No terminal reads what this server says: the link is in a file that it names.
  const file = /one-time link is in (\S+)/.exec(output)?.[1];
  const token = /invitation#(\S+)/.exec(file ? readFileSync(file, 'utf8') : output)?.[1];
  if (token === undefined) throw new Error(`no invitation in: ${output}`);
  const first = await accept(url, token, 0);
  const agents = [first];
  for (let number = 1; number < count; number += 1) {
    const { body } = await first.post('/invitations', { role: 'agent' });
    agents.push(await accept(url, body?.link?.split('#')[1] ?? '', number));
  }
  return agents;
}

async function accept(url: string, token: string, number: number): Promise<DeskClient> {
  const client = createDeskClient(url);
  const [name, email] = [`Agent ${number}`, `agent${number}@example.com`];
  const { status, body } = await client.post('/invitation/accept', {
    token,
    name,
    email,
    password: PASSWORD,
  });
  if (status !== 200) throw new Error(`an agent was not taken: ${status} ${JSON.stringify(body)}`);
  return client;
}

export interface WaitingCustomer {
  say(text: string): Promise<void>;
}

/** A customer of the web chat who asks for a person. */
export async function openWaitingCustomer(url: string, name: string): Promise<WaitingCustomer> {
  const { token } = await postDirectLine(`${url}/api/webchat/token`, {});
  const base = `${url}/v3/directline/conversations`;
  const conversation = await postDirectLine(base, {}, token);
  const address = `${base}/${conversation.conversationId}/activities`;
  const say = async (text: string) => {
    await postDirectLine(address, { type: 'message', text, from: { id: 'customer' } }, conversation.token);
  };
  await say(`Ik wil een medewerker spreken. ${name}`);
  return { say };
}
