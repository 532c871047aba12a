import type { HandoffState } from '../../../../bot/contracts/messages.js';
import type { TypingNews, ViewersNews } from '../../contracts.js';
import { ownValue } from '../words/own-value.js';
import type { OpenConversation } from './open-conversation.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** What this page tells of its agent, and what it hears of others: who looks and who types. */
export interface Signs {
  /** Tells what the page shows now, where somebody can see it. */
  tellLooking(): Promise<void>;
  /** Tells it where the page has come to show a message of the customer that it did not show before. */
  tellSeen(): Promise<void>;
  /** The agent types in a conversation. */
  typed(conversationId: string, kind: 'reply' | 'note'): void;
  viewersTold(news: ViewersNews): void;
  typingTold(news: TypingNews): void;
}

/** While somebody types it is told so often; channels show it for some five seconds. */
const TELL_EVERY_MS = 3_000;
/** How long a sign is shown that no other follows. */
const SHOWN_MS = 6_000;

/** Whose it is counts as well: an agent who takes a conversation has read what they saw before. */
interface Shown {
  readonly newestId: string;
  readonly state: HandoffState;
}

function keyOf({ newestId, state }: Shown): string {
  return `${newestId} ${state}`;
}

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
  /** What the page showed of the customer when it told it last. */
  let toldShown = '';

  /** The customer's newest message on the screen, where somebody can see it; null for none. */
  function shownNow(): Shown | null {
    const id = open.id();
    const conversation = id !== null && isSeen() ? ownValue(store.get().conversations, id) : undefined;
    const newest = conversation?.messages.filter(({ from }) => from === 'customer').at(-1);
    return conversation && newest ? { newestId: newest.id, state: conversation.entry.state } : null;
  }

  /** One at a time: what was shown before must not be told after what is shown now. */
  async function tellLooking(): Promise<void> {
    isDue = true;
    if (isTelling) return;
    isTelling = true;
    while (isDue) {
      isDue = false;
      if (store.get().screen.kind !== 'desk') continue;
      const conversationId = isSeen() ? open.id() : null;
      const shown = shownNow();
      toldShown = shown === null ? toldShown : keyOf(shown);
      await api.here({ page, conversationId, ...(shown === null ? {} : { seenId: shown.newestId }) });
    }
    isTelling = false;
  }

  return {
    tellLooking,
    async tellSeen() {
      const shown = shownNow();
      if (shown !== null && keyOf(shown) !== toldShown) await tellLooking();
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
