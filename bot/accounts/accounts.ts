import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskAccounts, DeskAgent, DeskRole, DeskSession } from '../contracts/desk.js';
import { botErrors } from '../errors.js';
import {
  agentOfSession,
  agentsInRole,
  deleteSession,
  findAgent,
  findAgentByEmail,
  insertAgent,
  insertSession,
  updateAgent,
} from '../store/accounts/agents.js';
import {
  deleteUnusedInvitations,
  insertInvitation,
  openInvitation,
  useInvitation,
} from '../store/accounts/one-time-links.js';
import type { Store, Write } from '../store/store.js';
import type { AgentRow } from '../store/tables.js';
import { createAccountChanges, isAdministrator } from './account-changes.js';
import { createPasswordResets } from './password-resets.js';
import { checkPassword } from './password-rules.js';
import type { Passwords } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

/** Longer ones would only keep the hash function busy. */
const LONGEST_PASSWORD = 1_000;
const INVITATION_MS = 7 * 86_400_000;

export interface Accounts extends DeskAccounts {
  /**
   * Makes the invitation of the first administrator, in place of one that was not used.
   * @returns its token; null when there is an administrator
   */
  firstInvitation(): Promise<string | null>;
}

export interface AccountParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessionHours: number;
  readonly passwords: Passwords;
  /**
   * Called once after an account was locked or removed, and after an administrator ended its sessions, so that what its
   * agent had can go to others; nothing happens where not given.
   */
  readonly onGone?: (agentId: string) => Promise<void>;
}

/** Accounts of the desk on the conversation store. */
export function createAccounts(parts: AccountParts): Accounts {
  const { store, clock, log, sessionHours, passwords, onGone = async () => {} } = parts;
  const listeners = new Set<(agentId: string) => void>();
  const onSessionsEnded = (agentId: string) => {
    for (const listener of [...listeners]) listener(agentId);
  };
  const hash = (password: string) => passwords.hash(password.slice(0, LONGEST_PASSWORD));
  const markOf = createMarks();
  return {
    ...createAccountChanges({ store, clock, log, onSessionsEnded, onGone }),
    ...createPasswordResets({ store, clock, log, hash, openSession, onSessionsEnded }),
    onSessionsEnded(listener) {
      const own = (agentId: string) => listener(agentId);
      listeners.add(own);
      return () => listeners.delete(own);
    },

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

    invite: (role, by) =>
      store.transaction().execute(async (write) => {
        if (!(await isAdministrator(write, by.id))) {
          throw botErrors.INVITATION_FORBIDDEN({ agentId: by.id });
        }
        return addInvitation(write, role, by.id);
      }),

    async invitation(token) {
      return (await invitationBy(token)) ?? null;
    },

    async accept(token, account) {
      checkPassword(account.password, account);
      if (!(await invitationBy(token))) throw botErrors.INVITATION_INVALID({});
      const passwordHash = await hash(account.password);
      return store.transaction().execute(async (write) => {
        // Asked again: the invitation may have been used while the password was hashed.
        const role = await useInvitation(write, hashToken(token), clock.now().toISOString());
        if (role === undefined) throw botErrors.INVITATION_INVALID({});
        const email = normalEmail(account.email);
        const agent = await addAgent(write, { ...account, email, role, passwordHash });
        return openSession(write, agent);
      });
    },

    firstInvitation: () =>
      store.transaction().execute(async (write) => {
        if ((await agentsInRole(write, 'administrator')).length > 0) return null;
        await deleteUnusedInvitations(write, null);
        return (await addInvitation(write, 'administrator', null)).token;
      }),
  };

  /** Opens a session; null where the account was locked, removed or given a new password since the row was read. */
  function signInStill(row: AgentRow): Promise<DeskSession | null> {
    return store.transaction().execute(async (write) => {
      const now = await findAgent(write, row.id);
      const isStill = now?.passwordHash === row.passwordHash && now.lockedAt === null;
      return isStill ? openSession(write, toAgent(row)) : null;
    });
  }

  /** Opens a session, in the transaction that made sure that the account may have one. */
  async function openSession(write: Write, agent: DeskAgent): Promise<DeskSession> {
    const token = newToken();
    const now = clock.now();
    const createdAt = now.toISOString();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000).toISOString();
    await updateAgent(write, agent.id, { signedInAt: createdAt });
    await insertSession(write, { tokenHash: hashToken(token), agentId: agent.id, createdAt, expiresAt });
    return { token, agent, expiresAt };
  }

  async function addInvitation(write: Write, role: DeskRole, invitedBy: string | null) {
    const token = newToken();
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_MS).toISOString();
    const createdAt = now.toISOString();
    const tokenHash = hashToken(token);
    await insertInvitation(write, { tokenHash, role, invitedBy, createdAt, expiresAt, usedAt: null });
    return { token, expiresAt };
  }

  function invitationBy(token: string) {
    return openInvitation(store, hashToken(token), clock.now().toISOString());
  }

  async function addAgent(
    write: Write,
    account: { name: string; email: string; role: DeskRole; passwordHash: string },
  ): Promise<DeskAgent> {
    const agent = { id: randomUUID(), name: account.name.trim(), email: account.email, role: account.role };
    const isAdded = await insertAgent(write, {
      ...agent,
      passwordHash: account.passwordHash,
      createdAt: clock.now().toISOString(),
      lockedAt: null,
      signedInAt: null,
    });
    if (!isAdded) throw botErrors.ACCOUNT_EXISTS({ email: account.email });
    return agent;
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

function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function toAgent(row: DeskAgent): DeskAgent {
  return { id: row.id, name: row.name, email: row.email, role: row.role };
}
