import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DirectLineApi } from './direct-line-api.js';
import type { SendQueue } from './send-queue.js';
import type { SessionStore } from './session-store.js';

export type LineState = 'idle' | 'connecting' | 'online' | 'offline';

/** What a line is made of, and whom it tells. */
export interface DirectLineOptions {
  readonly api: DirectLineApi;
  readonly queue: SendQueue;
  readonly sessions: SessionStore;
  readonly language: string;
  /** What the bot is told of the page when somebody joins. */
  readonly page: () => object;
  /** An activity of the stream; the same one may come twice. */
  readonly onActivity: (activity: Activity, userId: string) => void;
  /** @param isToldToWait whether an offline line is one that the server refuses for a while */
  readonly onState: (state: LineState, isToldToWait: boolean) => void;
  /** The server no longer knows the conversation, or will not continue it; a new one follows. */
  readonly onLost: () => void;
}
