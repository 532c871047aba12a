import type { Store } from '../store/store.js';
import { resolveQuote } from './context/resolve-quote.js';
import type { IncomingMessage } from './incoming-message.js';
import { resolveRating } from './resolve-rating.js';
import { resolveTap } from './resolve-tap.js';

/**
 * A message in the bot's own words for taps, ratings and quotations; null for what says nothing any more. Whatever comes in goes through
 * it, at once or after a restart, so that the same message always means the same.
 */
export async function resolveIncoming(
  store: Store,
  incoming: IncomingMessage,
): Promise<IncomingMessage | null> {
  const rated = await resolveRating(store, incoming);
  return rated === null ? null : resolveQuote(store, await resolveTap(store, rated));
}
