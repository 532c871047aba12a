import type { Clock } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import type { Log } from '../../index/platform/log.js';
import type { Activity } from '../contracts/activities.js';
import type { Transport } from '../contracts/channels.js';
import type { Background } from '../conversations/background.js';
import type { Store } from '../store/store.js';
import { recordIncoming, recordVisit } from './inbox.js';
import type { InboxWorker } from './inbox-worker.js';
import type { IncomingActivity } from './incoming-activity.js';
import { type IncomingMessage, readIncoming } from './incoming-message.js';
import { recoverMissed } from './recover-missed.js';
import { resolveIncoming } from './resolve-incoming.js';

export interface EntranceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly background: Background;
  /** Who handles what was written into the inbox. */
  readonly worker: Pick<InboxWorker, 'answer' | 'welcome'>;
  /** Tells a customer that something failed when not even the store can be written. */
  readonly apologiseUnwritten: (activity: Activity, transport: Transport) => Promise<void>;
}

/** Where activities come in: they are written into the inbox before anything else happens with them. */
export interface Entrance {
  /** Writes a message into the inbox and has it handled; resolves when its turn has ended. Never throws. */
  receive(incoming: IncomingActivity): Promise<void>;
  /**
   * Writes a message into the inbox; its turn goes on by itself.
   * @throws when it could not be written, ACTIVITY_MALFORMED
   */
  accept(incoming: IncomingActivity): Promise<void>;
  /** Has somebody welcomed who came in. Never throws. */
  welcome(incoming: IncomingActivity): Promise<void>;
  /**
   * Writes messages into the inbox that the web chat had confirmed and that did not reach it.
   * @returns ids of their conversations
   */
  recover(): Promise<readonly string[]>;
  /** The same, where a message may not have reached the inbox since the last time; else nothing. */
  recoverAfterFailure(): Promise<readonly string[]>;
}

/** How far back confirmed messages are looked for that the inbox does not have. */
const RECOVER_MS = 86_400_000;

export function createEntrance(parts: EntranceParts): Entrance {
  const { store, clock, log, background, worker } = parts;
  /** Whether a message may not even have reached the inbox. */
  let hasMissed = false;

  async function record(incoming: IncomingActivity) {
    const message = await resolveIncoming(store, read(incoming));
    if (message === null) return null;
    const recorded = await recordIncoming(store, message, clock.now().toISOString());
    return recorded === null || message.isOverheard ? null : { ...recorded, message };
  }

  async function recover(): Promise<readonly string[]> {
    const now = clock.now();
    const since = new Date(now.getTime() - RECOVER_MS).toISOString();
    try {
      return await recoverMissed(store, since, now.toISOString());
    } catch (error) {
      hasMissed = true;
      throw error;
    }
  }

  /** Runs a task that must not fail the caller: the customer gets an apology instead. */
  function guarded({ activity, transport }: IncomingActivity, task: () => Promise<void>): Promise<void> {
    return background.run(async () => {
      try {
        await task();
      } catch (error) {
        if (isCoded(error, 'ACTIVITY_MALFORMED')) return log.warn('An activity was left out.', { error });
        hasMissed = true;
        log.error('An activity could not be handled.', { conversationId: activity.conversation?.id, error });
        await parts.apologiseUnwritten(activity, transport);
      }
    });
  }

  return {
    receive: (incoming) =>
      guarded(incoming, async () => {
        const recorded = await record(incoming);
        if (recorded) await worker.answer(recorded, incoming);
      }),

    async accept(incoming) {
      const recorded = await record(incoming);
      if (recorded) void guarded(incoming, () => worker.answer(recorded, incoming));
    },

    welcome: (incoming) =>
      guarded(incoming, async () => {
        const visit = read(incoming);
        const id = await recordVisit(store, visit, clock.now().toISOString());
        await worker.welcome(id, incoming.transport, visit.details.locale);
      }),

    recover,

    async recoverAfterFailure() {
      if (!hasMissed) return [];
      hasMissed = false;
      return recover();
    },
  };
}

function read({ activity, transport, origin }: IncomingActivity): IncomingMessage {
  return readIncoming(activity, transport.door, origin);
}
