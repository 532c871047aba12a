import type { Facts } from '../../index/platform/errors.js';
import type { SourceSettings } from '../sources/source-kinds.js';
import type { ReadRules } from '../steps/make-item.js';
import type { NamedSource } from './named-source.js';
import type { ReadingMode } from './plan-reading.js';
import type { ReadResult } from './read-sources.js';
import type { WatchedThreads } from './watched-threads.js';

/** What the reading thread is to do. */
export interface ReadingTask {
  readonly databasePath: string;
  readonly named: readonly NamedSource[];
  /** Those of the kinds of sources. */
  readonly settings: SourceSettings;
  readonly workDirectory: string;
  readonly rules: ReadRules;
  readonly isEmptyAllowed: boolean;
  readonly mode: ReadingMode;
  readonly now: Date;
  readonly watched: WatchedThreads;
}

/** What the reading thread says on its way; `result` or `failed` is its last word. */
export type ReadingMessage =
  | { readonly kind: 'begin'; readonly phase: string; readonly total: number | null }
  | { readonly kind: 'advance'; readonly done: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'result'; readonly result: ReadResult }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly facts: Facts };
