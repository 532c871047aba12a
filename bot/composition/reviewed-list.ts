import { type Clock, systemClock } from '../../index/platform/clock.js';
import { recordIn } from '../../index/platform/is-record.js';
import { shared } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { ReviewedList } from '../desk/content/reviewed-list.js';

/** So long a look counts: what it tells changes with a run, with votes and with days. */
const FRESH_MS = 5 * 60_000;

interface ReviewedListParts {
  /** Gives what "npm run ingest -- review LIST --json" prints; null where it failed. */
  readonly review: () => Promise<string | null>;
  /** Logged where it failed. */
  readonly complaint: string;
  readonly log: Log;
  readonly clock?: Clock;
}

/**
 * What content people decide about, by the command's own code in a process of its own: reading every item would hold up customers. Who
 * asks meanwhile waits for the same look.
 */
export function createReviewedList<Entry>({
  review,
  complaint,
  log,
  clock = systemClock,
}: ReviewedListParts): () => Promise<ReviewedList<Entry> | null> {
  let last: ReviewedList<Entry> | null = null;
  const look = shared(async () => {
    const at = clock.now().toISOString();
    const found = listIn<Entry>((await review()) ?? '');
    if (found === null) log.warn(complaint, {});
    last = found && { at, ...found };
    return last;
  });
  return async () => (last && clock.now().getTime() - Date.parse(last.at) < FRESH_MS ? last : look());
}

function listIn<Entry>(printed: string): Omit<ReviewedList<Entry>, 'at'> | null {
  const { count, first } = recordIn(printed) ?? {};
  return typeof count === 'number' && Array.isArray(first) ? { count, first: first as Entry[] } : null;
}
