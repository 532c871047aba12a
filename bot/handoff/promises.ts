import type { Clock } from '../../index/platform/clock.js';
import { type Conversation, type Handoff, isElsewhere } from '../conversations/conversation.js';
import { type LocalMoment, localMoment } from '../hours/back-at.js';
import { afterOpenMs } from '../hours/opening-times.js';
import { makePromise, type Promised, runPromise, stopPromise } from '../hours/promise.js';
import type { Schedule } from '../hours/schedule.js';
import { changeHandoff } from '../store/handoffs/handoffs.js';
import type { Write } from '../store/store.js';
import { clearTimer, setTimer } from '../store/timers.js';

/** What customers are promised who ask for a person while nobody is there: an answer within so much opening time. */
export interface Promises {
  /** What is promised to who asks now; null where the opening hours are not known, or do not come. */
  make(): Promised | null;
  /** A promise that runs from now on, whether or not it stood still. */
  run(promised: Promised): Promised;
  /** Until when, as customers are told it; null while it stands still, and where the hours are not known. */
  until(promised: Promised): LocalMoment | null;
  /** When a wait ends after its promise was broken: after as much opening time again; ISO 8601 in UTC. */
  endAfterBreach(): string;
}

/** @param parts.openingHours null where they are not known */
export function createPromises(parts: {
  readonly clock: Clock;
  readonly openingHours: Schedule | null;
  readonly promiseMs: number;
}): Promises {
  const { clock, openingHours, promiseMs } = parts;
  return {
    make: () => openingHours && makePromise(openingHours, clock.now(), promiseMs),
    run: (promised) => runPromise(openingHours, promised, clock.now(), promiseMs),
    until({ dueAt }) {
      return openingHours && dueAt !== null ? localMoment(openingHours, new Date(dueAt), clock.now()) : null;
    },
    endAfterBreach() {
      const now = clock.now();
      const after = openingHours && afterOpenMs(openingHours, now, promiseMs);
      return (after ?? new Date(now.getTime() + promiseMs)).toISOString();
    },
  };
}

/** Writes down what a customer is promised, and sets the timer that tells them if it is not kept. */
export async function keepPromise(
  write: Write,
  conversationId: string,
  handoff: Handoff,
  promised: Promised,
): Promise<Handoff> {
  if (promised.dueAt === null) await clearTimer(write, 'promise-due', conversationId);
  else await setTimer(write, 'promise-due', conversationId, promised.dueAt);
  return changeHandoff(write, handoff.id, { promise: promised, promiseBrokenAt: null });
}

/** The promise of a conversation stands still: somebody answered, and the customer is to answer. */
export async function pausePromise(write: Write, conversation: Conversation, now: Date): Promise<void> {
  const { handoff, id } = conversation;
  if (!handoff?.promise || handoff.promise.stoppedAt !== null) return;
  await keepPromise(write, id, handoff, stopPromise(handoff.promise, now));
}

/** The promise of a conversation that an agent has runs on: the customer has answered. */
export async function resumePromise(
  write: Write,
  conversation: Conversation,
  promises: Pick<Promises, 'run'>,
): Promise<void> {
  const { handoff, id, state } = conversation;
  if (state !== 'with-agent' || isElsewhere(conversation)) return;
  if (!handoff?.promise || handoff.promise.stoppedAt === null) return;
  await keepPromise(write, id, handoff, promises.run(handoff.promise));
}
