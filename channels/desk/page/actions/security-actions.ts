import type { AuditSearch } from '../../../../bot/contracts/accounts/desk-security.js';
import type { Failure } from '../ask-server.js';
import type { SecurityApi } from '../security-api.js';
import { atHome } from './at-home.js';
import type { Session } from './session.js';
import type { DeskStore } from './surroundings.js';

/** What is done with second factors, sessions and the audit; each answer goes to the view that asked. */
export function securityActions(store: DeskStore, api: SecurityApi, session: Session) {
  return {
    /** Takes another name; resolves with why not. */
    async rename(name: string): Promise<Failure | null> {
      const answer = await atHome(session, api.rename(name));
      if (!answer.isOk) return answer.failure;
      store.dispatch({ kind: 'renamed', agent: answer.value.agent });
      return null;
    },
    ownPicture: () => atHome(session, api.ownPicture()),
    setPicture: (picture: string) => atHome(session, api.setPicture(picture)),
    removePicture: () => atHome(session, api.removePicture()),
    ownSecurity: () => atHome(session, api.look()),
    beginSecondFactor: (password: string) => atHome(session, api.begin(password)),
    confirmSecondFactor: (code: string) => atHome(session, api.confirm(code)),
    endSecondFactor: (password: string, code: string) => atHome(session, api.end(password, code)),
    endOwnSession: (sessionId: string) => atHome(session, api.endSession(sessionId)),
    endOtherSessions: () => atHome(session, api.endOtherSessions()),
    sessionsOf: (agentId: string) => atHome(session, api.sessionsOf(agentId)),
    endSessionOf: (agentId: string, sessionId: string) =>
      atHome(session, api.endSessionOf(agentId, sessionId)),
    audit: (search: AuditSearch) => atHome(session, api.audit(search)),
  };
}
