import type { Clock } from '../../index/platform/clock.js';
import type { HandoffPriority } from '../contracts/desk.js';
import type { QueueNotice } from '../contracts/queue-notice.js';
import type { Conversation } from '../conversations/conversation.js';
import { countOpenFrom } from '../store/handoffs/queue.js';
import { takeLock } from '../store/locks.js';
import type { Write } from '../store/store.js';

/** Keeps whoever has one network address, and as many conversations as they like, from filling the queue. */
export interface AddressBound {
  /**
   * Whether so many customers of this one's address wait or are with agents that nobody more may ask for a person. Those in
   * danger are counted by themselves: others who wait never keep them out. Where the channel tells no address there is no bound:
   * there it is dear to be many.
   * @param conversation as read in this very transaction; who waits already may ask again
   */
  isFull(write: Write, conversation: Conversation, priority: HandoffPriority): Promise<boolean>;
  /** For the desk, as long as somebody was turned away within the hour. */
  notices(): readonly QueueNotice[];
}

const TOLD_FOR_MS = 3_600_000;

/** @param most how many may be open at a time, from one address */
export function createAddressBound(most: number, clock: Clock): AddressBound {
  let since: Date | null = null;
  let last = 0;

  const isTold = () => clock.now().getTime() - last < TOLD_FOR_MS;

  return {
    async isFull(write, { id, state, reference: { addressKey } }, priority) {
      if (addressKey === undefined || state === 'waiting' || state === 'with-agent') return false;
      // Of two who ask at once, the second counts the first.
      await takeLock(write, 'queue');
      const isUrgent = priority === 'urgent';
      if ((await countOpenFrom(write, addressKey, { besides: id, isUrgent })) < most) return false;
      if (since === null || !isTold()) since = clock.now();
      last = clock.now().getTime();
      return true;
    },
    notices: () =>
      since !== null && isTold() ? [{ door: null, alert: 'address-full', since: since.toISOString() }] : [],
  };
}
