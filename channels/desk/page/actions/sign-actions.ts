import type { TypingNews, ViewersNews } from '../../contracts.js';
import type { OpenConversation } from './open-conversation.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What this page tells of its agent, and what it hears of others: who looks and who types. */
export interface Signs {
  /** Tells what the page shows now, where somebody can see it. */
  tellLooking(): Promise<void>;
  /** The agent types in a conversation. */
  typed(conversationId: string, kind: 'reply' | 'note'): void;
  viewersTold(news: ViewersNews): void;
  typingTold(news: TypingNews): void;
}

/** While somebody types it is told so often; channels show it for some five seconds. */
const TELL_EVERY_MS = 3_000;
/** How long a sign is shown that no other follows. */
const SHOWN_MS = 6_000;

export function createSigns(
  store: DeskStore,
  { api, now, after, newKey, isSeen }: Pick<Surroundings, 'api' | 'now' | 'after' | 'newKey' | 'isSeen'>,
  open: OpenConversation,
): Signs {
  const page = newKey();
  let isTelling = false;
  let isDue = false;
  let told: { readonly conversationId: string; readonly at: number } | null = null;
  let count = 0;

  return {
    /** One at a time: what was shown before must not be told after what is shown now. */
    async tellLooking() {
      isDue = true;
      if (isTelling) return;
      isTelling = true;
      while (isDue) {
        isDue = false;
        if (store.get().screen.kind === 'desk')
          await api.here({ page, conversationId: isSeen() ? open.id() : null });
      }
      isTelling = false;
    },
    typed(conversationId, kind) {
      if (told?.conversationId === conversationId && now() - told.at < TELL_EVERY_MS) return;
      told = { conversationId, at: now() };
      // Nobody misses one that is lost.
      void api.typing(conversationId, kind);
    },
    viewersTold: (news) => store.dispatch({ kind: 'viewers-told', news }),
    typingTold(news) {
      count += 1;
      const number = count;
      store.dispatch({ kind: 'typing-told', news, number });
      after(SHOWN_MS, () =>
        store.dispatch({ kind: 'typing-over', conversationId: news.conversationId, number }),
      );
    },
  };
}
