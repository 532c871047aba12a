import type { StaleLists } from '../../../../bot/contracts/content/desk-stale.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** Answers that may not hold any more, as the page asks for them. */
export interface StaleApi {
  lists(): Promise<ApiResult<StaleLists>>;
  confirm(itemId: string, seen: string): Promise<ApiResult<StaleLists>>;
  unconfirm(itemId: string, at: string): Promise<ApiResult<StaleLists>>;
}

export function staleApi(ask: AskServer): StaleApi {
  return {
    lists: () => ask('/content/stale'),
    confirm: (itemId, seen) => ask('/content/stale/confirm', { itemId, seen }),
    unconfirm: (itemId, at) => ask('/content/stale/unconfirm', { itemId, at }),
  };
}
