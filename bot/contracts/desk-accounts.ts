import type { SignInExtras } from './accounts/desk-security.js';
import type { DeskAgent, DeskRole } from './desk.js';

/** That somebody is signed in. `expiresAt` is ISO 8601 in UTC. */
export interface DeskSession {
  readonly token: string;
  readonly agent: DeskAgent;
  readonly expiresAt: string;
}

/** An account as administrators see it. */
export interface DeskAccount extends DeskAgent {
  /** Whether nobody can sign in with it until it is unlocked. */
  readonly isLocked: boolean;
  /** Whether it signs in with a code beside the password. */
  readonly hasSecondFactor: boolean;
  /** In how many browsers somebody is signed in with it. */
  readonly sessions: number;
  /** When somebody signed in last, ISO 8601 in UTC; null where nobody has since this is kept. */
  readonly signedInAt: string | null;
}

/** Accounts and sessions of the desk. Tokens are random, stored as hashes and end by date. */
export interface DeskAccounts {
  /**
   * Signs in; null when e-mail or password is wrong, or the account is locked.
   * @throws PASSWORDS_BUSY, PASSWORD_CHECK_FAILED; with the right password CODE_NEEDED, CODE_WRONG, CODES_PAUSED
   */
  signIn(email: string, password: string, extras?: SignInExtras): Promise<DeskSession | null>;
  /**
   * Who a session token belongs to; null when it is unknown or has ended, or a second factor must be set up first
   * (`DeskSecurity.unfinished`).
   */
  agentOf(token: string): Promise<DeskAgent | null>;
  signOut(token: string): Promise<void>;
  /** Makes a one-time invitation and returns its token; only administrators may ask for it. */
  invite(role: DeskRole, by: DeskAgent): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** What an invitation is good for; null when it is unknown, used or has ended. */
  invitation(token: string): Promise<{ readonly role: DeskRole } | null>;
  /**
   * Uses an invitation to make an account, and signs it in: a second look at the password could be refused as too many.
   * @throws INVITATION_INVALID, ACCOUNT_EXISTS, PASSWORD_TOO_SHORT, PASSWORD_GUESSABLE, PASSWORDS_BUSY,
   *   PASSWORD_CHECK_FAILED
   */
  accept(
    token: string,
    account: { readonly name: string; readonly email: string; readonly password: string },
    device?: string,
  ): Promise<DeskSession>;
  /** Every account, by name. */
  agents(): Promise<readonly DeskAccount[]>;
  /**
   * Ends an account's sessions and links until it is unlocked, also the links it made for others; done again it changes
   * nothing. Only administrators may ask for this and for what follows.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR
   */
  lock(agentId: string, by: DeskAgent): Promise<void>;
  /** @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN */
  unlock(agentId: string, by: DeskAgent): Promise<void>;
  /**
   * Removes an account with its address, for which a new one can be made; what its agent said keeps their name.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR
   */
  remove(agentId: string, by: DeskAgent): Promise<void>;
  /**
   * Gives an account another role, from its next request on. Where a provider says who may do what, it does so again at the
   * next sign-in through it.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR
   */
  changeRole(agentId: string, role: DeskRole, by: DeskAgent): Promise<void>;
  /**
   * Signs an account out everywhere.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN
   */
  endSessions(agentId: string, by: DeskAgent): Promise<void>;
  /**
   * Makes a link with which an account gets a new password once, in place of an older one, and returns its token.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN, ACCOUNT_LOCKED
   */
  makeReset(agentId: string, by: DeskAgent): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Whose password a link changes; null when it is unknown, used or has ended. */
  reset(token: string): Promise<{ readonly name: string; readonly email: string } | null>;
  /**
   * Uses a link to give its account a new password, which ends all of its sessions, and signs it in, as accepting does.
   * An account with a second factor needs its code for it as well: the link is not more than a password.
   * @throws RESET_INVALID, PASSWORD_TOO_SHORT, PASSWORD_GUESSABLE, PASSWORDS_BUSY, PASSWORD_CHECK_FAILED, CODE_NEEDED,
   *   CODE_WRONG, CODES_PAUSED
   */
  useReset(token: string, password: string, extras?: SignInExtras): Promise<DeskSession>;
  /** Calls `listener` with the id of an agent all of whose sessions were ended; returns how to stop listening. */
  onSessionsEnded(listener: (agentId: string) => void): () => void;
}
