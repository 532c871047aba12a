import { dirname } from 'node:path';
import type { Item } from '../../index/contracts/items.js';
import type { ReleaseManifest } from '../../index/contracts/releases.js';
import type { OutdatedRelease } from '../../index/releases/manifest.js';
import { ESTIMATE_LABELS } from '../../index/search/confidence/calibrate.js';
import { hearAsides } from '../asides/hear-asides.js';
import type { ExpectedConfidence, IngestReport, QuestionsReport } from '../contracts.js';
import { sourceAnswer } from '../editing/source-answer.js';
import { withEdits } from '../editing/with-edits.js';
import { ingestErrors } from '../errors.js';
import { openEvidence } from '../freshness/open-evidence.js';
import { withFreshness } from '../freshness/with-freshness.js';
import type { OpenedModel } from '../joining/find-like-threads.js';
import { joinThreads } from '../joining/join-threads.js';
import { withLearned } from '../learning/with-learned.js';
import type { ReadResult } from '../reading/read-sources.js';
import type { WithdrawalsFound } from '../reading/watched-threads.js';
import { en } from '../reports/words/en.js';
import { holdReason } from '../reports/words/hold-reason.js';
import { openAnswerVotes } from '../store/answer-votes.js';
import { openBuiltReleases } from '../store/built-releases.js';
import { cleanKeptItems, noteCleaned } from '../store/kept-items.js';
import type { ReleaseActKind, RunGist } from '../store/release-history.js';
import { openReleaseItems } from '../store/release-items.js';
import { openUpcomingItems, type UpcomingItems } from '../store/upcoming-items.js';
import { buildCandidate, livePlace, makingOf, questionsOf, type ToldItems } from './build-candidate.js';
import type { PipelineRun } from './contracts.js';
import { dropErased } from './drop-erased.js';
import { noteTexts } from './embed-items.js';
import { openEmbeddingModel, rememberingEmbedder } from './embedding-model.js';
import { guardRelease } from './guard-release.js';
import { keepPlan, type PlanSight } from './keep-plan.js';
import { planRelease } from './plan-release.js';
import { compareReleases } from './questions/compare-releases.js';
import type { HoldReason } from './questions/contracts.js';
import { guardQuestions } from './questions/guard-questions.js';
import { settleWithdrawals } from './settle-withdrawals.js';

/**
 * Runs sources through the steps into a release: read → items → difference → join what was learned → embed what is new
 * → build → ask the known questions → publish.
 *
 * Nothing that lasts is changed before the release is whole, but for the vectors, which a later run takes up. The items
 * of other sources go into the release as they are.
 * @throws INGEST_SOURCE_EMPTY, UPGRADE_IMPOSSIBLE and the errors of reading, embedder and releases
 */
export async function runPipeline(run: PipelineRun): Promise<IngestReport> {
  const { database, sourceNames, clock } = run;
  const startedAt = clock.now().getTime();
  const { threads, withdrawals, ...result } = await run.read(run.progress);
  if (run.mode !== 'plan') cleanKeptItems(database, sourceNames, run.publicContacts);
  const read = openUpcomingItems(database, sourceNames);
  if (!run.isEmptyAllowed) refuseEmpty(run, read, result);
  if (run.replaces) refuseNothingKept(run.replaces, read);
  const difference = read.difference();
  const openModel = opening(run);
  const { items: upcoming, ...heard } = await hearAsides(run, read, openModel);
  const edited = withEdits(upcoming, run.edits);
  const { joins: found, report: joined, embedded } = await joinThreads(run, edited, openModel);
  const evidence = openEvidence(database, run.edits, run.freshness, clock.now());
  const joins = { ...found, apply: (all: UpcomingItems) => withFreshness(found.apply(all), evidence) };
  // Before the run ends, which empties what was read.
  const items = found.apply(edited).count();
  const learning = await run.learn(() => edited.all());
  const told: ToldItems = { community: edited, given: upcoming, learning, joins, openModel };
  const { added, changed, removed } = difference;
  const gist: RunGist = { sources: sourceNames, read: result.read, added, changed, removed };
  const outcome =
    run.mode === 'plan'
      ? { ...(await planRelease(run, told)), ...(threads ? { threads } : {}) }
      : await release(run, told, gist, { withdrawals, threads, joins: joined ?? undefined });
  const durationMs = clock.now().getTime() - startedAt;
  return {
    sources: sourceNames,
    ...result,
    ...difference,
    items,
    ...(joined ? { joins: joined } : {}),
    learning: learning.report,
    ...outcome,
    embedded: heard.embedded + embedded + outcome.embedded,
    durationMs,
  };
}

/** Opens the model when it is first asked for, once. */
function opening({ openEmbedder, database }: PipelineRun): () => Promise<OpenedModel> {
  let opened: Promise<OpenedModel> | null = null;
  const open = async () => {
    const embedder = await openEmbedder();
    return { embedder, model: openEmbeddingModel(database, embedder) };
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

type Outcome = Pick<
  IngestReport,
  | 'embedded'
  | 'releaseId'
  | 'releaseName'
  | 'confidence'
  | 'outcome'
  | 'heldBackBecause'
  | 'against'
  | 'questions'
>;

/** What reading and comparing found besides items. */
interface Found extends PlanSight {
  readonly withdrawals: WithdrawalsFound | undefined;
}

async function release(
  run: PipelineRun,
  told: ToldItems,
  gist: RunGist,
  { withdrawals: found, ...seen }: Found,
): Promise<Outcome> {
  const { database, releases, clock, history } = run;
  const { community, given, joins } = told;
  const { embedder, model } = await told.openModel();
  const learning = joins.learned(told.learning);
  const builtReleases = openBuiltReleases(database);
  const releaseItems = openReleaseItems(database);
  const upcoming = withLearned(joins.apply(community), learning);
  const contentHash = upcoming.contentHash(makingOf(embedder, run.serving.wantedPrecision));
  // What people edit brings nothing back that somebody went back from.
  const communityHash = given.contentHash(embedder.id);
  // A run that was killed between building and publishing finds its own release here.
  const known = run.isRebuild ? null : builtReleases.find(contentHash, releases);
  const isLive = known !== null && known.id === releases.currentId();
  const live = releases.list().find((release) => release.id === releases.currentId()) ?? null;
  const left = live ?? run.replaces;
  // Before building, which forgets what releases held that cannot be read any more.
  const losses = left ? releaseItems.lossesTo(left, given) : [];
  const isGoneBackBehind =
    builtReleases.isRolledBack(communityHash) ||
    (run.replaces !== null && builtReleases.isGoneBackTo(run.replaces.id));
  const questions = questionsOf(run, told);
  const candidate = { upcoming, learning, embedder, model, questions };
  const { manifest, embedded } = known
    ? { manifest: known, embedded: 0 }
    : await buildCandidate(run, releases, candidate);
  const name = history.record(manifest, upcoming, gist);
  if (!known) {
    note(run, manifest.id, 'built');
    releaseItems.record(manifest.id, upcoming, releases);
    builtReleases.record(manifest.id, contentHash, communityHash);
    // Compared with the others at the next run, and told again where somebody undoes a join.
    for (const id of joins.untold) {
      const item = community.find(id);
      if (item) noteTexts(item, model);
    }
    model.vectors.prune();
    model.texts.prune();
  }
  const asked: QuestionsReport = isLive
    ? { kind: 'not-asked', because: 'nothing-changes' }
    : await compareReleases({
        live: livePlace(run),
        candidate: async () => ({ directory: run.releasesDirectory, id: manifest.id }),
        embedder: rememberingEmbedder(embedder, model),
        questions,
        serving: run.serving,
        progress: run.progress,
      });
  const against =
    isLive || run.isEmptyAllowed ? [] : reasonsAgainst(run, asked, guardRelease(manifest, live, losses));
  const outcome = outcomeOf(run, { isLive, isGoneBackBehind, against });
  if (!isLive) keepPlan(run, manifest.id, { questions: asked, against }, seen);
  // Before publishing, so that nothing can fail behind the moment in which the release goes live.
  if (found) settleWithdrawals(run, found, given, outcome);
  run.edits.noteSources((id) => noteOf(given.find(id)));
  upcoming.commit(clock.now());
  openAnswerVotes(database).note(clock.now());
  noteCleaned(database, run.sourceNames);
  await learning.keep();
  end(run, manifest.id, outcome, against);
  return {
    embedded,
    releaseId: manifest.id,
    releaseName: name,
    confidence: confidenceOf(manifest),
    outcome,
    heldBackBecause: outcome === 'guarded' ? against.map((reason) => holdReason(reason, en)) : [],
    questions: asked,
    ...(against.length > 0 ? { against } : {}),
  };
}

function reasonsAgainst(
  { serving }: PipelineRun,
  asked: QuestionsReport,
  losses: readonly HoldReason[],
): HoldReason[] {
  return [
    ...losses,
    ...(asked.kind === 'asked' ? guardQuestions(asked.effect, serving.wantedPrecision) : []),
  ];
}

function outcomeOf(
  { mode, isRebuild, isForced }: PipelineRun,
  found: {
    readonly isLive: boolean;
    readonly isGoneBackBehind: boolean;
    readonly against: readonly HoldReason[];
  },
): IngestReport['outcome'] {
  if (found.isLive) return 'unchanged';
  if (mode === 'build') return 'built';
  if (isForced) return 'published';
  if (!isRebuild && found.isGoneBackBehind) return 'held-back';
  return found.against.length > 0 ? 'guarded' : 'published';
}

function noteOf(item: Item | null) {
  return item && sourceAnswer(item);
}

/** Publishes the release where that is its outcome, notes what became of it, and clears away what is old. */
function end(
  run: PipelineRun,
  id: string,
  outcome: IngestReport['outcome'],
  against: readonly HoldReason[],
): void {
  const { releases, progress, history, clock, keepHistoryDays } = run;
  if (outcome === 'published') {
    progress.begin(`publishing ${id}`, null);
    note(run, id, run.isForced ? 'forced' : 'published', run.isForced ? against : []);
    releases.publish(id);
    progress.end();
  }
  if (outcome === 'guarded') note(run, id, 'held-back', against);
  releases.sweep(run.keepReleases);
  dropErased(dirname(run.releasesDirectory), releases);
  const before = new Date(clock.now().getTime() - keepHistoryDays * 24 * 60 * 60 * 1000).toISOString();
  const needed = releases.list().map((release) => release.id);
  history.forget(before, needed);
}

function note(run: PipelineRun, id: string, kind: ReleaseActKind, against: readonly HoldReason[] = []): void {
  const { by, why } = run.decision;
  const reasons = against.map((reason) => holdReason(reason, en)).join('; ');
  const said = [why, reasons].filter((part) => part !== '').join(' — ');
  run.history.note(id, { kind, at: run.clock.now().toISOString(), by, why: said });
}

function confidenceOf({ expected, wantedPrecision, labels }: ReleaseManifest): ExpectedConfidence {
  const { coverage, precision } = expected;
  return {
    expected: labels >= ESTIMATE_LABELS ? { coverage, precision } : null,
    wantedPrecision,
    labels,
  };
}

function refuseNothingKept({ id, sources }: OutdatedRelease, upcoming: UpcomingItems): void {
  const items = Object.values(sources).reduce((sum, count) => sum + count, 0);
  if (items > 0 && upcoming.count() === 0) throw ingestErrors.UPGRADE_IMPOSSIBLE({ id, items });
}

function refuseEmpty(
  { sourceNames, mayEnd }: Pick<PipelineRun, 'sourceNames' | 'mayEnd'>,
  upcoming: UpcomingItems,
  { skipped }: Pick<ReadResult, 'skipped'>,
): void {
  for (const source of sourceNames.filter((name) => !mayEnd.includes(name))) {
    const items = upcoming.heldBefore(source);
    if (items === 0 || upcoming.count(source) > 0) continue;
    const count = Object.values(skipped).reduce((sum, entry) => sum + entry.count, 0);
    throw ingestErrors.INGEST_SOURCE_EMPTY({ source, items, skipped: count });
  }
}
