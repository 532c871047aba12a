import type { SnoozeTime, TransferTarget } from '../../../../bot/contracts/tools/desk-moves.js';
import type { ActOnConversation } from './act-on-conversation.js';
import type { Surroundings } from './surroundings.js';

/** What agents pass on, set aside and label. */
export function moveActions({ api }: Pick<Surroundings, 'api'>, { act, passOn }: ActOnConversation) {
  return {
    /** Passes a conversation on; resolves with whether it was done. */
    transfer: (conversationId: string, to: TransferTarget, comment: string): Promise<boolean> =>
      passOn(conversationId, api.transfer(conversationId, to, comment)),
    snooze: (conversationId: string, until: SnoozeTime): Promise<boolean> =>
      act(conversationId, api.snooze(conversationId, until)),
    wake: (conversationId: string): Promise<boolean> => act(conversationId, api.wake(conversationId)),
    putLabel: (conversationId: string, labelId: string, isOn: boolean): Promise<boolean> =>
      act(conversationId, api.putLabel(conversationId, labelId, isOn)),
  };
}
