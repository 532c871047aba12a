import type { ReadingAlong } from '../../../../bot/contracts/tools/desk-lead.js';
import type { TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { ConversationReply } from '../../contracts.js';
import type { LeadReply, ReadingReply } from '../../lead/contracts.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** What team leads ask the server. */
export interface LeadApi {
  board(): Promise<ApiResult<LeadReply>>;
  reading(id: string): Promise<ApiResult<ReadingReply>>;
  join(id: string, how: ReadingAlong): Promise<ApiResult<ConversationReply>>;
  leave(id: string): Promise<ApiResult<ConversationReply>>;
  reassign(id: string, to: TransferTarget, comment: string): Promise<ApiResult<ConversationReply>>;
}

export function leadApi(ask: AskServer): LeadApi {
  const of = (id: string, what: string) => `/conversation/${encodeURIComponent(id)}/${what}`;
  return {
    board: () => ask('/lead'),
    reading: (id) => ask(of(id, 'reading')),
    join: (id, how) => ask(of(id, 'join'), { how }),
    leave: (id) => ask(of(id, 'leave'), {}),
    reassign: (id, to, comment) => ask(of(id, 'reassign'), { to, comment }),
  };
}
