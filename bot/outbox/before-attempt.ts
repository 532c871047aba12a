import type { DeliveryProblem } from '../contracts/channels.js';
import type { QueuedMessage } from '../store/messages/outbox.js';

/** What is to be done with a message whose turn it is. */
export type BeforeAttempt =
  | { readonly kind: 'attempt' }
  /** It waits until a time, ISO 8601 in UTC, and the messages behind it with it. */
  | { readonly kind: 'wait'; readonly until: string }
  /** It will not arrive, and is not tried. */
  | { readonly kind: 'failed'; readonly problem: DeliveryProblem; readonly reason: string };

export interface BeforeFacts {
  readonly now: Date;
  readonly giveUpAfterMs: number;
  /** Whether the channel said that nothing reaches the customer. */
  readonly isUnreachable: boolean;
  /** Whether the customer is there now: then back-off is not waited for. */
  readonly isLive: boolean;
}

/** Decides whether a message is tried now; pure. */
export function beforeAttempt(queued: QueuedMessage, facts: BeforeFacts): BeforeAttempt {
  const until = waitsUntil(queued, facts.isLive);
  if (until > facts.now.toISOString()) return { kind: 'wait', until };
  if (facts.isUnreachable) {
    return { kind: 'failed', problem: 'unreachable', reason: 'the channel told so before' };
  }
  // An agent's words are tried once, however old they are.
  if (queued.message.speaker.kind === 'bot' && isTooOld(queued, facts)) {
    return { kind: 'failed', problem: 'gave-up', reason: 'it is too old to be of use' };
  }
  return { kind: 'attempt' };
}

/** Whether a message has been in the outbox for as long as trying makes sense. */
export function isTooOld(
  { createdAt }: Pick<QueuedMessage, 'createdAt'>,
  { now, giveUpAfterMs }: Pick<BeforeFacts, 'now' | 'giveUpAfterMs'>,
): boolean {
  return now.getTime() - Date.parse(createdAt) >= giveUpAfterMs;
}

/** The latest time that a message waits for, ISO 8601 in UTC; '' for none. */
function waitsUntil(queued: QueuedMessage, isLive: boolean): string {
  const hasArrived = queued.arrivals.has(queued.sentIds.length);
  const nextAttemptAt = isLive ? null : queued.nextAttemptAt;
  const uncertainUntil = hasArrived ? null : queued.uncertainUntil;
  return [nextAttemptAt ?? '', uncertainUntil ?? ''].sort().at(-1) ?? '';
}
