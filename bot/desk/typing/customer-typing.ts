import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { Activity } from '../../contracts/activities.js';
import { isElsewhere, isGroup } from '../../conversations/conversation.js';
import {
  type ConversationChanges,
  createConversationChanges,
} from '../../conversations/conversation-changes.js';
import { conversationIdOf, findConversation } from '../../store/conversations.js';
import type { Store } from '../../store/store.js';
import { createTooSoon } from './too-soon.js';

/** Hears of customers who type. */
export interface CustomerTyping extends Pick<ConversationChanges, 'listen'> {
  /** A channel told by this activity that a customer types. Never throws. */
  heard(activity: Activity): Promise<void>;
}

/** Clients tell it every few seconds; whoever tells it more often makes no more work than this. */
const SOONEST_MS = 1_000;

/**
 * Passes on that a customer types, where a person is waited for or has the conversation: nobody else looks. In a group
 * whoever types may talk to somebody else. Nothing is kept but when a conversation was heard last, in memory.
 */
export function createCustomerTyping({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): CustomerTyping {
  const signs = createConversationChanges((error) =>
    log.error('A listener to typing customers failed.', { error }),
  );
  const isTooSoon = createTooSoon(clock, SOONEST_MS);

  async function pass(channelId: string, channelConversationId: string): Promise<void> {
    const id = await conversationIdOf(store, { channelId, conversationId: channelConversationId });
    const conversation = id === null ? null : await findConversation(store, id);
    if (conversation === null || isGroup(conversation) || isElsewhere(conversation)) return;
    if (conversation.state === 'waiting' || conversation.state === 'with-agent')
      signs.announce(conversation.id);
  }

  return {
    async heard({ channelId, conversation }) {
      if (typeof channelId !== 'string' || typeof conversation?.id !== 'string') return;
      if (isTooSoon(JSON.stringify([channelId, conversation.id]))) return;
      try {
        await pass(channelId, conversation.id);
      } catch (error) {
        log.warn('It was not told that a customer types.', { error });
      }
    },
    listen: (listener) => signs.listen(listener),
  };
}
