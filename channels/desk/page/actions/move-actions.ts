import type { SnoozeTime, TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { DeskFilters } from '../../../../bot/contracts/tools/desk-views.js';
import type { ConversationReply } from '../../contracts.js';
import type { ApiResult } from '../ask-server.js';
import type { OpenConversation } from './open-conversation.js';
import type { Refuse } from './refuse.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What agents pass on, set aside and label, and what they chose to list. */
export function moveActions(
  store: DeskStore,
  { api }: Pick<Surroundings, 'api'>,
  open: OpenConversation,
  refuse: Refuse,
) {
  async function act(
    conversationId: string,
    asking: Promise<ApiResult<ConversationReply>>,
  ): Promise<boolean> {
    store.dispatch({ kind: 'notice-closed' });
    const answer = await asking;
    if (answer.isOk) open.show(answer.value);
    else {
      refuse(answer.failure, conversationId);
      // Somebody else was first: show how it stands now.
      if (answer.failure.code === 'DeskConversationTaken') await open.read();
    }
    return answer.isOk;
  }

  return {
    /** Passes a conversation on; resolves with whether it was done. */
    async transfer(conversationId: string, to: TransferTarget, comment: string): Promise<boolean> {
      const isDone = await act(conversationId, api.transfer(conversationId, to, comment));
      // The news that it went may have been faster than the answer, and is no news to whoever sent it.
      if (isDone) store.dispatch({ kind: 'notice-closed' });
      return isDone;
    },
    snooze: (conversationId: string, until: SnoozeTime): Promise<boolean> =>
      act(conversationId, api.snooze(conversationId, until)),
    wake: (conversationId: string): Promise<boolean> => act(conversationId, api.wake(conversationId)),
    putLabel: (conversationId: string, labelId: string, isOn: boolean): Promise<boolean> =>
      act(conversationId, api.putLabel(conversationId, labelId, isOn)),
    labels: () => api.labels(),
    addLabel: (name: string) => api.addLabel(name),
    renameLabel: (id: string, name: string) => api.renameLabel(id, name),
    removeLabel: (id: string) => api.removeLabel(id),
    views: () => api.views(),
    keepView: (name: string, filters: DeskFilters) => api.keepView(name, filters),
    removeView: (id: string) => api.removeView(id),
  };
}
