import type { DeskRole } from '../../../../bot/contracts/desk.js';
import type { ApiClient } from '../api-client.js';
import type { AccountChange } from '../words/account-words.js';
import { atHome } from './at-home.js';
import type { Session } from './session.js';

/** What an administrator does with accounts. */
export function teamActions(api: ApiClient, session: Session) {
  return {
    invite: (role: DeskRole) => atHome(session, api.invite(role)),
    agents: () => atHome(session, api.agents()),
    changeAccount: (agentId: string, change: AccountChange) =>
      atHome(session, api.changeAccount(agentId, change)),
    changeRole: (agentId: string, role: DeskRole) => atHome(session, api.changeRole(agentId, role)),
    makeReset: (agentId: string) => atHome(session, api.makeReset(agentId)),
  };
}
