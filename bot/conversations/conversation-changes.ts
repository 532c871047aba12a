/** Tells those who look on (the desk) that a conversation changed. */
export interface ConversationChanges {
  /** Call it after the transaction has ended, so that a listener that reads sees the change. */
  announce(conversationId: string): void;
  /** Calls `listener` with the id of each conversation that changes; returns how to stop listening. */
  listen(listener: (conversationId: string) => void): () => void;
}

/** Changes within this process; a listener that throws is reported to `onError` and disturbs nobody else. */
export function createConversationChanges(onError: (error: unknown) => void): ConversationChanges {
  const listeners = new Set<(conversationId: string) => void>();
  return {
    announce(conversationId) {
      for (const listener of [...listeners]) {
        try {
          listener(conversationId);
        } catch (error) {
          onError(error);
        }
      }
    },
    listen(listener) {
      // A wrapper of its own for each call: the same function may listen twice and stop once.
      const own = (conversationId: string) => listener(conversationId);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
