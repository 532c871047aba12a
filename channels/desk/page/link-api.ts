import type { LinkCodeReply, LinkReply } from '../contracts.js';
import type { ApiResult, AskServer } from './ask-server.js';

/** An agent's own link with the channel in which they can work as well. */
export interface LinkApi {
  link(): Promise<ApiResult<LinkReply>>;
  makeLinkCode(): Promise<ApiResult<LinkCodeReply>>;
  removeLink(): Promise<ApiResult<null>>;
}

export function linkApi(ask: AskServer): LinkApi {
  return {
    link: () => ask('/link'),
    makeLinkCode: () => ask('/link/code', {}),
    removeLink: () => ask('/link/remove', {}),
  };
}
