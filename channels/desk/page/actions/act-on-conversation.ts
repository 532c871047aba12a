import type { ConversationReply } from '../../contracts.js';
import type { ApiResult, Failure } from '../ask-server.js';
import type { OpenConversation } from './open-conversation.js';
import type { Refuse } from './refuse.js';
import type { DeskStore } from './surroundings.js';

/** Failures that show the page to be behind. */
const BEHIND: ReadonlySet<string> = new Set([
  'DeskConversationTaken',
  'DeskConversationOffered',
  'DeskCannotReach',
]);

/** What follows once something was done with a conversation, or was not. */
export interface ActOnConversation {
  /** Shows what an action answers; resolves with whether it was done. */
  act(conversationId: string, asking: Promise<ApiResult<ConversationReply>>): Promise<boolean>;
  /** The same, of what takes a conversation to somebody else. */
  passOn(conversationId: string, asking: Promise<ApiResult<ConversationReply>>): Promise<boolean>;
  /** Shows why something was not done. */
  refused(failure: Failure, conversationId: string): Promise<void>;
}

export function createActOnConversation(
  store: DeskStore,
  open: OpenConversation,
  refuse: Refuse,
): ActOnConversation {
  async function refused(failure: Failure, conversationId: string): Promise<void> {
    refuse(failure, conversationId);
    // Somebody else was first, or the channel takes nothing any more: show how it stands now.
    if (BEHIND.has(failure.code)) await open.read();
  }

  const act: ActOnConversation['act'] = async (conversationId, asking) => {
    store.dispatch({ kind: 'notice-closed' });
    const answer = await asking;
    if (answer.isOk) open.show(answer.value);
    else await refused(answer.failure, conversationId);
    return answer.isOk;
  };

  return {
    act,
    async passOn(conversationId, asking) {
      const isDone = await act(conversationId, asking);
      // The news that it went may have been faster than the answer, and is no news to whoever sent it.
      if (isDone) store.dispatch({ kind: 'notice-closed' });
      return isDone;
    },
    refused,
  };
}
