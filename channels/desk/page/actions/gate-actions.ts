import type { SignedIn } from '../../contracts.js';
import type { ApiClient } from '../api-client.js';
import type { ApiResult, Failure } from '../ask-server.js';
import type { DraftKeeper } from './draft-keeper.js';
import { signOnProblem } from './gate/sign-on-actions.js';
import { INVITATION_PATH, RESET_PATH } from './link-paths.js';
import type { Refuse } from './refuse.js';
import type { Session } from './session.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** Coming in and going: by a session that is there, a password, or a one-time link. */
export function gateActions(
  store: DeskStore,
  around: Surroundings,
  session: Session,
  drafts: DraftKeeper,
  refuse: Refuse,
) {
  const { api, address } = around;

  /** Finds out who is here: somebody invited, somebody signed in, or nobody yet. */
  async function start(): Promise<void> {
    const token = address.fragment().slice(1);
    if (address.path() === INVITATION_PATH) return showInvitation(token);
    if (address.path() === RESET_PATH) return showReset(token);
    const answer = await api.me();
    if (answer.isOk) {
      session.begin(answer.value);
      // Whoever was signed in already came back from linking their account.
      const problem = signOnProblem(address.fragment());
      if (problem !== null) refuse(problem, null);
    } else store.dispatch({ kind: 'signed-out', hasEnded: false });
  }

  async function showInvitation(token: string): Promise<void> {
    const answer = token === '' ? null : await api.lookAtInvitation(token);
    store.dispatch({ kind: 'invited', token, role: answer?.isOk ? answer.value.role : null });
  }

  async function showReset(token: string): Promise<void> {
    const answer = token === '' ? null : await api.lookAtReset(token);
    store.dispatch({ kind: 'reset-opened', token, account: answer?.isOk ? answer.value.account : null });
  }

  async function signedInBy(asking: Promise<ApiResult<SignedIn>>): Promise<Failure | null> {
    const answer = await asking;
    if (!answer.isOk) return answer.failure;
    session.begin(answer.value);
    return null;
  }

  return {
    start,
    /** Signs in; resolves with why not, null when it went well. */
    signIn: (email: string, password: string, code?: string) => signedInBy(api.signIn(email, password, code)),
    /** Makes the invited account and signs in; resolves with why not, null when it went well. */
    acceptInvitation: (account: Parameters<ApiClient['acceptInvitation']>[0]) =>
      signedInBy(api.acceptInvitation(account)),
    /** Gives the account of a link a new password and signs in; resolves with why not, null when it went well. */
    useReset: (token: string, password: string, code?: string) =>
      signedInBy(api.useReset(token, password, code)),
    async signOut(): Promise<void> {
      await drafts.leave();
      const answer = await api.signOut();
      if (!answer.isOk && answer.failure.code !== 'DeskSessionEnded') return refuse(answer.failure, null);
      session.end(false);
      if (answer.isOk && answer.value !== null) address.leave(answer.value.address);
    },
    /** Leaves a link that is of no use. */
    async leaveLink(): Promise<void> {
      address.replace('/desk');
      await start();
    },
  };
}
