import type { Clock } from '../../index/platform/clock.js';
import type { DeskAgent } from '../contracts/desk.js';
import type { DeskSession } from '../contracts/desk-accounts.js';
import type { SessionRow } from '../store/account-tables.js';
import { insertSession, updateAgent } from '../store/accounts/agents.js';
import { keepNewestSessions } from '../store/accounts/sessions.js';
import type { Write } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { hashToken, newToken } from './tokens.js';

/** Opens a session, in the transaction that made sure that the account may have one. */
export type OpenSession = (
  write: Write,
  agent: DeskAgent,
  device?: string,
  openedWith?: SessionRow['openedWith'],
) => Promise<DeskSession>;

/** Sessions that one account may have; a new one ends the oldest. */
export const MOST_SESSIONS = 50;

const LONGEST_DEVICE = 60;

/** @param sessionHours how long somebody stays signed in */
export function createSessions(clock: Clock, audit: AccountAudit, sessionHours: number): OpenSession {
  return async (write, agent, device = '', openedWith = 'password') => {
    const token = newToken();
    const now = clock.now();
    const createdAt = now.toISOString();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000).toISOString();
    await updateAgent(write, agent.id, { signedInAt: createdAt });
    await insertSession(write, {
      tokenHash: hashToken(token),
      agentId: agent.id,
      createdAt,
      expiresAt,
      device: device.slice(0, LONGEST_DEVICE),
      seenAt: createdAt,
      openedWith,
    });
    await keepNewestSessions(write, agent.id, MOST_SESSIONS);
    await audit.keep(write, 'sign-in.ok', agent.id);
    return { token, agent, expiresAt };
  };
}
