import type { Speaker } from '../../../bot/contracts/messages.js';

const HOUR_MS = 3_600_000;

/** Anybody may write for so long after the customer did (Messenger Platform policy, "standard messaging window"). */
const STANDARD_WINDOW_MS = 24 * HOUR_MS;
/** A person may write for so long, under the tag HUMAN_AGENT, where Meta approved that feature for the app. */
const HUMAN_AGENT_WINDOW_MS = 7 * 24 * HOUR_MS;

/** How a message has to be declared to the Send API. */
export type Declaration =
  | { readonly messaging_type: 'RESPONSE' }
  | { readonly messaging_type: 'MESSAGE_TAG'; readonly tag: 'HUMAN_AGENT' };

/** Who wants to write, and what the window depends on. */
interface WindowFacts {
  readonly speaker: Speaker['kind'];
  /** ISO 8601 in UTC; null when unknown. */
  readonly customerWroteAt: string | null;
  readonly canAgentsReplyLate: boolean;
}

/**
 * How a message may go out now, null where it may not; pure.
 *
 * Where it is not known when the customer wrote (a thread that they opened without a word), the message counts as an
 * answer: Meta knows better and refuses what is too late.
 */
export function declarationAt(now: Date, facts: WindowFacts): Declaration | null {
  if (isWithin(STANDARD_WINDOW_MS, now, facts.customerWroteAt)) return { messaging_type: 'RESPONSE' };
  const isLater = mayUseTag(facts) && isWithin(HUMAN_AGENT_WINDOW_MS, now, facts.customerWroteAt);
  return isLater ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : null;
}

/** Until when somebody may write, ISO 8601 in UTC; null when nobody knows. Pure. */
export function replyUntil(facts: WindowFacts): string | null {
  const wroteAt = timeOf(facts.customerWroteAt);
  if (wroteAt === null) return null;
  const window = mayUseTag(facts) ? HUMAN_AGENT_WINDOW_MS : STANDARD_WINDOW_MS;
  return new Date(wroteAt + window).toISOString();
}

/** Meta takes the tag only for what a person wrote; on words of a bot it breaks the policy. */
function mayUseTag({ speaker, canAgentsReplyLate }: WindowFacts): boolean {
  return speaker === 'agent' && canAgentsReplyLate;
}

function isWithin(windowMs: number, now: Date, customerWroteAt: string | null): boolean {
  const wroteAt = timeOf(customerWroteAt);
  return wroteAt === null || now.getTime() < wroteAt + windowMs;
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}
