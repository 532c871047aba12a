import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskSecurity } from '../contracts/accounts/desk-security.js';
import type { DeskAgent } from '../contracts/desk.js';
import type { DeskAccount, DeskAccounts } from '../contracts/desk-accounts.js';
import { botErrors } from '../errors.js';
import type { AgentRow } from '../store/account-tables.js';
import {
  agentsInRole,
  allAgents,
  countSessions,
  deleteAgent,
  deleteSessionsOf,
  updateAgent,
} from '../store/accounts/agents.js';
import { deleteResetsOf, deleteUnusedInvitations } from '../store/accounts/one-time-links.js';
import { agentsWithSecondFactor, deleteSecondFactor } from '../store/accounts/second-factors.js';
import { takeLock } from '../store/locks.js';
import type { Store, Write } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { accountOf, requireAdministrator, setRole } from './administrators.js';
import { rememberGoneName } from './profile/gone-names.js';

export interface AccountChangeParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The audit of accounts: who did what to which account, by ids. */
  readonly log: Log;
  readonly audit: AccountAudit;
  /** Told, once the change is written, that an account has no session any more. */
  readonly onSessionsEnded: (agentId: string) => void;
  /**
   * Called after an account was locked or removed, and after an administrator ended its sessions: what its agent had must
   * go to others. Waited for; a failure is logged and undoes nothing.
   */
  readonly onGone: (agentId: string) => Promise<void>;
}

type AccountChanges = Pick<
  DeskAccounts,
  'agents' | 'lock' | 'unlock' | 'remove' | 'endSessions' | 'changeRole'
> &
  Pick<DeskSecurity, 'resetSecondFactor'>;

/** What an administrator does to an account, with what it led to: whether its sessions ended, and words for the audit. */
type Change = (
  write: Write,
  account: AgentRow,
) => Promise<{
  readonly isGone: boolean;
  readonly told: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}>;

/**
 * Accounts as administrators see and change them. A check and its change are one transaction: two administrators who lock
 * each other at once have one winner, and one who can sign in is always left.
 */
export function createAccountChanges(parts: AccountChangeParts): AccountChanges {
  const { store, clock, log } = parts;
  return {
    agents: () => accountsIn(store, clock.now()),

    lock: (agentId, by) =>
      change('locked', agentId, by, async (write, account) => {
        if (account.lockedAt !== null) return { isGone: false, told: null };
        await keepAnAdministrator(write, account, 'locked');
        await updateAgent(write, agentId, { lockedAt: clock.now().toISOString() });
        await endAccess(write, agentId);
        return { isGone: true, told: 'An account of the desk was locked.' };
      }),

    unlock: (agentId, by) =>
      change('unlocked', agentId, by, async (write, account) => {
        if (account.lockedAt === null) return { isGone: false, told: null };
        await updateAgent(write, agentId, { lockedAt: null });
        return { isGone: false, told: 'An account of the desk was unlocked.' };
      }),

    // The row goes, and with it address and password; the name stands in what was said (`messages`, `handoffs`).
    remove: (agentId, by) =>
      change('removed', agentId, by, async (write, account) => {
        await keepAnAdministrator(write, account, 'removed');
        await endAccess(write, agentId);
        await deleteAgent(write, agentId);
        await rememberGoneName(write, account.name, clock.now());
        return { isGone: true, told: 'An account of the desk was removed.' };
      }),

    endSessions: (agentId, by) =>
      change('sessions-ended', agentId, by, async (write) => {
        const ended = await deleteSessionsOf(write, agentId);
        return { isGone: ended > 0, told: ended > 0 ? 'The sessions of an account were ended.' : null };
      }),

    // Sessions read the role with each request, so that it counts at once; what one made as administrator ends with that.
    changeRole: (agentId, role, by) =>
      change('role-changed', agentId, by, async (write, account) => {
        if (account.role === role) return { isGone: false, told: null };
        await keepAnAdministrator(write, account, 'demoted');
        await setRole(write, account, role);
        const told = 'An account of the desk got another role.';
        return { isGone: false, told, details: { from: account.role, to: role } };
      }),

    resetSecondFactor: (agentId, by) =>
      change('second-factor-reset', agentId, by, async (write) => {
        if (!(await deleteSecondFactor(write, agentId))) return { isGone: false, told: null };
        await deleteSessionsOf(write, agentId);
        return { isGone: true, told: 'The second factor of an account was taken away.' };
      }),
  };

  async function change(what: string, agentId: string, by: DeskAgent, apply: Change): Promise<void> {
    const { isGone, told } = await store.transaction().execute(async (write) => {
      await takeLock(write, 'administrators');
      await requireAdministrator(write, by);
      const done = await apply(write, await accountOf(write, agentId));
      if (done.told !== null) {
        await parts.audit.keep(write, `account.${what}`, agentId, by.id, done.details);
      }
      return done;
    });
    if (told !== null) log.info(told, { agentId, byAgentId: by.id });
    if (!isGone) return;
    parts.onSessionsEnded(agentId);
    await parts.onGone(agentId).catch((error: unknown) => {
      log.error('What a gone agent had could not go to others.', { agentId, error });
    });
  }
}

/**
 * Ends what an account could come in by: its sessions, links to a new password, and the links that it made for others,
 * with which its owner could come back under another name.
 */
async function endAccess(write: Write, agentId: string): Promise<void> {
  await deleteSessionsOf(write, agentId);
  await deleteResetsOf(write, agentId);
  await deleteUnusedInvitations(write, agentId);
}

/** @throws LAST_ADMINISTRATOR */
async function keepAnAdministrator(
  write: Write,
  account: AgentRow,
  change: 'locked' | 'removed' | 'demoted',
): Promise<void> {
  if (account.role !== 'administrator' || account.lockedAt !== null) return;
  const administrators = await agentsInRole(write, 'administrator');
  const isLast = administrators.every(({ id, lockedAt }) => id === account.id || lockedAt !== null);
  if (isLast) throw botErrors.LAST_ADMINISTRATOR({ agentId: account.id, change });
}

async function accountsIn(store: Store, now: Date): Promise<DeskAccount[]> {
  const sessions = await countSessions(store, now.toISOString());
  const accounts = await allAgents(store);
  const withFactor = await agentsWithSecondFactor(store);
  return accounts.map(({ id, name, email, role, lockedAt, signedInAt }) => ({
    id,
    name,
    email,
    role,
    signedInAt,
    isLocked: lockedAt !== null,
    hasSecondFactor: withFactor.has(id),
    sessions: sessions.get(id) ?? 0,
  }));
}
