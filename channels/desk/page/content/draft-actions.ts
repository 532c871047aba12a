import type { SharedAnswer } from '../../../../bot/contracts/content/answer-drafts.js';
import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { DraftApi } from './draft-api.js';

/** From an answer to the knowledge; each answer goes to the view that asked. */
export function draftActions(api: DraftApi, session: Session) {
  return {
    suggestShared: (conversationId: string) => atHome(session, api.suggest(conversationId)),
    shareAnswer: (conversationId: string, words: SharedAnswer) =>
      atHome(session, api.propose(conversationId, words)),
    answerDrafts: () => atHome(session, api.lists()),
    approveDraft: (draftId: string, words: SharedAnswer) => atHome(session, api.approve(draftId, words)),
    refuseDraft: (draftId: string) => atHome(session, api.refuse(draftId)),
    takeBackAnswer: (answerId: string) => atHome(session, api.takeBack(answerId)),
  };
}
