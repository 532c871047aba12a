import type {
  PlanPage,
  ReleaseOverview,
  ReleasePreview,
} from '../../../../bot/contracts/content/desk-releases.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { PlanPart } from '../../limits.js';
import type { ApiResult, AskServer } from '../ask-server.js';

/** Releases of the knowledge, as the page asks for them. */
export interface ReleaseApi {
  overview(): Promise<ApiResult<ReleaseOverview>>;
  plan(id: string, kind: PlanPart, from: number): Promise<ApiResult<PlanPage>>;
  publish(id: string, why: string): Promise<ApiResult<ReleaseOverview>>;
  rollback(from: string, why: string): Promise<ApiResult<ReleaseOverview>>;
  rename(id: string, name: string): Promise<ApiResult<ReleaseOverview>>;
  run(isFull: boolean): Promise<ApiResult<ReleaseOverview>>;
  preview(id: string, question: string, language: SpokenLanguage): Promise<ApiResult<ReleasePreview>>;
}

export function releaseApi(ask: AskServer): ReleaseApi {
  return {
    overview: () => ask('/releases'),
    plan: (id, kind, from) => ask('/releases/plan', { id, kind, from }),
    publish: (id, why) => ask('/releases/publish', { id, why }),
    rollback: (from, why) => ask('/releases/rollback', { from, why }),
    rename: (id, name) => ask('/releases/rename', { id, name }),
    run: (isFull) => ask('/releases/run', { isFull }),
    preview: (id, question, language) => ask('/releases/preview', { id, question, language }),
  };
}
