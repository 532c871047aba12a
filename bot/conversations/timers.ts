import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { Store, Write } from '../store/store.js';
import type { TimerKind } from '../store/tables.js';
import { dueTimers, putOffTimer, takeDueTimer } from '../store/timers.js';

/**
 * What a due timer does. `within` runs in the transaction that removes the timer, so both happen or neither;
 * `after` runs when that has ended.
 */
export interface TimerAction {
  within(write: Write, conversationId: string, now: Date): Promise<void>;
  after(conversationId: string): Promise<void>;
}

export type TimerActions = Readonly<Record<TimerKind, TimerAction>>;

export interface Timers {
  /** Carries out every timer that is due by the clock. One that fails is logged and tried again a minute later. */
  runDue(): Promise<void>;
}

const BATCH = 100;
const RETRY_MS = 60_000;

/** Timers that live in the store, so that a restart loses none. Nothing runs until `runDue` is called. */
export function createTimers(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly actions: TimerActions;
}): Timers {
  const { store, clock, log, actions } = parts;
  const lanes = createLanes();
  return {
    runDue: () =>
      lanes.serially('due', async () => {
        for (;;) {
          const now = clock.now();
          const due = await dueTimers(store, now.toISOString(), BATCH);
          for (const timer of due) await fire(timer, now);
          if (due.length < BATCH) return;
        }
      }),
  };

  async function fire(timer: { kind: TimerKind; conversationId: string }, now: Date): Promise<void> {
    const { kind, conversationId } = timer;
    const action = actions[kind];
    const at = now.toISOString();
    try {
      const isOurs = await store.transaction().execute(async (write) => {
        // Since it was read it may have been cleared, or set for later: whoever has the conversation now has the whole time.
        if (!(await takeDueTimer(write, kind, conversationId, at))) return false;
        await action.within(write, conversationId, now);
        return true;
      });
      if (isOurs) await action.after(conversationId);
    } catch (error) {
      log.error('A timer failed and is tried again.', { kind, conversationId, error });
      const dueAt = new Date(now.getTime() + RETRY_MS).toISOString();
      await putOffTimer(store, kind, conversationId, { at, dueAt });
    }
  }
}
