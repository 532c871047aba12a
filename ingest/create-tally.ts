import type { SkippedCount, SkippedRow, SkipReason } from './contracts.js';

/** Places told for each reason. */
const EXAMPLES = 5;

/** Rows that are no threads; they are told but not counted as read. */
const BESIDES: ReadonlySet<SkipReason> = new Set(['comment', 'not-a-question']);

/** Counts what a run reads. */
export interface Tally {
  thread(): void;
  skip(row: Pick<SkippedRow, 'reason' | 'position'> & Partial<SkippedRow>): void;
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
  return {
    thread() {
      read += 1;
    },
    skip({ reason, position, detail = '', count = 1, kind }) {
      // A skipped row of a source was not counted yet; a thread that is skipped later was.
      if (kind === 'skipped' && !BESIDES.has(reason)) read += count;
      const entry = skipped[reason] ?? { count: 0, examples: [] };
      skipped[reason] = entry;
      entry.count += count;
      if (entry.examples.length < EXAMPLES)
        entry.examples.push(detail === '' ? position : `${position}: ${detail}`);
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
