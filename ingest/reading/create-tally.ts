import type { SkippedCount } from '../contracts.js';
import type { FailedRow, SkippedRow, SkipReason } from '../sources/contracts.js';

/** Places told for each reason. */
const EXAMPLES = 5;

/** Rows that are no threads; they are told but not counted as read. */
const BESIDES: ReadonlySet<SkipReason> = new Set(['comment', 'not-a-question']);

/** Counts what a run reads. */
export interface Tally {
  thread(): void;
  /** A row that is no thread, or could not be read as one. */
  unread(row: SkippedRow | FailedRow): void;
  /** A thread that was counted and became no item. */
  skip(thread: { readonly reason: SkipReason; readonly position: string; readonly detail?: string }): void;
  redact(kinds: readonly string[]): void;
  /** An item whose answer is not shown. */
  withhold(position: string): void;
  readonly read: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, SkippedCount>>>;
  readonly redacted: Readonly<Record<string, number>>;
  /** Null for none. */
  readonly withheld: SkippedCount | null;
}

export function createTally(): Tally {
  const skipped: Partial<Record<SkipReason, { count: number; examples: string[] }>> = {};
  const redacted: Record<string, number> = {};
  const withheld: string[] = [];
  let withheldCount = 0;
  let read = 0;
  function note(reason: SkipReason, position: string, detail: string, count: number): void {
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
      note(row.reason, row.position, row.detail, count);
    },
    skip({ reason, position, detail = '' }) {
      note(reason, position, detail, 1);
    },
    redact(kinds) {
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
  };
}
