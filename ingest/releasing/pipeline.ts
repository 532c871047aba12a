import type { Embedder } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import type { ReleaseManifest, ReleaseStore } from '../../index/contracts/releases.js';
import type { Clock } from '../../index/platform/clock.js';
import type { Database } from '../../index/platform/database.js';
import type { OutdatedRelease } from '../../index/releases/manifest.js';
import { ESTIMATE_LABELS } from '../../index/search/confidence/calibrate.js';
import { RECIPE } from '../../index/search/recipe.js';
import type { IngestReport, Progress } from '../contracts.js';
import { ingestErrors } from '../errors.js';
import type { Learning } from '../learning/open-learning.js';
import { withLearned } from '../learning/with-learned.js';
import type { ReadResult } from '../reading/read-sources.js';
import { openBuiltReleases } from '../store/built-releases.js';
import { cleanKeptItems, noteCleaned } from '../store/kept-items.js';
import { openReleaseItems } from '../store/release-items.js';
import { openUpcomingItems, type UpcomingItems } from '../store/upcoming-items.js';
import { embeddedItems, embeddedLabels, embedMissing } from './embed-items.js';
import { openEmbeddingModel } from './embedding-model.js';
import { guardRelease } from './guard-release.js';

/** What a run does at its end. */
export type RunMode = 'publish' | 'build' | 'plan';

export interface PipelineRun {
  /** `ingest.sqlite`, held by this run alone. */
  readonly database: Database;
  /** Names of the sources that are read. */
  readonly sourceNames: readonly string[];
  /** Reads them into the incoming items of `database`. */
  readonly read: (progress: Progress) => Promise<ReadResult>;
  /** The company's own contacts, which stay where kept items are cleaned anew. */
  readonly publicContacts: readonly string[];
  /** What was learned about the items that are given. */
  readonly learn: (items: () => Iterable<Item>) => Promise<Learning>;
  /** Called when something may have to be embedded; never for a plan. */
  readonly openEmbedder: () => Promise<Embedder>;
  readonly releases: ReleaseStore;
  readonly mode: RunMode;
  /** Whether a source that held items may give none, and a release may go live that answers much less. */
  readonly isEmptyAllowed: boolean;
  /** Whether a new release is built even when nothing changed. */
  readonly isRebuild: boolean;
  /** The live release of an older format, in whose place the new one comes; null where it is not one. */
  readonly replaces: OutdatedRelease | null;
  readonly keepReleases: number;
  /** The share of answers that shall be right, from 0 to 1. */
  readonly wantedPrecision: number;
  readonly progress: Progress;
  readonly clock: Clock;
}

/**
 * Runs sources through the steps into a release: read → items → difference → join what was learned → embed what is new
 * → build → publish.
 *
 * Nothing that lasts is changed before the release is whole, but for the vectors, which a later run takes up. The items
 * of other sources go into the release as they are.
 * @throws INGEST_SOURCE_EMPTY, UPGRADE_IMPOSSIBLE and the errors of reading, embedder and releases
 */
export async function runPipeline(run: PipelineRun): Promise<IngestReport> {
  const { database, sourceNames, clock } = run;
  const startedAt = clock.now().getTime();
  const result = await run.read(run.progress);
  if (run.mode !== 'plan') cleanKeptItems(database, sourceNames, run.publicContacts);
  const upcoming = openUpcomingItems(database, sourceNames);
  if (!run.isEmptyAllowed) refuseEmpty(sourceNames, upcoming, result);
  if (run.replaces) refuseNothingKept(run.replaces, upcoming);
  const difference = upcoming.difference();
  const items = upcoming.count();
  const learning = await run.learn(() => upcoming.all());
  const outcome = run.mode === 'plan' ? PLANNED : await release(run, upcoming, learning);
  const durationMs = clock.now().getTime() - startedAt;
  return {
    sources: sourceNames,
    ...result,
    ...difference,
    items,
    learning: learning.report,
    ...outcome,
    durationMs,
  };
}

type Outcome = Pick<IngestReport, 'embedded' | 'releaseId' | 'confidence' | 'outcome' | 'heldBackBecause'>;

const PLANNED: Outcome = {
  embedded: 0,
  releaseId: null,
  confidence: null,
  outcome: 'planned',
  heldBackBecause: [],
};

async function release(run: PipelineRun, community: UpcomingItems, learning: Learning): Promise<Outcome> {
  const { database, releases, progress, clock } = run;
  const embedder = await run.openEmbedder();
  const builtReleases = openBuiltReleases(database);
  const releaseItems = openReleaseItems(database);
  const upcoming = withLearned(community, learning);
  const contentHash = upcoming.contentHash(makingOf(embedder, run.wantedPrecision));
  const communityHash = community.contentHash(embedder.id);
  // A run that was killed between building and publishing finds its own release here.
  const known = run.isRebuild ? null : builtReleases.find(contentHash, releases);
  const isLive = known !== null && known.id === releases.currentId();
  const live = releases.list().find((release) => release.id === releases.currentId()) ?? null;
  const left = live ?? run.replaces;
  // Before building, which forgets what releases held that cannot be read any more.
  const losses = left ? releaseItems.lossesTo(left, upcoming) : [];
  const isGoneBackBehind =
    builtReleases.isRolledBack(communityHash) ||
    (run.replaces !== null && builtReleases.isGoneBackTo(run.replaces.id));
  const { manifest, embedded } = known
    ? { manifest: known, embedded: 0 }
    : await build(run, upcoming, learning, embedder, (built) => {
        releaseItems.record(built, upcoming, releases);
        builtReleases.record(built, contentHash, communityHash);
      });
  const { id, expected, wantedPrecision, labels } = manifest;
  const heldBackBecause =
    isLive || run.mode === 'build' || run.isEmptyAllowed ? [] : guardRelease(manifest, live, losses);
  const outcome = isLive
    ? 'unchanged'
    : run.mode === 'build'
      ? 'built'
      : !run.isRebuild && isGoneBackBehind
        ? 'held-back'
        : heldBackBecause.length > 0
          ? 'guarded'
          : 'published';
  // Before publishing, so that nothing can fail behind the moment in which the release goes live.
  upcoming.commit(clock.now());
  noteCleaned(database, run.sourceNames);
  await learning.keep();
  if (outcome === 'published') {
    progress.begin(`publishing ${id}`, null);
    releases.publish(id);
    progress.end();
  }
  releases.sweep(run.keepReleases);
  const { coverage, precision } = expected;
  const confidence = {
    expected: labels >= ESTIMATE_LABELS ? { coverage, precision } : null,
    wantedPrecision,
    labels,
  };
  const reasons = outcome === 'guarded' ? heldBackBecause : [];
  return { embedded, releaseId: id, confidence, outcome, heldBackBecause: reasons };
}

/** What beside items and lessons decides what a release holds: model, ranking, wanted precision. */
function makingOf({ id, tokens }: Embedder, wantedPrecision: number): string {
  return JSON.stringify([id, tokens?.ranking ?? null, wantedPrecision, RECIPE]);
}

async function build(
  run: PipelineRun,
  upcoming: UpcomingItems,
  { labels, anonymous }: Learning,
  embedder: Embedder,
  record: (id: string) => void,
): Promise<{ manifest: ReleaseManifest; embedded: number }> {
  const { progress, releases, wantedPrecision } = run;
  const model = openEmbeddingModel(run.database, embedder);
  const begin = (total: number) => progress.begin('embedding', total);
  const embedded = await embedMissing(upcoming, labels, model, begin, progress.advance);
  progress.end();
  progress.begin('building release', null);
  const manifest = await releases.build(embeddedItems(upcoming, model), embedder, {
    labels: embeddedLabels(labels, model),
    anonymous,
    wantedPrecision,
  });
  record(manifest.id);
  model.vectors.prune();
  progress.end();
  return { manifest, embedded };
}

function refuseNothingKept({ id, sources }: OutdatedRelease, upcoming: UpcomingItems): void {
  const items = Object.values(sources).reduce((sum, count) => sum + count, 0);
  if (items > 0 && upcoming.count() === 0) throw ingestErrors.UPGRADE_IMPOSSIBLE({ id, items });
}

function refuseEmpty(names: readonly string[], upcoming: UpcomingItems, { skipped }: ReadResult): void {
  for (const source of names) {
    const items = upcoming.heldBefore(source);
    if (items === 0 || upcoming.count(source) > 0) continue;
    const count = Object.values(skipped).reduce((sum, entry) => sum + entry.count, 0);
    throw ingestErrors.INGEST_SOURCE_EMPTY({ source, items, skipped: count });
  }
}
