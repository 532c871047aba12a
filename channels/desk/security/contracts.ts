import type { OpenSessionLook, SecondFactor } from '../../../bot/contracts/accounts/desk-security.js';
import type { DeskAgent } from '../../../bot/contracts/desk.js';

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

/** Answer of asking how one signs in. */
export interface SignOnLook {
  /** How the provider is called; null where there is none. */
  readonly name: string | null;
  readonly hasPasswords: boolean;
}

/** Where the browser goes next, at the provider; also the answer of signing out where that goes on there. */
export interface SignOnAddressReply {
  readonly address: string;
}

/** Answer of asking whether one's own account is linked with the provider, and of ending that. */
export interface SignOnLinkReply {
  readonly name: string | null;
  readonly isLinked: boolean;
  readonly hasPassword: boolean;
}

/** Answer of giving one's own account another name. */
export interface OwnNameReply {
  readonly agent: DeskAgent;
}

/** Where one's own picture is served; null for none. */
export interface OwnPictureReply {
  readonly address: string | null;
}
