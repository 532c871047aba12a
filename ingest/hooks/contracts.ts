/**
 * Web hooks of communities, as types.
 */
import type { Item } from '../../index/contracts/items.js';
import type { Withdrawals } from '../../index/contracts/withdrawals.js';
import type { Log } from '../../index/platform/log.js';
import type { NamedSource } from '../reading/named-source.js';
import type { Source, SourceKind } from '../sources/contracts.js';
import type { Patience } from '../sources/http/contracts.js';
import type { SourceSettings } from '../sources/source-kinds.js';
import type { ReadRules } from '../steps/make-item.js';

/** What becomes of a call: `unknown` where no source of this name takes any. */
export type HookAnswer = 'taken' | 'refused' | 'unknown' | 'full';

export interface SourceHooksParts {
  /** The sources of the company, as INGEST_SOURCES names them. */
  readonly named: readonly NamedSource[];
  readonly settings: SourceSettings;
  /** By which a run makes items of threads. */
  readonly rules: ReadRules;
  readonly withdrawals: Withdrawals;
  /** An item as the live release holds it, also where it was withdrawn. */
  readonly heldItem: (id: string) => Item | null;
  readonly open: (name: string) => Promise<Source>;
  readonly patience: Patience;
  readonly log: Log;
  /** For tests; the registry where not given. */
  readonly kinds?: readonly SourceKind[];
}

/** Takes calls of web hooks and reads again what they are about. */
export interface SourceHooks {
  /** @param header gives a header by its lower-case name */
  take(name: string, header: (name: string) => string | undefined, body: Buffer): HookAnswer;
  /** Goes on with what an earlier run of the program was told of and had not read. */
  start(): void;
  /** Resolves when nothing waits to be read. */
  idle(): Promise<void>;
  /** Reads nothing more; what is noted is read by the next run. */
  stop(): void;
}
