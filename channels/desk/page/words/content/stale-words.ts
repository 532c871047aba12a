import type { StaleEntry } from '../../../../../bot/contracts/content/desk-stale.js';

/** Answers that may not hold any more. */
export interface StaleWords {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly shown: (shown: number, all: number) => string;
  readonly because: Readonly<Record<StaleEntry['signs'][number], (entry: StaleEntry) => string>>;
  readonly written: (date: string, ago: string) => string;
  readonly undated: string;
  readonly right: string;
  readonly rightOf: (question: string) => string;
  readonly outdated: string;
  readonly outdatedOf: (question: string) => string;
  readonly hide: string;
  readonly hideOf: (question: string) => string;
  readonly keptRight: string;
  readonly keptOutdated: string;
  readonly confirmed: string;
  readonly by: (name: string, at: string) => string;
  readonly undo: string;
  readonly undoOf: (question: string) => string;
  readonly undone: string;
}
