import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskAccounts, DeskSession } from '../contracts/desk-accounts.js';
import type { AgentRow } from '../store/account-tables.js';
import { agentOfSession, deleteSession, findAgent, findAgentByEmail } from '../store/accounts/agents.js';
import type { Store } from '../store/store.js';
import { normalEmail } from './normal-email.js';
import { LONGEST_PASSWORD, type Passwords } from './passwords.js';
import type { OpenSession } from './sessions.js';
import { hashToken } from './tokens.js';

export interface SignInParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly openSession: OpenSession;
}

/** Who comes in, who is in, and who leaves. */
export function createSignIn(parts: SignInParts): Pick<DeskAccounts, 'signIn' | 'agentOf' | 'signOut'> {
  const { store, clock, log, passwords, openSession } = parts;
  const markOf = createMarks();
  return {
    async signIn(email, password) {
      const row = await findAgentByEmail(store, normalEmail(email));
      // Whoever signs in with an unknown address waits as long as with a known one.
      const isRight = await passwords.verify(password.slice(0, LONGEST_PASSWORD), row?.passwordHash ?? null);
      // A locked account answers like a wrong password, after the same work: a stranger learns nothing.
      const session = row && isRight && row.lockedAt === null ? await signInStill(row) : null;
      if (session === null) {
        const account = row ? { agentId: row.id } : { mark: markOf(normalEmail(email)) };
        const isLocked = (row?.lockedAt ?? null) !== null;
        log.warn('A sign-in at the desk was refused.', { ...account, isLocked });
      }
      return session;
    },

    async agentOf(token) {
      return (await agentOfSession(store, hashToken(token), clock.now().toISOString())) ?? null;
    },

    signOut: (token) => deleteSession(store, hashToken(token)),
  };

  /** Opens a session; null where the account was locked, removed or given a new password since the row was read. */
  function signInStill(row: AgentRow): Promise<DeskSession | null> {
    return store.transaction().execute(async (write) => {
      const now = await findAgent(write, row.id);
      const isStill = now?.passwordHash === row.passwordHash && now.lockedAt === null;
      const { id, name, email, role } = row;
      return isStill ? openSession(write, { id, name, email, role }) : null;
    });
  }
}

/**
 * Marks addresses that no account has, for the log: the same address has the same mark until the program ends, and nobody
 * can tell the address from it, because the key is never written.
 */
function createMarks(): (email: string) => string {
  const key = randomBytes(32);
  return (email) => createHmac('sha256', key).update(email).digest('base64url').slice(0, 12);
}
