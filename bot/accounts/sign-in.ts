import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskSecurity, SignInExtras } from '../contracts/accounts/desk-security.js';
import type { DeskAccounts, DeskSession } from '../contracts/desk-accounts.js';
import type { AgentRow } from '../store/account-tables.js';
import { deleteSession, findAgent, findAgentByEmail } from '../store/accounts/agents.js';
import { type FoundSession, findSession, markSessionSeen } from '../store/accounts/sessions.js';
import type { Store } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { normalEmail } from './normal-email.js';
import type { Passwords } from './passwords.js';
import type { SecondFactors } from './second-factor/second-factor.js';
import type { OpenSession } from './sessions.js';
import { hashToken } from './tokens.js';

export interface SignInParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly openSession: OpenSession;
  readonly factors: SecondFactors;
  readonly audit: AccountAudit;
  /** Whether anybody signs in with a password. */
  readonly hasPasswords: boolean;
}

type SignIn = Pick<DeskAccounts, 'signIn' | 'agentOf' | 'signOut'> & Pick<DeskSecurity, 'unfinished'>;

/** So long after it was seen, a session is written down as seen again. */
const SEEN_MS = 5 * 60_000;

/** Who comes in, who is in, and who leaves. */
export function createSignIn(parts: SignInParts): SignIn {
  const { store, clock, log, passwords, openSession, factors, audit, hasPasswords } = parts;
  const markOf = createMarks();
  return {
    async signIn(email, password, extras = {}) {
      const row = await findAgentByEmail(store, normalEmail(email));
      // Whoever signs in with an unknown address waits as long as with a known one.
      const isRight = await passwords.verify(password, row?.passwordHash);
      // A locked account answers like a wrong password, after the same work: a stranger learns nothing.
      const session = row && isRight && row.lockedAt === null ? await signInStill(row, extras) : null;
      if (session === null) {
        const account = row ? { agentId: row.id } : { mark: markOf(normalEmail(email)) };
        const isLocked = (row?.lockedAt ?? null) !== null;
        log.warn('A sign-in at the desk was refused.', { ...account, isLocked });
        // Not waited for: it would take longer where there is an account.
        if (row) keepRefusal(row.id, isLocked ? 'locked' : 'password');
      }
      return session;
    },

    async agentOf(token) {
      const found = await look(token);
      return found === null || isUnfinished(found) ? null : found.agent;
    },

    async unfinished(token) {
      const found = await look(token);
      return found !== null && isUnfinished(found) ? found.agent : null;
    },

    signOut: (token) => deleteSession(store, hashToken(token)),
  };

  async function look(token: string) {
    const now = clock.now();
    const found = (await findSession(store, hashToken(token), now.toISOString())) ?? null;
    // Opened before passwords were switched off.
    if (found?.openedWith === 'password' && !hasPasswords) return null;
    if (found !== null && now.getTime() - Date.parse(found.seenAt) >= SEEN_MS) {
      await markSessionSeen(store, hashToken(token), now.toISOString()).catch((error: unknown) => {
        log.warn('It could not be kept when a session was used.', { agentId: found.agent.id, error });
      });
    }
    return found;
  }

  /** The provider of a sign-in asks for a second factor itself, or does not. */
  function isUnfinished({ agent, openedWith, hasSecondFactor }: FoundSession): boolean {
    return openedWith !== 'provider' && !hasSecondFactor && factors.isDemandedOf(agent.role);
  }

  /** Opens a session; null where the account was locked, removed or given a new password since the row was read. */
  async function signInStill(row: AgentRow, { code, device }: SignInExtras): Promise<DeskSession | null> {
    try {
      return await store.transaction().execute(async (write) => {
        const now = await findAgent(write, row.id);
        const isStill = now?.passwordHash === row.passwordHash && now.lockedAt === null;
        if (!isStill) return null;
        await factors.check(write, row.id, code);
        const { id, name, email, role } = now;
        return openSession(write, { id, name, email, role }, device);
      });
    } catch (error) {
      if (isCoded(error, 'CODE_WRONG') || isCoded(error, 'CODES_PAUSED')) {
        log.warn('A code at the sign-in of an account was refused.', { agentId: row.id });
        keepRefusal(row.id, 'code');
      }
      throw error;
    }
  }

  function keepRefusal(agentId: string, reason: 'password' | 'locked' | 'code'): void {
    void audit.keepRefusal(agentId, reason).catch((error: unknown) => {
      log.error('It could not be kept in the audit that a sign-in was refused.', { agentId, error });
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
