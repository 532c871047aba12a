import type { Transport } from '../contracts/channels.js';
import type { Addressed } from '../conversations/conversation.js';

/** A customer who is there now: how to reach them, and which activity of theirs is answered. */
export interface Live {
  readonly transport: Transport;
  readonly replyToId: string | null;
  /** Their conversation where it was read just now; else it is read. */
  readonly conversation?: Addressed;
}
