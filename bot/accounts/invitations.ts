import { randomUUID } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { DeskAgent, DeskRole } from '../contracts/desk.js';
import type { DeskAccounts } from '../contracts/desk-accounts.js';
import { botErrors } from '../errors.js';
import { agentsInRole, insertAgent } from '../store/accounts/agents.js';
import {
  deleteUnusedInvitations,
  insertInvitation,
  openInvitation,
  useInvitation,
} from '../store/accounts/one-time-links.js';
import { takeLock } from '../store/locks.js';
import type { Store, Write } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { isAdministrator } from './administrators.js';
import { normalEmail } from './normal-email.js';
import { checkPassword } from './password-rules.js';
import type { OpenSession } from './sessions.js';
import { hashToken, newToken } from './tokens.js';

const INVITATION_MS = 7 * 86_400_000;

export interface InvitationParts {
  readonly store: Store;
  readonly clock: Clock;
  /** @throws PASSWORDS_BUSY, PASSWORD_CHECK_FAILED */
  readonly hash: (password: string) => Promise<string>;
  readonly openSession: OpenSession;
  /** What no password may be, as whoever guesses knows where it is used. */
  readonly companyNames: readonly string[];
  readonly audit: AccountAudit;
}

interface Invitations extends Pick<DeskAccounts, 'invite' | 'invitation' | 'accept'> {
  /**
   * Makes the invitation of the first administrator, in place of one that was not used.
   * @returns its token; null when there is an administrator
   */
  firstInvitation(): Promise<string | null>;
}

/** One-time links with which somebody makes an account. */
export function createInvitations({
  store,
  clock,
  hash,
  openSession,
  audit,
  companyNames,
}: InvitationParts): Invitations {
  return {
    invite: (role, by) =>
      store.transaction().execute(async (write) => {
        if (!(await isAdministrator(write, by.id))) throw botErrors.INVITATION_FORBIDDEN({ agentId: by.id });
        await audit.keep(write, 'account.invited', by.id, by.id, { role });
        return addInvitation(write, role, by.id);
      }),

    async invitation(token) {
      return (await invitationBy(token)) ?? null;
    },

    async accept(token, account, device) {
      checkPassword(account.password, account, companyNames);
      if (!(await invitationBy(token))) throw botErrors.INVITATION_INVALID({});
      const passwordHash = await hash(account.password);
      return store.transaction().execute(async (write) => {
        // Asked again: the invitation may have been used while the password was hashed.
        const role = await useInvitation(write, hashToken(token), clock.now().toISOString());
        if (role === undefined) throw botErrors.INVITATION_INVALID({});
        const email = normalEmail(account.email);
        const agent = await addAgent(write, { ...account, email, role, passwordHash });
        await audit.keep(write, 'account.made', agent.id, agent.id, { role });
        return openSession(write, agent, device);
      });
    },

    firstInvitation: () =>
      store.transaction().execute(async (write) => {
        await takeLock(write, 'administrators');
        if ((await agentsInRole(write, 'administrator')).length > 0) return null;
        await deleteUnusedInvitations(write, null);
        return (await addInvitation(write, 'administrator', null)).token;
      }),
  };

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
      awayAt: null,
      awayBecause: null,
      assignedAt: null,
    });
    if (!isAdded) throw botErrors.ACCOUNT_EXISTS({ email: account.email });
    return agent;
  }
}
