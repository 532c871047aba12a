import type { OpenSessionLook, SecondFactor } from '../../../bot/contracts/accounts/desk-security.js';

/** Answer of reading how one's own account is secured, and of every change to that. */
export interface OwnSecurityReply {
  readonly secondFactor: SecondFactor;
  readonly sessions: readonly OpenSessionLook[];
}

/** Answer of switching the second factor on. */
export interface RecoveryCodesReply {
  /** Shown once, not kept. */
  readonly recoveryCodes: readonly string[];
}

/** Answer of reading the sessions of an account, and of ending one. */
export interface SessionsReply {
  readonly sessions: readonly OpenSessionLook[];
}
