import type {
  AuditPage,
  AuditSearch,
  SecondFactorStart,
} from '../../../bot/contracts/accounts/desk-security.js';
import type { OwnSecurityReply, RecoveryCodesReply, SessionsReply } from '../security/contracts.js';
import type { ApiResult, AskServer } from './ask-server.js';

/** Second factors, sessions and the audit, as the page asks for them. */
export interface SecurityApi {
  look(): Promise<ApiResult<OwnSecurityReply>>;
  begin(password: string): Promise<ApiResult<SecondFactorStart>>;
  confirm(code: string): Promise<ApiResult<RecoveryCodesReply>>;
  end(password: string, code: string): Promise<ApiResult<OwnSecurityReply>>;
  endSession(sessionId: string): Promise<ApiResult<OwnSecurityReply>>;
  endOtherSessions(): Promise<ApiResult<OwnSecurityReply>>;
  sessionsOf(agentId: string): Promise<ApiResult<SessionsReply>>;
  endSessionOf(agentId: string, sessionId: string): Promise<ApiResult<SessionsReply>>;
  audit(search: AuditSearch): Promise<ApiResult<AuditPage>>;
}

export function securityApi(ask: AskServer): SecurityApi {
  const sessions = (agentId: string) => `/agents/${encodeURIComponent(agentId)}/sessions`;
  return {
    look: () => ask('/own/security'),
    begin: (password) => ask('/own/second-factor/begin', { password }),
    confirm: (code) => ask('/own/second-factor/confirm', { code }),
    end: (password, code) => ask('/own/second-factor/end', { password, code }),
    endSession: (sessionId) => ask('/own/sessions/end', { sessionId }),
    endOtherSessions: () => ask('/own/sessions/end-others', {}),
    sessionsOf: (agentId) => ask(sessions(agentId)),
    endSessionOf: (agentId, sessionId) => ask(`${sessions(agentId)}/end`, { sessionId }),
    audit: (search) => ask('/audit', search),
  };
}
