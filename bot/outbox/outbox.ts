import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { BotWatch } from '../contracts/bot-watch.js';
import type { ConversationChanges } from '../conversations/conversation-changes.js';
import { UNWATCHED } from '../operations/unwatched.js';
import { conversationsWith } from '../store/messages/left-messages.js';
import type { Store } from '../store/store.js';
import type { Doors } from './doors.js';
import { drainConversation } from './drain-conversation.js';
import type { Live } from './live.js';

export interface Outbox {
  /**
   * Sends what a conversation's outbox holds, in order, and stops at the first message that does not get through: that one
   * is tried again by the rules of its channel, then given up, so that one message never holds up the rest for good.
   * Never throws.
   * @param live given inside a turn; then back-off is not waited for, as the customer is evidently there
   */
  drain(conversationId: string, live?: Live): Promise<void>;
  /** Drains every conversation that has something to send. */
  drainAll(): Promise<void>;
  /** Goes on with conversations that waited for a held door, and with those whose outbox could not be worked off. */
  resume(): Promise<void>;
  /** Does something between two sendings of a conversation, such as showing a sign that must not overtake what is said. */
  inTurn(conversationId: string, task: () => Promise<void>): Promise<void>;
  /** Whether the outbox of a conversation is being worked off, or will be by `resume`. */
  isSending(conversationId: string): boolean;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly changes: ConversationChanges;
  readonly doors: Doors;
  /** After how many hours a message that cannot be sent is given up. */
  readonly giveUpHours: number;
  /** From 0 to 1, for the jitter of waits. */
  readonly chance?: () => number;
  readonly watch?: Pick<BotWatch, 'sendingEnded'>;
}

const HOUR_MS = 3_600_000;

/** How many conversations are gone on with at a time. */
const AT_ONCE = 20;

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, clock, log, changes, doors, giveUpHours, chance = Math.random } = parts;
  const { watch = UNWATCHED } = parts;
  const drainParts = {
    store,
    clock,
    log,
    changes,
    doors,
    chance,
    watch,
    giveUpAfterMs: giveUpHours * HOUR_MS,
  };
  // One lane a conversation: two drains at once would send out of order.
  const lanes = createLanes();
  /** Conversations whose outbox could not be worked off, because the store failed say. */
  const failed = new Set<string>();

  const drain: Outbox['drain'] = (conversationId, live) =>
    lanes.serially(conversationId, async () => {
      try {
        const goesOn = await drainConversation(drainParts, conversationId, live);
        if (goesOn === 'anew') void drain(conversationId);
      } catch (error) {
        failed.add(conversationId);
        log.error('An outbox could not be worked off.', { conversationId, error });
      }
    });

  /** The first shows whether the door is open at all; the others follow, a few at a time. */
  async function drainInTurn([first, ...others]: readonly string[]): Promise<void> {
    if (first === undefined) return;
    await drain(first);
    for (let from = 0; from < others.length; from += AT_ONCE) {
      await Promise.all(others.slice(from, from + AT_ONCE).map((id) => drain(id)));
    }
  }

  return {
    drain,
    drainAll: async () => drainInTurn(await conversationsWith(store, 'queued')),
    async resume() {
      const again = [...failed];
      failed.clear();
      await Promise.all([again, ...doors.takeReleased()].map(drainInTurn));
    },
    inTurn: (conversationId, task) => lanes.serially(conversationId, task),
    isSending: (id) => lanes.isBusy(id) || failed.has(id) || doors.isWaiting(id),
    idle: () => lanes.idle(),
  };
}
