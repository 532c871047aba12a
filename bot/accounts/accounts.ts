import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { DeskProfiles } from '../contracts/accounts/desk-profiles.js';
import type { DeskSecurity } from '../contracts/accounts/desk-security.js';
import type { DeskSignOn } from '../contracts/accounts/desk-sign-on.js';
import type { DeskAccounts } from '../contracts/desk-accounts.js';
import type { Store } from '../store/store.js';
import { createAccountAudit, createAuditReading } from './account-audit.js';
import { createAccountChanges } from './account-changes.js';
import { createInvitations } from './invitations.js';
import { createPasswordResets } from './password-resets.js';
import type { Passwords } from './passwords.js';
import { createProfiles } from './profile/profiles.js';
import { createSecondFactors, type SecondFactorDemand } from './second-factor/second-factor.js';
import { createSecretBox, type SecretBox } from './second-factor/secret-box.js';
import { createSessionLooks } from './session-looks.js';
import { createSessions } from './sessions.js';
import { createSignIn } from './sign-in.js';
import type { SignOnOptions } from './single-sign-on/sign-on-options.js';
import { createSingleSignOn } from './single-sign-on/single-sign-on.js';
import { withoutPasswords } from './single-sign-on/without-passwords.js';

export type Accounts = DeskAccounts &
  DeskSecurity &
  DeskProfiles &
  ReturnType<typeof createInvitations> & {
    /** Signing in through a provider. */
    readonly signOn: DeskSignOn;
  };

export interface AccountParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessionHours: number;
  readonly passwords: Passwords;
  /** Of whom a second factor is demanded; of nobody where not given. */
  readonly secondFactorDemand?: SecondFactorDemand;
  /** Seals secrets of second factors; with a key of this run alone where not given. */
  readonly secrets?: SecretBox;
  /** How accounts are called in authenticator apps; `Desk` where not given. */
  readonly issuer?: string;
  /** The provider through which people sign in; none where not given. */
  readonly signOnOptions?: SignOnOptions | null;
  /** Names of the company and its bot, which no password may be; none where not given. */
  readonly companyNames?: readonly string[];
  /** Whether anybody signs in with a password; true where not given. */
  readonly hasPasswords?: boolean;
  /**
   * Called once after an account was locked or removed, and after an administrator ended its sessions, so that what its
   * agent had can go to others; nothing happens where not given.
   */
  readonly onGone?: (agentId: string) => Promise<void>;
  /** Called for each conversation that an agent has who took another name; nothing happens where not given. */
  readonly onRenamed?: (conversationId: string) => void;
}

/** Accounts of the desk on the conversation store. */
export function createAccounts(parts: AccountParts): Accounts {
  const { store, clock, log, passwords, onGone = async () => {}, onRenamed = () => {} } = parts;
  const { secondFactorDemand: demand = 'no', issuer = 'Desk' } = parts;
  const { signOnOptions: options = null, hasPasswords = true, companyNames = [] } = parts;
  const { secrets = createSecretBox(undefined, null) } = parts;
  const ended = createListeners();
  const someEnded = createListeners();
  const onSessionsEnded = ended.tell;
  const { hash } = passwords;
  const audit = createAccountAudit(store, clock);
  const openSession = createSessions(clock, audit, parts.sessionHours);
  const factors = createSecondFactors({ store, clock, log, passwords, audit, demand, secrets, issuer });
  const { check: _check, isDemandedOf: _isDemandedOf, ...ownFactor } = factors;
  const resetParts = { store, clock, log, hash, openSession, factors, audit };
  return {
    ...ownFactor,
    ...createSignIn({ store, clock, log, passwords, openSession, factors, audit, hasPasswords }),
    ...createInvitations({ store, clock, hash, openSession, audit, companyNames }),
    ...createAccountChanges({ store, clock, log, audit, onSessionsEnded, onGone }),
    ...createPasswordResets({ ...resetParts, companyNames, onSessionsEnded }),
    ...createSessionLooks({ store, clock, log, audit, onSomeEnded: someEnded.tell }),
    ...createAuditReading(store, clock, log),
    ...createProfiles({ store, clock, log, audit, onRenamed }),
    onSessionsEnded: ended.listen,
    onSomeSessionsEnded: someEnded.listen,
    signOn: createSingleSignOn({ store, clock, log, audit, passwords, openSession, hasPasswords, options }),
    ...(hasPasswords ? {} : withoutPasswords()),
  };
}

/** Who is told of accounts whose sessions end. */
function createListeners() {
  const listeners = new Set<(agentId: string) => void>();
  return {
    tell(agentId: string): void {
      for (const listener of [...listeners]) listener(agentId);
    },
    listen(listener: (agentId: string) => void): () => void {
      const own = (agentId: string) => listener(agentId);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
