import type { DeskSession } from '../desk-accounts.js';

/** A sign-in that was begun and goes on in the browser. */
export interface SignOnBegun {
  /** Address of the provider where the browser goes. */
  readonly address: string;
  /** What the same browser must bring back; sealed, so that it can be kept by the browser alone. */
  readonly flow: string;
  /** Until when it can come back, ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** What a return from the provider came to. */
export type SignOnDone =
  | {
      readonly kind: 'signed-in';
      readonly session: DeskSession;
      /** By which the provider knows the session when it is to end it. */
      readonly idToken: string;
    }
  /** An account that was signed in was linked with who came back. */
  | { readonly kind: 'linked'; readonly agentId: string };

/** How the desk is entered beside passwords: through an OpenID Connect provider, where one is set. */
export interface DeskSignOn {
  /** How the provider is called on the button; null where none is set. */
  readonly name: string | null;
  /** Whether accounts sign in with passwords too. */
  readonly hasPasswords: boolean;
  /**
   * Begins a sign-in.
   * @param returnTo where the provider sends the browser back to, as it is registered there
   * @throws SIGN_ON_OFF, SIGN_ON_UNREACHABLE, SIGN_ON_FAILED
   */
  begin(returnTo: string): Promise<SignOnBegun>;
  /**
   * Begins a sign-in whose outcome is linked with an account that is signed in already.
   * @throws PASSWORD_WRONG, PASSWORDS_BUSY, PASSWORD_CHECK_FAILED, and what `begin` throws
   */
  beginLink(returnTo: string, agentId: string, password: string): Promise<SignOnBegun>;
  /**
   * Ends a sign-in that was begun.
   * @param flow as the browser brought it; undefined where it brought none
   * @param query of the address at which it came back, with its `?`
   * @param device in which browser, in a few words
   * @throws SIGN_ON_OFF, SIGN_ON_UNREACHABLE, SIGN_ON_EXPIRED, SIGN_ON_DENIED, SIGN_ON_FAILED, SIGN_ON_NO_ROLE,
   *   SIGN_ON_NO_ADDRESS, SIGN_ON_ADDRESS_USED, SIGN_ON_LOCKED, SIGN_ON_TAKEN
   */
  finish(flow: string | undefined, query: string, device: string): Promise<SignOnDone>;
  /**
   * Where the browser goes to be signed out at the provider as well; null where that has no such place, or cannot be
   * asked. Never rejects.
   * @param idToken of the session, where it is known
   */
  signOutAddress(returnTo: string, idToken: string | undefined): Promise<string | null>;
  /** Whether an account is linked with somebody at the provider, and whether it can sign in without. */
  linkOf(agentId: string): Promise<{ readonly isLinked: boolean; readonly hasPassword: boolean }>;
  /**
   * Ends the link of an account.
   * @throws SIGN_ON_ONLY_WAY
   */
  unlink(agentId: string): Promise<void>;
}
