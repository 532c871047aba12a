/**
 * The words of what a run says of itself, as types.
 */
import type { AnonymousSay } from '../../../../index/contracts/labels.js';
import type { IngestReport } from '../../../contracts.js';

/** Of what a line speaks. */
export type RunLabel =
  | 'sources'
  | 'read'
  | 'items'
  | 'duplicates'
  | 'skipped'
  | 'redacted'
  | 'unfinished'
  | 'withheld'
  | 'learned'
  | 'labels'
  | 'embedded'
  | 'confidence'
  | 'duration'
  | 'release';

/** One entry a text; a function where something stands in it. Shares come as "84 %". */
export interface RunWords {
  /** Stands at the beginning of the line, at most 11 characters. */
  readonly labels: Readonly<Record<RunLabel, string>>;
  readonly threads: (count: number) => string;
  readonly changes: (
    report: Pick<IngestReport, 'added' | 'changed' | 'removed' | 'unchanged' | 'items'>,
  ) => string;
  readonly phrasings: (count: number) => string;
  readonly brokeOff: (source: string, reason: string) => string;
  readonly withheld: (count: number) => string;
  readonly wordingsInUse: (count: number) => string;
  readonly wordingsOpen: (count: number) => string;
  readonly labelsFrom: (files: number, verdicts: number) => string;
  readonly labelsWaiting: (said: AnonymousSay, days: number, addresses: number) => string;
  readonly leftOut: (reason: string) => string;
  readonly texts: (count: number) => string;
  readonly unknown: (needed: number, there: number) => string;
  readonly expected: (coverage: string, precision: string, labels: number) => string;
  readonly seconds: (seconds: string) => string;
  readonly outcomes: Readonly<Record<IngestReport['outcome'], (id: string) => string>>;
}
