import type { DeskAccounts } from '../../contracts/desk-accounts.js';
import { botErrors } from '../../errors.js';

type PasswordWays = Pick<DeskAccounts, 'signIn' | 'invite' | 'accept' | 'makeReset' | 'useReset'> & {
  firstInvitation(): Promise<string | null>;
};

/** In place of whatever needs a password, where nobody signs in with one (`DESK_PASSWORDS`): each throws PASSWORDS_OFF. */
export function withoutPasswords(): PasswordWays {
  const refuse = () => Promise.reject(botErrors.PASSWORDS_OFF({}));
  return {
    signIn: refuse,
    invite: refuse,
    accept: refuse,
    makeReset: refuse,
    useReset: refuse,
    // Who is an administrator, the provider says.
    firstInvitation: async () => null,
  };
}
