import type { DeskRole } from '../../bot/contracts/desk.js';
import type { BotDeskServer } from './bot-desk-server.js';
import { createDeskClient, type DeskClient } from './desk-client.js';

const PASSWORD = 'een zin van een paar woorden';

/** The first administrator of a desk, signed in through its door. */
export async function firstAtDesk(server: BotDeskServer, name: string): Promise<DeskClient> {
  return join(server, (await server.test.bot.accounts.firstInvitation()) ?? '', name);
}

/** A colleague whom somebody who is signed in invites, signed in as well. */
export async function colleagueOf(
  server: BotDeskServer,
  by: DeskClient,
  role: DeskRole,
  name: string,
): Promise<DeskClient> {
  const { agent } = (await by.get('/me')).body ?? {};
  if (!agent) throw new TypeError('Nobody is signed in.');
  return join(server, (await server.test.bot.accounts.invite(role, agent)).token, name);
}

async function join(server: BotDeskServer, token: string, name: string): Promise<DeskClient> {
  const email = `${name}@example.com`;
  await server.test.bot.accounts.accept(token, { name, email, password: PASSWORD });
  const client = createDeskClient(server.url);
  await client.signIn(email, PASSWORD);
  return client;
}
