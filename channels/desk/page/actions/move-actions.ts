import type { SnoozeTime, TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { ActOnConversation } from './act-on-conversation.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What agents pass on, set aside and label. */
export function moveActions(
  store: DeskStore,
  { api }: Pick<Surroundings, 'api'>,
  { act }: ActOnConversation,
) {
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
  };
}
