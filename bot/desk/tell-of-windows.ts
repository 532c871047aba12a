import type { Background } from '../conversations/background.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import type { CustomerWindows } from '../conversations/customer-windows.js';
import { conversationIdOf, findConversation } from '../store/conversations.js';
import type { Store } from '../store/store.js';

/** Tells those at the desk that a customer who waits, or has a person, closed the chat or is back. */
export function tellOfWindows(parts: {
  readonly store: Store;
  readonly windows: Pick<CustomerWindows, 'onChange'>;
  readonly changes: ConversationChanges;
  readonly background: Background;
}): void {
  const { store, windows, changes, background } = parts;
  windows.onChange(
    (of) =>
      void background.run(async () => {
        const id = await conversationIdOf(store, of);
        const conversation = id === null ? null : await findConversation(store, id);
        if (conversation?.state === 'waiting' || conversation?.state === 'with-agent')
          changes.announce(conversation.id);
      }),
  );
}
