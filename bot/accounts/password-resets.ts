import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskAgent } from '../contracts/desk.js';
import type { DeskAccounts } from '../contracts/desk-accounts.js';
import { botErrors } from '../errors.js';
import { deleteSessionsOf, updateAgent } from '../store/accounts/agents.js';
import { ownerOfReset, replaceReset, useReset } from '../store/accounts/one-time-links.js';
import type { Store } from '../store/store.js';
import type { AccountAudit } from './account-audit.js';
import { accountOf, requireAdministrator } from './administrators.js';
import { checkPassword } from './password-rules.js';
import type { SecondFactors } from './second-factor/second-factor.js';
import type { OpenSession } from './sessions.js';
import { hashToken, newToken } from './tokens.js';

/** Shorter than an invitation: whoever has the link has the account. */
const RESET_MS = 86_400_000;

export interface PasswordResetParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** @throws PASSWORDS_BUSY, PASSWORD_CHECK_FAILED */
  readonly hash: (password: string) => Promise<string>;
  readonly openSession: OpenSession;
  /** What no password may be, as whoever guesses knows where it is used. */
  readonly companyNames: readonly string[];
  readonly factors: SecondFactors;
  readonly audit: AccountAudit;
  readonly onSessionsEnded: (agentId: string) => void;
}

/** One-time links with which an account gets a new password. */
export function createPasswordResets(
  parts: PasswordResetParts,
): Pick<DeskAccounts, 'makeReset' | 'reset' | 'useReset'> {
  const { store, clock, log, hash, openSession, factors, audit, companyNames } = parts;
  return {
    async makeReset(agentId, by) {
      const token = newToken();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + RESET_MS).toISOString();
      await store.transaction().execute(async (write) => {
        await requireAdministrator(write, by);
        const account = await accountOf(write, agentId);
        if (account.lockedAt !== null) throw botErrors.ACCOUNT_LOCKED({ agentId });
        const createdAt = now.toISOString();
        const tokenHash = hashToken(token);
        await replaceReset(write, { tokenHash, agentId, madeBy: by.id, createdAt, expiresAt });
        await audit.keep(write, 'account.password-link', agentId, by.id);
      });
      log.info('A link to a new password was made.', { agentId, byAgentId: by.id });
      return { token, expiresAt };
    },

    async reset(token) {
      const owner = await ownerOf(token);
      return owner ? { name: owner.name, email: owner.email } : null;
    },

    async useReset(token, password, { code, device } = {}) {
      const owner = await ownerOf(token);
      if (!owner) throw botErrors.RESET_INVALID({});
      checkPassword(password, owner, companyNames);
      const passwordHash = await hash(password);
      const session = await store.transaction().execute(async (write) => {
        // Asked again: it may have been used, or the account locked (which ends its links), while the password was hashed.
        const isUsed = await useReset(write, hashToken(token), clock.now().toISOString());
        if (!isUsed) throw botErrors.RESET_INVALID({});
        await factors.check(write, owner.id, code);
        await updateAgent(write, owner.id, { passwordHash });
        await deleteSessionsOf(write, owner.id);
        await audit.keep(write, 'account.password-changed', owner.id);
        return openSession(write, owner, device);
      });
      parts.onSessionsEnded(owner.id);
      log.info('An account got a new password by a link.', { agentId: owner.id });
      return session;
    },
  };

  function ownerOf(token: string): Promise<DeskAgent | undefined> {
    return ownerOfReset(store, hashToken(token), clock.now().toISOString());
  }
}
