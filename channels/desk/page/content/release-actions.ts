import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { PlanPart } from '../../limits.js';
import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { ReleaseApi } from './release-api.js';

/** What is done with releases; each answer goes to the view that asked. */
export function releaseActions(api: ReleaseApi, session: Session) {
  return {
    releases: () => atHome(session, api.overview()),
    releasePlan: (id: string, kind: PlanPart, from: number) => atHome(session, api.plan(id, kind, from)),
    publishRelease: (id: string, why: string) => atHome(session, api.publish(id, why)),
    rollBackRelease: (from: string, why: string) => atHome(session, api.rollback(from, why)),
    renameRelease: (id: string, name: string) => atHome(session, api.rename(id, name)),
    startIngest: (isFull: boolean) => atHome(session, api.run(isFull)),
    previewRelease: (id: string, question: string, language: SpokenLanguage) =>
      atHome(session, api.preview(id, question, language)),
  };
}
