import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskSecurity, OpenSessionLook } from '../contracts/accounts/desk-security.js';
import { deleteSession } from '../store/accounts/agents.js';
import { deleteOtherSessions, openSessionsOf } from '../store/accounts/sessions.js';
import type { Store, Write } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { accountOf, requireAdministrator } from './administrators.js';
import { MOST_SESSIONS } from './sessions.js';
import { hashToken } from './tokens.js';

export interface SessionLookParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AccountAudit;
  /** Told, once it is written, that some sessions of an account have ended. */
  readonly onSomeEnded: (agentId: string) => void;
}

type SessionLooks = Pick<
  DeskSecurity,
  'sessionsOf' | 'endOwnSession' | 'endOtherSessions' | 'sessionsOfAccount' | 'endSessionOfAccount'
>;

/** Where an account is signed in, and ending that, for itself and for administrators. */
export function createSessionLooks(parts: SessionLookParts): SessionLooks {
  const { store, clock, log, audit } = parts;

  async function look(on: Store, agentId: string, token: string | null): Promise<OpenSessionLook[]> {
    const ownHash = token === null ? null : hashToken(token);
    const rows = await openSessionsOf(on, agentId, clock.now().toISOString(), MOST_SESSIONS);
    return rows.map(({ tokenHash, device, createdAt, seenAt }) => ({
      id: idOf(tokenHash),
      device,
      since: createdAt,
      lastSeen: seenAt ?? createdAt,
      isOwn: tokenHash === ownHash,
    }));
  }

  async function end(write: Write, agentId: string, sessionId: string, byId: string): Promise<boolean> {
    const rows = await openSessionsOf(write, agentId, clock.now().toISOString(), MOST_SESSIONS);
    const found = rows.find(({ tokenHash }) => idOf(tokenHash) === sessionId);
    if (!found) return false;
    await deleteSession(write, found.tokenHash);
    await audit.keep(write, 'account.session-ended', agentId, byId);
    return true;
  }

  function told(isEnded: boolean, agentId: string, byAgentId: string): void {
    if (!isEnded) return;
    log.info('A session of an account was ended.', { agentId, byAgentId });
    parts.onSomeEnded(agentId);
  }

  return {
    sessionsOf: (agentId, token) => look(store, agentId, token),

    async endOwnSession(agentId, sessionId) {
      const isEnded = await store.transaction().execute((write) => end(write, agentId, sessionId, agentId));
      told(isEnded, agentId, agentId);
    },

    async endOtherSessions(agentId, token) {
      const isEnded = await store.transaction().execute(async (write) => {
        const sessions = await deleteOtherSessions(write, agentId, hashToken(token));
        if (sessions > 0) await audit.keep(write, 'account.sessions-ended', agentId, agentId, { sessions });
        return sessions > 0;
      });
      told(isEnded, agentId, agentId);
    },

    sessionsOfAccount: (agentId, by) =>
      store.transaction().execute(async (write) => {
        await requireAdministrator(write, by);
        await accountOf(write, agentId);
        return look(write, agentId, null);
      }),

    async endSessionOfAccount(agentId, sessionId, by) {
      const isEnded = await store.transaction().execute(async (write) => {
        await requireAdministrator(write, by);
        await accountOf(write, agentId);
        return end(write, agentId, sessionId, by.id);
      });
      told(isEnded, agentId, by.id);
    },
  };
}

/** Names a session without opening it: a hash of the hash of its token. */
function idOf(tokenHash: string): string {
  return hashToken(tokenHash).slice(0, 22);
}
