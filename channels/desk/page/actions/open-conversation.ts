import type { ConversationReply } from '../../contracts.js';
import type { ApiClient } from '../api-client.js';
import { createOrderedReads } from '../ordered-reads.js';
import type { Refuse } from './refuse.js';
import type { DeskStore } from './surroundings.js';

/** The conversation on the screen, kept as the server has it. */
export interface OpenConversation {
  /** Null where no conversation is on the screen. */
  id(): string | null;
  /** Reads it anew, where there is one. */
  read(): Promise<void>;
  /** Shows what an action led to. */
  show(reply: ConversationReply): void;
}

/** @param onShown told whenever a conversation was read and is shown as it is now */
export function createOpenConversation(
  store: DeskStore,
  api: Pick<ApiClient, 'conversation'>,
  refuse: Refuse,
  onShown: () => void,
): OpenConversation {
  const reads = createOrderedReads(api.conversation, (id, answer) => {
    if (answer.isOk) take(answer.value);
    else refuse(answer.failure, id);
  });

  function take({ conversation, draft }: ConversationReply): void {
    store.dispatch({ kind: 'conversation-read', conversation, draft });
    onShown();
  }

  function openId(): string | null {
    const { screen } = store.get();
    return screen.kind === 'desk' && screen.place.kind === 'conversation'
      ? screen.place.conversationId
      : null;
  }

  return {
    id: openId,
    async read() {
      const id = openId();
      if (id !== null) await reads.read(id);
    },
    show(reply) {
      reads.overtake(reply.conversation.entry.conversationId);
      take(reply);
    },
  };
}
