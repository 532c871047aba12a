import type { Clock } from '../../../index/platform/clock.js';
import type { Lanes } from '../../../index/platform/lanes.js';
import type { Privacy } from '../../contracts/privacy.js';
import type { ConversationChanges } from '../../conversations/conversation-changes.js';
import { createPrivacy } from '../../privacy/create-privacy.js';
import type { ConversationStore } from '../../store/conversation-store.js';

export interface DeskPrivacyParts {
  readonly conversationStore: ConversationStore;
  readonly runtimeDirectory: string | null;
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly changes: ConversationChanges;
}

/** What is kept of one person, looked up and erased within the running bot: behind the turns that are under way. */
export function createDeskPrivacy(parts: DeskPrivacyParts): Privacy {
  const { conversationStore, runtimeDirectory, clock, lanes, changes } = parts;
  return createPrivacy({
    conversationStore,
    runtimeDirectory,
    clock,
    inLane: (conversationId, task) => lanes.serially(conversationId, task),
    announce: (conversationId) => changes.announce(conversationId),
    compact: () => conversationStore.compact(),
  });
}
