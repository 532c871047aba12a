import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openAsides } from '../index/asides/open-asides.js';
import type { Embedder } from '../index/contracts/embedder.js';
import type { ReleaseStore } from '../index/contracts/releases.js';
import { openContentEdits } from '../index/edits/open-content-edits.js';
import { type Clock, systemClock } from '../index/platform/clock.js';
import type { Database } from '../index/platform/database.js';
import type { OutdatedRelease } from '../index/releases/manifest.js';
import type { IndexSettings } from '../index/settings.js';
import { openWithdrawals } from '../index/withdrawals/open-withdrawals.js';
import { asDiskFull } from './as-disk-full.js';
import type { IngestReport, Progress } from './contracts.js';
import { freshnessOptions } from './freshness/open-evidence.js';
import { joiningOptions } from './joining/joining-options.js';
import { openLearning } from './learning/open-learning.js';
import { type NamedSource, parseNamedSource } from './reading/named-source.js';
import type { ReadingMode } from './reading/plan-reading.js';
import { readInThread } from './reading/read-in-thread.js';
import { readRules } from './reading/read-rules.js';
import type { WatchedThreads } from './reading/watched-threads.js';
import { withDesk } from './reading/with-desk.js';
import type { PipelineRun, ReleaseDecision, RunMode } from './releasing/contracts.js';
import { noteRunEnd, noteRunFailure } from './releasing/note-end.js';
import { runPipeline } from './releasing/pipeline.js';
import { quietProgress } from './reports/quiet-progress.js';
import type { IngestSettings } from './settings.js';
import type { Source } from './sources/contracts.js';
import { mayEndOf, settingsOfSources } from './sources/source-kinds.js';
import { openIngestDatabase } from './store/open-ingest-database.js';
import { openReleaseHistory } from './store/release-history.js';
import { takeRunLock } from './store/run-lock.js';
import { noteSourceReads } from './store/source-reads.js';
import { openUpcomingItems } from './store/upcoming-items.js';

export interface IngestOptions {
  /** Folder for `ingest.sqlite` and what is staged, such as `data/runtime`. */
  readonly runtimeDirectory: string;
  readonly settings: IngestSettings & Pick<IndexSettings, 'WANTED_PRECISION' | 'ANSWER_THRESHOLD'>;
  readonly releases: ReleaseStore;
  /** An open embedder, or how to open one when it is needed; it stays the caller's to close. */
  readonly embedder: Embedder | (() => Promise<Embedder>);
  /** For tests; the ear that comes with the program where not given. */
  readonly openAsideEar?: PipelineRun['openAsideEar'];
  /** Sources to read instead of those of INGEST_SOURCES. */
  readonly named?: readonly NamedSource[] | undefined;
  /** Sources that are at hand already, read in this thread, instead of `named`. */
  readonly sources?: readonly Source[] | undefined;
  /** `publish` where not given. */
  readonly mode?: RunMode;
  /** How much of the sources is read; what changed where not given. */
  readonly reading?: ReadingMode | undefined;
  /** Who runs it, and why; remembered with the release. */
  readonly decision?: ReleaseDecision;
  /** Publishes whatever speaks against it. */
  readonly isForced?: boolean;
  readonly isEmptyAllowed?: boolean;
  readonly isRebuild?: boolean;
  /** The live release of an older format, in whose place the new one comes. */
  readonly replaces?: OutdatedRelease | null;
  readonly progress?: Progress;
  readonly clock?: Clock;
}

/**
 * Reads the configured sources and publishes a release of them and of all other sources' items. Where nothing changed,
 * nothing is embedded and the live release stays. A release that would take much away is built, not published (`guarded`).
 * A failure leaves the live release as it was; a later run goes on.
 *
 * @throws INGEST_RUNNING, INGEST_DISK_FULL, INGEST_SOURCE_EMPTY, the errors of sources, embedder and releases
 */
export async function runIngest(options: IngestOptions): Promise<IngestReport> {
  const { runtimeDirectory } = options;
  try {
    mkdirSync(runtimeDirectory, { recursive: true });
    const letGo = takeRunLock(runtimeDirectory);
    try {
      const report = await runLocked(options, join(runtimeDirectory, 'ingest-staging'));
      if (isToPublish(options)) noteRunEnd(placeOf(options), report);
      return report;
    } finally {
      letGo();
    }
  } catch (error) {
    const told = asDiskFull(runtimeDirectory, error);
    if (isToPublish(options)) noteRunFailure(placeOf(options), told);
    throw told;
  }
}

/** Plans, candidates and upgrades are looked at by who makes them. */
function isToPublish({ mode = 'publish', replaces = null }: IngestOptions): boolean {
  return mode === 'publish' && replaces === null;
}

function placeOf({ runtimeDirectory, settings, releases, clock = systemClock }: IngestOptions) {
  const { INGEST_REPORT_LANGUAGE: language } = settings;
  return { runtimeDirectory, language, now: clock.now(), liveId: releases.currentId() };
}

async function runLocked(options: IngestOptions, workDirectory: string): Promise<IngestReport> {
  const { runtimeDirectory, settings, embedder, clock = systemClock } = options;
  // What a killed run left is gone before this one begins.
  rmSync(workDirectory, { recursive: true, force: true });
  mkdirSync(workDirectory, { recursive: true });
  const databasePath = join(runtimeDirectory, 'ingest.sqlite');
  const database = openIngestDatabase(databasePath);
  const history = openReleaseHistory(runtimeDirectory);
  const withdrawals = openWithdrawals(runtimeDirectory);
  const edits = openContentEdits(runtimeDirectory);
  const watched = { hooked: withdrawals.noted(), withdrawn: withdrawals.watched() };
  try {
    const report = await runPipeline({
      database,
      ...reading(options, database, databasePath, workDirectory, watched),
      publicContacts: settings.INGEST_PUBLIC_CONTACTS,
      learn: (items) => openLearning(items, { runtimeDirectory, settings, now: clock.now() }),
      labelFiles: settings.INGEST_LABELS,
      joining: joiningOptions(settings),
      freshness: freshnessOptions(settings),
      openEmbedder: typeof embedder === 'function' ? embedder : async () => embedder,
      openAsideEar: options.openAsideEar ?? openAsides,
      releases: options.releases,
      releasesDirectory: join(runtimeDirectory, 'releases'),
      workDirectory,
      history,
      withdrawals,
      edits,
      mode: options.mode ?? 'publish',
      decision: options.decision ?? { by: 'the server', why: '' },
      isForced: options.isForced ?? false,
      isEmptyAllowed: options.isEmptyAllowed ?? false,
      isRebuild: options.isRebuild ?? false,
      replaces: options.replaces ?? null,
      keepReleases: settings.INGEST_KEEP_RELEASES,
      keepHistoryDays: settings.INGEST_HISTORY_DAYS,
      serving: {
        wantedPrecision: settings.WANTED_PRECISION,
        answerThreshold: settings.ANSWER_THRESHOLD,
      },
      progress: options.progress ?? quietProgress,
      clock,
    });
    if (options.mode !== 'plan')
      noteSourceReads(runtimeDirectory, report.sources, clock.now(), watchedSources(options, database));
    return report;
  } finally {
    edits.close();
    withdrawals.close();
    history.close();
    database.close();
    rmSync(workDirectory, { recursive: true, force: true });
  }
}

/**
 * Which sources somebody waits for: those of the settings; behind a run of others also what was read before and still gives items, as
 * some run each source by a clock of its own.
 */
function watchedSources(options: IngestOptions, database: Database): (name: string) => boolean {
  const { runtimeDirectory, settings, named, sources } = options;
  const wanted = withDesk(settings.INGEST_SOURCES.map(parseNamedSource), runtimeDirectory);
  const names = new Set(wanted.map(({ name }) => name));
  if (named === undefined && sources === undefined) return (name) => names.has(name);
  const items = openUpcomingItems(database, []);
  return (name) => names.has(name) || items.heldBefore(name) > 0;
}

const READING_THREAD = new URL('./reading/reading-thread.js', import.meta.url);

/** How the sources are read: in a thread where the built program runs, else here. */
function reading(
  options: IngestOptions,
  database: Database,
  databasePath: string,
  workDirectory: string,
  watched: WatchedThreads,
): Pick<PipelineRun, 'sourceNames' | 'mayEnd' | 'read'> {
  const { sources, isEmptyAllowed = false, reading: mode = 'changes', clock = systemClock } = options;
  const now = clock.now();
  const rules = readRules(options.settings);
  const settings = settingsOfSources(options.settings);
  const named =
    options.named ??
    withDesk(options.settings.INGEST_SOURCES.map(parseNamedSource), options.runtimeDirectory);
  const sourceNames = [...new Set((sources ?? named).map(({ name }) => name))];
  const mayEnd = named.flatMap(({ name, kind }) => (mayEndOf(kind) ? [name] : []));
  if (!sources && existsSync(READING_THREAD)) {
    const task = { databasePath, named, settings, workDirectory, rules, isEmptyAllowed, mode, now, watched };
    return { sourceNames, mayEnd, read: (progress) => readInThread(READING_THREAD, task, progress) };
  }
  return {
    sourceNames,
    mayEnd,
    async read(progress) {
      // Loaded when needed: the parsers take more memory than all the rest of a run that reads in a thread.
      const { readSources } = await import('./reading/read-sources.js');
      const { openSources } = await import('./reading/open-sources.js');
      const opened = sources ?? (await openSources(named, { settings, workDirectory }));
      return readSources(database, opened, { rules, mode, isEmptyAllowed, now, watched }, progress);
    },
  };
}
