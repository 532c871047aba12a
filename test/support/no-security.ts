import type { DeskProfiles } from '../../bot/contracts/accounts/desk-profiles.js';
import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { DeskSignOn } from '../../bot/contracts/accounts/desk-sign-on.js';
import { botErrors } from '../../bot/errors.js';

/** Accounts without second factors and without an audit; whatever else is asked of them is refused. */
export const NO_SECURITY: DeskSecurity = {
  unfinished: async () => null,
  secondFactor: async () => ({ isOn: false, isDemanded: false, recoveryCodes: 0 }),
  beginSecondFactor: () => Promise.reject(botErrors.PASSWORD_WRONG({})),
  confirmSecondFactor: () => Promise.reject(botErrors.CODE_WRONG({})),
  endSecondFactor: () => Promise.reject(botErrors.PASSWORD_WRONG({})),
  resetSecondFactor: async () => {},
  sessionsOf: async () => [],
  endOwnSession: async () => {},
  endOtherSessions: async () => {},
  sessionsOfAccount: async () => [],
  endSessionOfAccount: async () => {},
  onSomeSessionsEnded: () => () => {},
  keepAct: async () => {},
  audit: async () => ({ lines: [], next: null }),
};

/** No provider, as where none is set. */
export const NO_SIGN_ON: DeskSignOn = {
  name: null,
  hasPasswords: true,
  begin: () => Promise.reject(botErrors.SIGN_ON_OFF({})),
  beginLink: () => Promise.reject(botErrors.SIGN_ON_OFF({})),
  finish: () => Promise.reject(botErrors.SIGN_ON_OFF({})),
  signOutAddress: async () => null,
  linkOf: async () => ({ isLinked: false, hasPassword: true }),
  unlink: async () => {},
};

/** Nobody's account, which nobody can change. */
export const NO_PROFILES: DeskProfiles = {
  setPicture: async () => {},
  removePicture: async () => {},
  pictureAddress: async () => null,
  picture: async () => null,
  rename: (agentId) => Promise.reject(botErrors.ACCOUNT_UNKNOWN({ agentId })),
};
