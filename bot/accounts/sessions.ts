import type { Clock } from '../../index/platform/clock.js';
import type { DeskAgent } from '../contracts/desk.js';
import type { DeskSession } from '../contracts/desk-accounts.js';
import { insertSession, updateAgent } from '../store/accounts/agents.js';
import type { Write } from '../store/store.js';
import { hashToken, newToken } from './tokens.js';

/** Opens a session, in the transaction that made sure that the account may have one. */
export type OpenSession = (write: Write, agent: DeskAgent) => Promise<DeskSession>;

/** @param sessionHours how long somebody stays signed in */
export function createSessions(clock: Clock, sessionHours: number): OpenSession {
  return async (write, agent) => {
    const token = newToken();
    const now = clock.now();
    const createdAt = now.toISOString();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000).toISOString();
    await updateAgent(write, agent.id, { signedInAt: createdAt });
    await insertSession(write, { tokenHash: hashToken(token), agentId: agent.id, createdAt, expiresAt });
    return { token, agent, expiresAt };
  };
}
