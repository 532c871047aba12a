import type {
  AuditPage,
  AuditSearch,
  SecondFactorStart,
} from '../../../bot/contracts/accounts/desk-security.js';
import type {
  OwnNameReply,
  OwnPictureReply,
  OwnSecurityReply,
  RecoveryCodesReply,
  SessionsReply,
  SignOnAddressReply,
  SignOnLinkReply,
  SignOnLook,
} from '../security/contracts.js';
import type { ApiResult, AskServer } from './ask-server.js';

/** Second factors, sessions and the audit, as the page asks for them. */
export interface SecurityApi {
  look(): Promise<ApiResult<OwnSecurityReply>>;
  rename(name: string): Promise<ApiResult<OwnNameReply>>;
  ownPicture(): Promise<ApiResult<OwnPictureReply>>;
  /** @param picture base64 */
  setPicture(picture: string): Promise<ApiResult<OwnPictureReply>>;
  removePicture(): Promise<ApiResult<OwnPictureReply>>;
  begin(password: string): Promise<ApiResult<SecondFactorStart>>;
  confirm(code: string): Promise<ApiResult<RecoveryCodesReply>>;
  end(password: string, code: string): Promise<ApiResult<OwnSecurityReply>>;
  endSession(sessionId: string): Promise<ApiResult<OwnSecurityReply>>;
  endOtherSessions(): Promise<ApiResult<OwnSecurityReply>>;
  sessionsOf(agentId: string): Promise<ApiResult<SessionsReply>>;
  endSessionOf(agentId: string, sessionId: string): Promise<ApiResult<SessionsReply>>;
  audit(search: AuditSearch): Promise<ApiResult<AuditPage>>;
  waysToSignIn(): Promise<ApiResult<SignOnLook>>;
  beginSignOn(): Promise<ApiResult<SignOnAddressReply>>;
  ownSignOn(): Promise<ApiResult<SignOnLinkReply>>;
  linkSignOn(password: string): Promise<ApiResult<SignOnAddressReply>>;
  unlinkSignOn(): Promise<ApiResult<SignOnLinkReply>>;
}

export function securityApi(ask: AskServer): SecurityApi {
  const sessions = (agentId: string) => `/agents/${encodeURIComponent(agentId)}/sessions`;
  return {
    look: () => ask('/own/security'),
    rename: (name) => ask('/own/name', { name }),
    ownPicture: () => ask('/own/picture'),
    setPicture: (picture) => ask('/own/picture', { picture }),
    removePicture: () => ask('/own/picture/remove', {}),
    begin: (password) => ask('/own/second-factor/begin', { password }),
    confirm: (code) => ask('/own/second-factor/confirm', { code }),
    end: (password, code) => ask('/own/second-factor/end', { password, code }),
    endSession: (sessionId) => ask('/own/sessions/end', { sessionId }),
    endOtherSessions: () => ask('/own/sessions/end-others', {}),
    sessionsOf: (agentId) => ask(sessions(agentId)),
    endSessionOf: (agentId, sessionId) => ask(`${sessions(agentId)}/end`, { sessionId }),
    audit: (search) => ask('/audit', search),
    waysToSignIn: () => ask('/sign-on'),
    beginSignOn: () => ask('/sign-on/begin', {}),
    ownSignOn: () => ask('/own/sign-on'),
    linkSignOn: (password) => ask('/own/sign-on/link', { password }),
    unlinkSignOn: () => ask('/own/sign-on/unlink', {}),
  };
}
