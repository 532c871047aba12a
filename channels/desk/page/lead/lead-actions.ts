import type { ReadingAlong } from '../../../../bot/contracts/tools/desk-lead.js';
import type { TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { ActOnConversation } from '../actions/act-on-conversation.js';
import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { LeadApi } from './lead-api.js';

/** What a team lead looks up and does. */
export function leadActions(api: LeadApi, session: Session, { act, passOn }: ActOnConversation) {
  return {
    leadBoard: () => atHome(session, api.board()),
    readingIn: (conversationId: string) => atHome(session, api.reading(conversationId)),
    joinConversation: (conversationId: string, how: ReadingAlong): Promise<boolean> =>
      act(conversationId, api.join(conversationId, how)),
    leaveConversation: (conversationId: string): Promise<boolean> =>
      act(conversationId, api.leave(conversationId)),
    reassign: (conversationId: string, to: TransferTarget, comment: string): Promise<boolean> =>
      passOn(conversationId, api.reassign(conversationId, to, comment)),
  };
}
