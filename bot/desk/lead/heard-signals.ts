import type { HandoffReason, HeardSignal } from '../../contracts/desk.js';
import type { TurnOutcome, Understanding } from '../../turn/contracts.js';

const SIGNALS: Readonly<Partial<Record<HandoffReason, HeardSignal>>> = {
  complaint: 'complaint',
  // Who scolds is heard as one who complains, as the words to the customer say.
  abuse: 'complaint',
  sales: 'sales',
};

/** What a turn heard that the company wants to know of, whether or not the bot answered it; null for nothing. */
export function signalHeard(
  understanding: Understanding | null,
  { handoff }: Pick<TurnOutcome, 'handoff'>,
): HeardSignal | null {
  const wish = understanding?.wish;
  const heard = wish?.kind === 'company-matter' ? SIGNALS[wish.reason] : undefined;
  return heard ?? (handoff ? SIGNALS[handoff.reason] : undefined) ?? null;
}
