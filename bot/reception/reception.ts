import { conversationsBegun, conversationsWith } from '../store/messages/left-messages.js';
import { createEntrance, type Entrance } from './entrance.js';
import { createInboxWorker, type InboxWorkerParts } from './inbox-worker.js';

export type ReceptionParts = InboxWorkerParts;

/** Takes in what customers say, one turn at a time in each conversation. */
export interface Reception extends Pick<Entrance, 'receive' | 'accept' | 'welcome'> {
  /** Takes up messages that a stopped program left; returns how to handle them. Call it before new ones come in. */
  takeUpLeft(): Promise<() => Promise<void>>;
  /** Tries again to answer messages that came while the store could not be written: on a full disk, say. */
  retryUnwritten(): Promise<void>;
  /** Whether somebody is at the inbox of a conversation, or will be by themselves. */
  isHandling(conversationId: string): boolean;
  /** Handles all that waits in the inbox of a conversation. Never throws. */
  handle(conversationId: string): Promise<void>;
  /** Waits no longer for more words and lets running turns finish. */
  stop(): Promise<void>;
}

/** Puts entrance and worker together. */
export function createReception(parts: ReceptionParts): Reception {
  const { store, log, background } = parts;
  const worker = createInboxWorker(parts);
  const entrance = createEntrance({ ...parts, worker });
  return {
    receive: entrance.receive,
    accept: entrance.accept,
    welcome: entrance.welcome,

    async takeUpLeft() {
      await entrance.recover();
      const ids = await conversationsWith(store, 'received');
      const begun = await conversationsBegun(store);
      if (ids.length > 0) {
        log.info('Messages left by the last run are handled now.', { conversations: ids.length });
      }
      return () => worker.handleAll(ids, begun);
    },

    async retryUnwritten() {
      await worker.retry(await entrance.recoverAfterFailure());
    },

    isHandling: (conversationId) => worker.isHandling(conversationId),
    handle: (conversationId) => worker.retry([conversationId]),

    async stop() {
      worker.stop();
      await background.idle();
    },
  };
}
