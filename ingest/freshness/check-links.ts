import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';
import type { Patience } from '../sources/http/contracts.js';
import { type LinkState, openLinkChecks } from '../store/link-checks.js';
import { linksIn } from './links-in.js';

/** Links that one run looks at; the others have their turn in the next. */
const MOST_A_RUN = 500;
/** Between two requests to one host. */
const GAP_MS = 1_000;
/** It is no longer there, and its server says so. All else may be an outage, or a server that answers no HEAD. */
const GONE: ReadonlySet<number> = new Set([404, 410]);
/** No such name: told by the system's resolver. */
const NO_SUCH_HOST = 'ENOTFOUND';

/** Asks an address for its head alone, and gives the status; it throws where nobody answers. */
type AskHead = (link: string) => Promise<number>;

/** What a run of looking at links found. */
interface CheckedLinks {
  readonly checked: number;
  readonly gone: number;
  /** Those that wait for another run. */
  readonly left: number;
}

/**
 * Looks where the links in answers lead, those that were seen longest ago first. What was found is kept in `ingest.sqlite` and
 * counts from the next run on.
 */
export async function checkLinks(
  database: Database,
  items: Iterable<Item>,
  ask: AskHead,
  patience: Patience,
): Promise<CheckedLinks> {
  const links = new Set<string>();
  for (const { answer } of items) for (const link of linksIn(answer)) links.add(link);
  const checks = openLinkChecks(database);
  checks.keepOnly(links);
  const due = checks.due(links, patience.now());
  const free = new Map<string, number>();
  let gone = 0;
  for (const link of due.slice(0, MOST_A_RUN)) {
    const { host } = new URL(link);
    const wait = (free.get(host) ?? 0) - patience.now().getTime();
    if (wait > 0) await patience.wait(wait);
    free.set(host, patience.now().getTime() + GAP_MS);
    const state = await stateOf(link, ask);
    if (state === 'gone') gone += 1;
    checks.put(link, state, patience.now());
  }
  const checked = Math.min(due.length, MOST_A_RUN);
  return { checked, gone, left: due.length - checked };
}

async function stateOf(link: string, ask: AskHead): Promise<LinkState> {
  try {
    const status = await ask(link);
    if (GONE.has(status)) return 'gone';
    return status >= 200 && status < 400 ? 'alive' : 'unknown';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === NO_SUCH_HOST ? 'gone' : 'unknown';
  }
}
