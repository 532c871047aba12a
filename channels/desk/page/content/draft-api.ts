import type { SharedAnswer } from '../../../../bot/contracts/content/answer-drafts.js';
import type { DraftsReply, ShareReply } from '../../tools/contracts.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** From an answer to the knowledge, as the page asks for it. */
export interface DraftApi {
  suggest(conversationId: string): Promise<ApiResult<SharedAnswer>>;
  propose(conversationId: string, words: SharedAnswer): Promise<ApiResult<ShareReply>>;
  lists(): Promise<ApiResult<DraftsReply>>;
  approve(draftId: string, words: SharedAnswer): Promise<ApiResult<DraftsReply>>;
  refuse(draftId: string): Promise<ApiResult<DraftsReply>>;
  takeBack(answerId: string): Promise<ApiResult<DraftsReply>>;
}

export function draftApi(ask: AskServer): DraftApi {
  const share = (id: string) => `/conversation/${encodeURIComponent(id)}/share`;
  const draft = (id: string, what: string) => `/content/drafts/${encodeURIComponent(id)}/${what}`;
  return {
    suggest: (id) => ask(`${share(id)}/suggest`, {}),
    propose: (id, { question, answer }) => ask(share(id), { question, answer }),
    lists: () => ask('/content/drafts'),
    approve: (id, { question, answer }) => ask(draft(id, 'approve'), { question, answer }),
    refuse: (id) => ask(draft(id, 'refuse'), {}),
    takeBack: (id) => ask(`/content/answers/${encodeURIComponent(id)}/take-back`, {}),
  };
}
