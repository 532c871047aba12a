/**
 * What a run behind reading is made of, as types.
 */
import type { AsideEar } from '../../index/contracts/asides.js';
import type { ContentEdits } from '../../index/contracts/content-edits.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import type { Withdrawals } from '../../index/contracts/withdrawals.js';
import type { Clock } from '../../index/platform/clock.js';
import type { Database } from '../../index/platform/database.js';
import type { OutdatedRelease } from '../../index/releases/manifest.js';
import type { Progress } from '../contracts.js';
import type { FreshnessOptions } from '../freshness/open-evidence.js';
import type { JoiningOptions } from '../joining/contracts.js';
import type { Learning } from '../learning/open-learning.js';
import type { ReadResult } from '../reading/read-sources.js';
import type { ReleaseHistory } from '../store/release-history.js';
import type { Serving } from './questions/compare-releases.js';

/** What a run does at its end. */
export type RunMode = 'publish' | 'build' | 'plan';

/** Who wants a release live, and why. */
export interface ReleaseDecision {
  /** A person's name, or what runs it. */
  readonly by: string;
  /** '' where nobody says. */
  readonly why: string;
}

export interface PipelineRun {
  /** `ingest.sqlite`, held by this run alone. */
  readonly database: Database;
  /** Names of the sources that are read. */
  readonly sourceNames: readonly string[];
  /** Those of them that may hold nothing any more. */
  readonly mayEnd: readonly string[];
  /** Reads them into the incoming items of `database`. */
  readonly read: (progress: Progress) => Promise<ReadResult>;
  /** The company's own contacts, which stay where kept items are cleaned anew. */
  readonly publicContacts: readonly string[];
  /** What was learned about the items that are given. */
  readonly learn: (items: () => Iterable<Item>) => Promise<Learning>;
  /** Files with the company's questions, which guard its releases. */
  readonly labelFiles: readonly string[];
  readonly joining: JoiningOptions;
  /** What tells whether answers still hold. */
  readonly freshness: FreshnessOptions;
  /** Called when something may have to be embedded. */
  readonly openEmbedder: () => Promise<Embedder>;
  /** Opens what hears asides in answers; null where it does not know the vectors of this embedder. */
  readonly openAsideEar: (embedder: Embedder) => AsideEar | null;
  readonly releases: ReleaseStore;
  /** Folder of `releases`. */
  readonly releasesDirectory: string;
  /** Folder for what is gone when the run ends. */
  readonly workDirectory: string;
  readonly history: ReleaseHistory;
  readonly withdrawals: Withdrawals;
  readonly edits: ContentEdits;
  readonly mode: RunMode;
  readonly decision: ReleaseDecision;
  /** Whether the release goes live whatever speaks against it. */
  readonly isForced: boolean;
  /** Whether a source that held items may give none, and a release may go live that answers much less. */
  readonly isEmptyAllowed: boolean;
  /** Whether a new release is built even when nothing changed. */
  readonly isRebuild: boolean;
  /** The live release of an older format, in whose place the new one comes; null where it is not one. */
  readonly replaces: OutdatedRelease | null;
  readonly keepReleases: number;
  /** For so many days it is remembered what a release held that was live. */
  readonly keepHistoryDays: number;
  readonly serving: Serving;
  readonly progress: Progress;
  readonly clock: Clock;
}
