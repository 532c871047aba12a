import type { ReadingAlong } from '../../../../bot/contracts/tools/desk-lead.js';
import type { TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { ActOnConversation } from '../actions/act-on-conversation.js';
import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { DeskStore } from '../actions/surroundings.js';
import type { LeadApi } from './lead-api.js';

/** What a team lead looks up and does. */
export function leadActions(store: DeskStore, api: LeadApi, session: Session, { act }: ActOnConversation) {
  return {
    leadBoard: () => atHome(session, api.board()),
    readingIn: (conversationId: string) => atHome(session, api.reading(conversationId)),
    joinConversation: (conversationId: string, how: ReadingAlong): Promise<boolean> =>
      act(conversationId, api.join(conversationId, how)),
    leaveConversation: (conversationId: string): Promise<boolean> =>
      act(conversationId, api.leave(conversationId)),
    async reassign(conversationId: string, to: TransferTarget, comment: string): Promise<boolean> {
      const isDone = await act(conversationId, api.reassign(conversationId, to, comment));
      if (isDone) store.dispatch({ kind: 'notice-closed' });
      return isDone;
    },
  };
}
