import type { SignOnAddressReply } from '../../../security/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import type { SecurityApi } from '../../security-api.js';
import { atHome } from '../at-home.js';
import type { Session } from '../session.js';
import type { Surroundings } from '../surroundings.js';

/** Signing in through a provider, and one's own link with it. */
export function signOnActions(api: SecurityApi, address: Surroundings['address'], session: Session) {
  return {
    waysToSignIn: () => api.waysToSignIn(),
    /** Goes to the provider; resolves with why not. */
    beginSignOn: () => goOn(api.beginSignOn()),
    signOnProblem: () => signOnProblem(address.fragment()),
    ownSignOn: () => atHome(session, api.ownSignOn()),
    linkSignOn: (password: string) => goOn(atHome(session, api.linkSignOn(password))),
    unlinkSignOn: () => atHome(session, api.unlinkSignOn()),
  };

  async function goOn(asking: Promise<ApiResult<SignOnAddressReply>>): Promise<Failure | null> {
    const answer = await asking;
    if (!answer.isOk) return answer.failure;
    address.leave(answer.value.address);
    return null;
  }
}

/** Why the browser came back from the provider without what it went for, by the fragment of the address; null for no such thing. */
export function signOnProblem(fragment: string): Failure | null {
  const code = /^#\/sign-on\/([A-Za-z]{1,60})$/.exec(fragment)?.[1];
  return code === undefined ? null : { code, agentName: null, problem: null };
}
