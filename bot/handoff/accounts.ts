import { randomUUID } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { DeskAccounts, DeskAgent, DeskRole, DeskSession } from '../contracts.js';
import type { Store, Write } from '../conversations/store.js';
import { botErrors } from '../errors.js';
import type { Passwords } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

export const SHORTEST_PASSWORD = 10;
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
  readonly sessionHours: number;
  readonly passwords: Passwords;
}

/** Accounts of the desk on the conversation store. */
export function createAccounts(parts: AccountParts): Accounts {
  const { store, clock, sessionHours, passwords } = parts;
  return {
    async signIn(email, password) {
      const row = await store
        .selectFrom('agents')
        .selectAll()
        .where('email', '=', normalEmail(email))
        .executeTakeFirst();
      // Whoever signs in with an unknown address waits as long as with a known one.
      const isRight = await passwords.verify(password.slice(0, LONGEST_PASSWORD), row?.passwordHash ?? null);
      return row && isRight ? openSession(store, toAgent(row)) : null;
    },

    async agentOf(token) {
      const row = await store
        .selectFrom('sessions')
        .innerJoin('agents', 'agents.id', 'sessions.agentId')
        .select(['agents.id', 'agents.name', 'agents.email', 'agents.role'])
        .where('sessions.tokenHash', '=', hashToken(token))
        .where('sessions.expiresAt', '>', clock.now().toISOString())
        .executeTakeFirst();
      return row ?? null;
    },

    async signOut(token) {
      await store.deleteFrom('sessions').where('tokenHash', '=', hashToken(token)).execute();
    },

    async invite(role, by) {
      const inviter = await store
        .selectFrom('agents')
        .select('role')
        .where('id', '=', by.id)
        .executeTakeFirst();
      if (inviter?.role !== 'administrator') throw botErrors.INVITATION_FORBIDDEN({ agentId: by.id });
      return addInvitation(store, role, by.id);
    },

    async invitation(token) {
      return (await openInvitation(store, token)) ?? null;
    },

    async accept(token, account) {
      const length = [...account.password].length;
      if (length < SHORTEST_PASSWORD) {
        throw botErrors.PASSWORD_TOO_SHORT({ minimum: SHORTEST_PASSWORD, length });
      }
      if (!(await openInvitation(store, token))) throw botErrors.INVITATION_INVALID({});
      const passwordHash = await passwords.hash(account.password.slice(0, LONGEST_PASSWORD));
      return store.transaction().execute(async (write) => {
        // Asked again: the invitation may have been used while the password was hashed.
        const role = await useInvitation(write, token);
        const email = normalEmail(account.email);
        const agent = await addAgent(write, { ...account, email, role, passwordHash });
        return openSession(write, agent);
      });
    },

    async agents() {
      return store
        .selectFrom('agents')
        .select(['id', 'name', 'email', 'role'])
        .orderBy('name')
        .orderBy('id')
        .execute();
    },

    firstInvitation: () =>
      store.transaction().execute(async (write) => {
        const administrator = await write
          .selectFrom('agents')
          .select('id')
          .where('role', '=', 'administrator')
          .executeTakeFirst();
        if (administrator) return null;
        await write
          .deleteFrom('invitations')
          .where('invitedBy', 'is', null)
          .where('usedAt', 'is', null)
          .execute();
        return (await addInvitation(write, 'administrator', null)).token;
      }),
  };

  async function openSession(on: Store | Write, agent: DeskAgent): Promise<DeskSession> {
    const token = newToken();
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000).toISOString();
    await on
      .insertInto('sessions')
      .values({ tokenHash: hashToken(token), agentId: agent.id, createdAt: now.toISOString(), expiresAt })
      .execute();
    return { token, agent, expiresAt };
  }

  async function addInvitation(on: Store, role: DeskRole, invitedBy: string | null) {
    const token = newToken();
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_MS).toISOString();
    const createdAt = now.toISOString();
    await on
      .insertInto('invitations')
      .values({ tokenHash: hashToken(token), role, invitedBy, createdAt, expiresAt, usedAt: null })
      .execute();
    return { token, expiresAt };
  }

  function openInvitation(on: Store, token: string) {
    return on
      .selectFrom('invitations')
      .select('role')
      .where('tokenHash', '=', hashToken(token))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', clock.now().toISOString())
      .executeTakeFirst();
  }

  async function useInvitation(write: Write, token: string): Promise<DeskRole> {
    const at = clock.now().toISOString();
    const used = await write
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('tokenHash', '=', hashToken(token))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', at)
      .returning('role')
      .executeTakeFirst();
    if (!used) throw botErrors.INVITATION_INVALID({});
    return used.role;
  }

  async function addAgent(
    write: Write,
    account: { name: string; email: string; role: DeskRole; passwordHash: string },
  ): Promise<DeskAgent> {
    const agent = { id: randomUUID(), name: account.name.trim(), email: account.email, role: account.role };
    const added = await write
      .insertInto('agents')
      .values({ ...agent, passwordHash: account.passwordHash, createdAt: clock.now().toISOString() })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) throw botErrors.ACCOUNT_EXISTS({ email: account.email });
    return agent;
  }
}

function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function toAgent(row: DeskAgent): DeskAgent {
  return { id: row.id, name: row.name, email: row.email, role: row.role };
}
