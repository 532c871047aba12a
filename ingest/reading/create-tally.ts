import type { SkippedCount, ThreadLists, ThreadPlace } from '../contracts.js';
import type { FailedRow, SkippedRow, SkipReason } from '../sources/contracts.js';

/** Places told for each reason. */
const EXAMPLES = 5;

/** Threads kept by name for each reason. */
const NAMED = 1_000;
/** More of a title than this nobody needs to know a thread again, in characters. */
const LONGEST_TITLE = 200;

/** Rows that are no threads; they are told but not counted as read. */
const BESIDES: ReadonlySet<SkipReason> = new Set(['comment', 'not-a-question']);

/** Where something was read, and what people know it by. */
interface NamedPlace {
  readonly position: string;
  /** Without personal data; read only of those that are kept by name. */
  readonly title?: () => string | null;
  readonly url?: string | null;
}

interface SkippedPlace extends NamedPlace {
  readonly reason: SkipReason;
  readonly detail?: string;
}

/** Counts what a run reads. */
export interface Tally {
  thread(): void;
  /** A row that is no thread, or could not be read as one. */
  unread(row: SkippedRow | FailedRow): void;
  /** A thread that was counted and became no item. */
  skip(thread: SkippedPlace): void;
  /** @param kinds of what was replaced in it; nothing where there are none */
  redact(kinds: readonly string[], place?: NamedPlace): void;
  /** An item whose answer is not shown. */
  withhold(position: string): void;
  readonly read: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, SkippedCount>>>;
  readonly redacted: Readonly<Record<string, number>>;
  /** The same by name, each list bounded. */
  readonly threads: ThreadLists;
  /** Null for none. */
  readonly withheld: SkippedCount | null;
}

export function createTally(): Tally {
  const skipped: Partial<Record<SkipReason, { count: number; examples: string[] }>> = {};
  const redacted: Record<string, number> = {};
  const leftOut: Partial<Record<SkipReason, { count: number; first: ThreadPlace[] }>> = {};
  const replaced: { count: number; first: ThreadPlace[] } = { count: 0, first: [] };
  const withheld: string[] = [];
  let withheldCount = 0;
  let read = 0;
  function name(list: { count: number; first: ThreadPlace[] }, place: NamedPlace, detail: string): void {
    const { position, title, url = null } = place;
    if (list.first.length >= NAMED) return;
    list.first.push({ title: title?.()?.slice(0, LONGEST_TITLE) ?? null, url, position, detail });
  }
  function note(reason: SkipReason, place: NamedPlace, detail: string, count: number): void {
    const { position } = place;
    const list = leftOut[reason] ?? { count: 0, first: [] };
    leftOut[reason] = list;
    list.count += count;
    name(list, place, detail);
    const entry = skipped[reason] ?? { count: 0, examples: [] };
    skipped[reason] = entry;
    entry.count += count;
    if (entry.examples.length < EXAMPLES)
      entry.examples.push(detail === '' ? position : `${position}: ${detail}`);
  }
  return {
    thread() {
      read += 1;
    },
    unread(row) {
      const count = row.kind === 'skipped' ? row.count : 1;
      if (!BESIDES.has(row.reason)) read += count;
      note(row.reason, { position: row.position }, row.detail, count);
    },
    skip(place) {
      note(place.reason, place, place.detail ?? '', 1);
    },
    redact(kinds, place) {
      if (place && kinds.length > 0) {
        replaced.count += 1;
        name(replaced, place, [...new Set(kinds)].join(', '));
      }
      for (const kind of kinds) redacted[kind] = (redacted[kind] ?? 0) + 1;
    },
    withhold(position) {
      withheldCount += 1;
      if (withheld.length < EXAMPLES) withheld.push(position);
    },
    get read() {
      return read;
    },
    get withheld() {
      return withheldCount === 0 ? null : { count: withheldCount, examples: withheld };
    },
    skipped,
    redacted,
    threads: { leftOut, redacted: replaced },
  };
}
