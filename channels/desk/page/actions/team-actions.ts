import type { DeskRole } from '../../../../bot/contracts/desk.js';
import type { ApiClient, ApiResult } from '../api-client.js';
import type { AccountChange } from '../words/account-words.js';
import type { Session } from './session.js';

/** What an administrator does with accounts. */
export function teamActions(api: ApiClient, session: Session) {
  /** Passes an answer on to the view that asked; a session that ended is told by the whole page. */
  async function atHome<Value>(asking: Promise<ApiResult<Value>>): Promise<ApiResult<Value>> {
    const answer = await asking;
    if (!answer.isOk && answer.failure.code === 'DeskSessionEnded') session.end(true);
    return answer;
  }

  return {
    invite: (role: DeskRole) => atHome(api.invite(role)),
    agents: () => atHome(api.agents()),
    changeAccount: (agentId: string, change: AccountChange) => atHome(api.changeAccount(agentId, change)),
    makeReset: (agentId: string) => atHome(api.makeReset(agentId)),
  };
}
