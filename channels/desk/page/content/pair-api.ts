import type { PairLists } from '../../../../bot/contracts/content/desk-pairs.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** Answers that contradict each other, as the page asks for them. */
export interface PairApi {
  lists(): Promise<ApiResult<PairLists>>;
  /** @param counts id of the item whose answer counts; null for both */
  decide(
    itemIds: readonly [string, string],
    counts: string | null,
    seen: string,
  ): Promise<ApiResult<PairLists>>;
  undecide(itemIds: readonly [string, string], at: string): Promise<ApiResult<PairLists>>;
}

export function pairApi(ask: AskServer): PairApi {
  return {
    lists: () => ask('/content/pairs'),
    decide: (itemIds, counts, seen) => ask('/content/pairs/decide', { itemIds, counts, seen }),
    undecide: (itemIds, at) => ask('/content/pairs/undecide', { itemIds, at }),
  };
}
