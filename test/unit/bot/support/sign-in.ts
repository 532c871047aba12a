import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import type { TestBot } from './test-bot.js';

const NOOR = { name: 'Noor', email: 'noor@example.com', password: 'een lange zin' };

/** Makes the first administrator of a bot and signs her in. */
export async function signIn({ bot }: TestBot): Promise<DeskSession> {
  return bot.accounts.accept((await bot.accounts.firstInvitation()) ?? '', NOOR);
}
