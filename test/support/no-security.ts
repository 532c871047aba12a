import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
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
