import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import type { TestBot } from './test-bot.js';

const NOOR = { name: 'Noor', email: 'noor@example.com', password: 'een lange zin' };

/** Makes the first administrator of a bot and signs her in. */
export async function signIn({ bot }: TestBot): Promise<DeskSession> {
  return bot.accounts.accept((await bot.accounts.firstInvitation()) ?? '', NOOR);
}

/**
 * Makes an account and is at the desk with it.
 * @param by who invites; nobody invites the first, who is the administrator
 */
export async function arriveAtDesk({ bot }: TestBot, name: string, by?: DeskAgent): Promise<DeskAgent> {
  const { accounts, desk } = bot;
  const token = by ? (await accounts.invite('agent', by)).token : ((await accounts.firstInvitation()) ?? '');
  const account = { name, email: `${name.toLowerCase()}@example.com`, password: 'een zin van woorden' };
  const { agent } = await accounts.accept(token, account);
  await desk.present(agent.id);
  return agent;
}
