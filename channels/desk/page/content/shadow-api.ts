import type { ShadowPage, ShadowState } from '../../../../bot/contracts/content/desk-shadow.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** Customers' questions, put to a release that waits, as the page asks for them. */
export interface ShadowApi {
  look(): Promise<ApiResult<ShadowState>>;
  start(id: string, days: number): Promise<ApiResult<ShadowState>>;
  stop(): Promise<ApiResult<ShadowState>>;
  changes(id: string, from: number): Promise<ApiResult<ShadowPage>>;
}

export function shadowApi(ask: AskServer): ShadowApi {
  return {
    look: () => ask('/releases/shadow'),
    start: (id, days) => ask('/releases/shadow/start', { id, days }),
    stop: () => ask('/releases/shadow/stop', {}),
    changes: (id, from) => ask('/releases/shadow/changes', { id, from }),
  };
}
