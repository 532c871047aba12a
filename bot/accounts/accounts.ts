import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskAccounts } from '../contracts/desk-accounts.js';
import type { Store } from '../store/store.js';
import { createAccountChanges } from './account-changes.js';
import { createInvitations } from './invitations.js';
import { createPasswordResets } from './password-resets.js';
import { LONGEST_PASSWORD, type Passwords } from './passwords.js';
import { createSessions } from './sessions.js';
import { createSignIn } from './sign-in.js';

export type Accounts = DeskAccounts & ReturnType<typeof createInvitations>;

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
  const { store, clock, log, passwords, onGone = async () => {} } = parts;
  const listeners = new Set<(agentId: string) => void>();
  const onSessionsEnded = (agentId: string) => {
    for (const listener of [...listeners]) listener(agentId);
  };
  const hash = (password: string) => passwords.hash(password.slice(0, LONGEST_PASSWORD));
  const openSession = createSessions(clock, parts.sessionHours);
  return {
    ...createSignIn({ store, clock, log, passwords, openSession }),
    ...createInvitations({ store, clock, hash, openSession }),
    ...createAccountChanges({ store, clock, log, onSessionsEnded, onGone }),
    ...createPasswordResets({ store, clock, log, hash, openSession, onSessionsEnded }),
    onSessionsEnded(listener) {
      const own = (agentId: string) => listener(agentId);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
