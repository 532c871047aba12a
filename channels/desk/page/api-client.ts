import type { AgentStatus } from '../../../bot/contracts/assignment.js';
import type { DeskEnding, DeskFile, DeskRole } from '../../../bot/contracts/desk.js';
import type {
  AgentsReply,
  ConversationReply,
  InvitationLook,
  InvitationReply,
  ResetLook,
  SignedIn,
} from '../contracts.js';
import type { SignOnAddressReply } from '../security/contracts.js';
import { type ApiResult, createAskServer } from './ask-server.js';
import { type DraftApi, draftApi } from './content/draft-api.js';
import { type PairApi, pairApi } from './content/pair-api.js';
import { type ReleaseApi, releaseApi } from './content/release-api.js';
import { type ShadowApi, shadowApi } from './content/shadow-api.js';
import { type StaleApi, staleApi } from './content/stale-api.js';
import { createSendFile, type SendFile } from './files/send-file.js';
import { type LeadApi, leadApi } from './lead/lead-api.js';
import { type LinkApi, linkApi } from './link-api.js';
import { type SecurityApi, securityApi } from './security-api.js';
import { type ToolApi, toolApi } from './tool-api.js';
import type { AccountChange } from './words/account-words.js';

/** The desk's API as its page uses it. */
export interface ApiClient extends ToolApi, LinkApi {
  me(): Promise<ApiResult<SignedIn>>;
  /** @param code of the second factor; left out where none was asked for */
  signIn(email: string, password: string, code?: string): Promise<ApiResult<SignedIn>>;
  /** null where the browser need not go on anywhere to be signed out there too. */
  signOut(): Promise<ApiResult<SignOnAddressReply | null>>;
  lookAtInvitation(token: string): Promise<ApiResult<InvitationLook>>;
  acceptInvitation(account: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<ApiResult<SignedIn>>;
  lookAtReset(token: string): Promise<ApiResult<ResetLook>>;
  useReset(token: string, password: string, code?: string): Promise<ApiResult<SignedIn>>;
  readonly security: SecurityApi;
  readonly drafts: DraftApi;
  readonly stale: StaleApi;
  readonly pairs: PairApi;
  readonly shadow: ShadowApi;
  readonly releases: ReleaseApi;
  readonly lead: LeadApi;
  invite(role: DeskRole): Promise<ApiResult<InvitationReply>>;
  agents(): Promise<ApiResult<AgentsReply>>;
  changeAccount(agentId: string, change: AccountChange): Promise<ApiResult<AgentsReply>>;
  changeRole(agentId: string, role: DeskRole): Promise<ApiResult<AgentsReply>>;
  /** Makes a one-time link to a new password. */
  makeReset(agentId: string): Promise<ApiResult<InvitationReply>>;
  conversation(id: string): Promise<ApiResult<ConversationReply>>;
  act(id: string, action: 'claim' | 'take' | 'close' | 'give-back'): Promise<ApiResult<ConversationReply>>;
  /** @param from id of the agent who has the conversation as far as the page knows */
  takeOver(id: string, from: string): Promise<ApiResult<ConversationReply>>;
  /** Says that this page is open and hears the server, and what it shows. @param looking `page` tells pages of one agent apart */
  here(looking: {
    readonly page: string;
    readonly conversationId: string | null;
    /** Of what it shows the customer's newest message; left out for none. */
    readonly seenId?: string;
  }): Promise<ApiResult<null>>;
  /** Says that the agent types. */
  typing(id: string, kind: 'reply' | 'note'): Promise<ApiResult<null>>;
  /** @param seenId the newest message that the agent saw; null where there is none */
  reply(
    id: string,
    reply: {
      readonly text: string;
      readonly key: string;
      readonly ending?: DeskEnding | undefined;
      readonly files?: readonly DeskFile[] | undefined;
    },
    seenId: string | null,
  ): Promise<ApiResult<ConversationReply>>;
  /** Sends a file to go with a reply. */
  readonly sendFile: SendFile;
  /** Keeps what was typed and not sent, also while the page is being left. */
  keepDraft(id: string, text: string): Promise<ApiResult<null>>;
  judge(id: string, isRight: boolean): Promise<ApiResult<ConversationReply>>;
  /** Says whether conversations may be offered to the agent. */
  setStatus(status: AgentStatus): Promise<ApiResult<null>>;
  decline(id: string): Promise<ApiResult<null>>;
}

/** Creates the client; `fetch` is the browser's own. */
export function createApiClient(fetch: typeof globalThis.fetch): ApiClient {
  const ask = createAskServer(fetch);
  const conversationPath = (id: string) => `/conversation/${encodeURIComponent(id)}`;
  return {
    me: () => ask('/me'),
    signIn: (email, password, code) => ask('/sign-in', { email, password, code }),
    signOut: () => ask('/sign-out', {}),
    lookAtInvitation: (token) => ask('/invitation/look', { token }),
    acceptInvitation: (account) => ask('/invitation/accept', account),
    lookAtReset: (token) => ask('/reset/look', { token }),
    useReset: (token, password, code) => ask('/reset/use', { token, password, code }),
    security: securityApi(ask),
    drafts: draftApi(ask),
    stale: staleApi(ask),
    pairs: pairApi(ask),
    shadow: shadowApi(ask),
    releases: releaseApi(ask),
    lead: leadApi(ask),
    invite: (role) => ask('/invitations', { role }),
    agents: () => ask('/agents'),
    changeAccount: (agentId, change) => ask(`/agents/${encodeURIComponent(agentId)}/${change}`, {}),
    changeRole: (agentId, role) => ask(`/agents/${encodeURIComponent(agentId)}/role`, { role }),
    makeReset: (agentId) => ask(`/agents/${encodeURIComponent(agentId)}/reset`, {}),
    conversation: (id) => ask(conversationPath(id)),
    act: (id, action) => ask(`${conversationPath(id)}/${action}`, {}),
    takeOver: (id, from) => ask(`${conversationPath(id)}/take-over`, { from }),
    here: (looking) => ask('/here', { looking }, { keepalive: true }),
    typing: (id, kind) => ask(`${conversationPath(id)}/typing`, { kind }),
    sendFile: createSendFile(fetch),
    reply: (id, { text, key, ending, files = [] }, seenId) =>
      ask(`${conversationPath(id)}/reply`, {
        text,
        key,
        seenId: seenId ?? undefined,
        ending,
        ...(files.length === 0 ? {} : { files: files.map((file) => file.id) }),
      }),
    keepDraft: (id, text) => ask(`${conversationPath(id)}/draft`, { text }, { keepalive: true }),
    setStatus: (status) => ask('/status', { status }),
    decline: (id) => ask(`${conversationPath(id)}/decline`, {}),
    judge: (id, isRight) => ask(`${conversationPath(id)}/verdict`, { isRight }),
    ...toolApi(ask),
    ...linkApi(ask),
  };
}
