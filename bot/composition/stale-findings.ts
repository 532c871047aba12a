import type { StaleFinding } from '../../index/contracts/confirmations.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import { recordIn } from '../../index/platform/is-record.js';
import { shared } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { StaleFindings } from '../desk/content/stale-answers.js';

/** So long a look counts: what it tells changes with a run, with votes and with days. */
const FRESH_MS = 5 * 60_000;

/**
 * What freshness finds, by the command's own code in a process of its own: reading every item would hold up customers. Who asks
 * meanwhile waits for the same look.
 * @param parts.review gives what "review stale --json" prints; null where it failed
 */
export function createStaleFindings({
  review,
  log,
  clock = systemClock,
}: {
  readonly review: () => Promise<string | null>;
  readonly log: Log;
  readonly clock?: Clock;
}): () => Promise<StaleFindings | null> {
  let last: StaleFindings | null = null;
  const look = shared(async () => {
    const at = clock.now().toISOString();
    const found = readFindings((await review()) ?? '');
    if (found === null) log.warn('What may not hold any more could not be looked up.', {});
    last = found && { at, ...found };
    return last;
  });
  return async () => (last && clock.now().getTime() - Date.parse(last.at) < FRESH_MS ? last : look());
}

function readFindings(printed: string): Omit<StaleFindings, 'at'> | null {
  const { count, first } = recordIn(printed) ?? {};
  return typeof count === 'number' && Array.isArray(first) ? { count, first: first as StaleFinding[] } : null;
}
