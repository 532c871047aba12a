import type { DeliveryProblem, DoorAlert, SendFailure } from '../contracts/channels.js';
import type { QueuedMessage } from '../store/messages/outbox.js';
import { isTooOld } from './before-attempt.js';
import type { Delivered } from './deliver.js';
import { retryDelay } from './retry-delay.js';

/** What becomes of a message after an attempt to send it. Times are ISO 8601 in UTC. */
export type AfterAttempt =
  | Delivered
  /** It will not arrive; the next message may. */
  | {
      readonly kind: 'failed';
      readonly problem: DeliveryProblem;
      readonly reason: string;
      readonly attempts: number;
    }
  /** It will not arrive, and nothing else will before the customer writes. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly attempts: number }
  /** It is tried again at a time; surely nothing arrived. */
  | (Postponed & { readonly kind: 'retry' })
  /** It may have arrived: it is tried again at a time unless the channel tells before then that it did. */
  | (Postponed & { readonly kind: 'uncertain' })
  /** Its door sends nothing until a time; this message is tried again at `retryAt`, which may be later. */
  | (Postponed & { readonly kind: 'hold-door'; readonly until: string; readonly alert: DoorAlert | null });

/** A message that stays in the outbox. */
export interface Postponed {
  /** Failures so far. */
  readonly attempts: number;
  readonly reason: string;
  /** Whether the attempt was a failure: a channel that only asks for patience has not failed. */
  readonly hasFailed: boolean;
  readonly retryAt: string;
}

export interface AttemptFacts {
  readonly now: Date;
  readonly giveUpAfterMs: number;
  /** From 0 to 1: where in the jitter a wait falls. */
  readonly chance: number;
  /** Whether others got through the door since this message first failed for the whole door: the fault is its own. */
  readonly isOwnFault: boolean;
}

/** How long after others a message that held its door is tried again: they show whether it is the door at all. */
const AFTER_OTHERS_MS = 5_000;

/** Decides what becomes of a message by what became of the attempt; pure. */
export function afterAttempt(
  queued: Pick<QueuedMessage, 'attempts' | 'createdAt'>,
  outcome: Delivered | SendFailure,
  facts: AttemptFacts,
): AfterAttempt {
  const attempts = queued.attempts + 1;
  switch (outcome.kind) {
    case 'sent':
      return outcome;
    case 'refused':
      return outcome.problem === 'unreachable'
        ? { kind: 'unreachable', reason: outcome.reason, attempts }
        : { kind: 'failed', problem: outcome.problem, reason: outcome.reason, attempts };
    case 'unknown':
    case 'later':
      return isTooOld(queued, facts)
        ? { kind: 'failed', problem: 'gave-up', reason: outcome.reason, attempts }
        : postpone(queued.attempts, outcome, facts);
  }
}

function postpone(
  before: number,
  failure: Exclude<SendFailure, { kind: 'refused' }>,
  { now, chance, isOwnFault }: AttemptFacts,
): AfterAttempt {
  const { reason } = failure;
  const hasFailed = failure.kind === 'unknown' || failure.waitMs === null || failure.alert !== null;
  const attempts = before + (hasFailed ? 1 : 0);
  const waitMs = failure.waitMs ?? retryDelay(attempts, chance);
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const postponed: Postponed = { attempts, reason, hasFailed, retryAt: after(waitMs) };
  if (failure.kind === 'unknown') return { kind: 'uncertain', ...postponed };
  if (failure.scope === 'message' || isOwnFault) return { kind: 'retry', ...postponed };
  const { alert } = failure;
  const retryAt = after(waitMs + (alert === null ? 0 : AFTER_OTHERS_MS));
  return { kind: 'hold-door', ...postponed, until: after(waitMs), retryAt, alert };
}
