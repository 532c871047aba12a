import type { Embedder } from '../../index/contracts/embedder.js';
import type { ReleaseManifest, ReleaseStore } from '../../index/contracts/releases.js';
import { RECIPE } from '../../index/search/recipe.js';
import type { OpenedModel } from '../joining/find-like-threads.js';
import type { Joins } from '../joining/with-joins.js';
import type { Learning } from '../learning/open-learning.js';
import { readRegressionQuestions, verdictQuestions } from '../learning/regression-questions.js';
import { openReleaseItems } from '../store/release-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { PipelineRun } from './contracts.js';
import { embeddedItems, embeddedLabels, embedMissing } from './embed-items.js';
import type { EmbeddingModel } from './embedding-model.js';
import type { ReleasePlace } from './questions/compare-releases.js';
import type { KnownQuestion } from './questions/contracts.js';

/** What a run knows when it decides what a release tells. */
export interface ToldItems {
  /** What the sources gave. */
  readonly given: UpcomingItems;
  /** The same with what content people changed, before threads were joined. */
  readonly community: UpcomingItems;
  /** About these. */
  readonly learning: Learning;
  readonly joins: Joins;
  readonly openModel: () => Promise<OpenedModel>;
}

/** What goes into a release. */
interface Candidate {
  readonly upcoming: UpcomingItems;
  readonly learning: Learning;
  readonly embedder: Embedder;
  readonly model: EmbeddingModel;
  /** Embedded with it, so that they are at hand when it is asked. */
  readonly questions: readonly KnownQuestion[];
}

/** What beside items and lessons decides what a release holds: model, ranking, wanted precision. */
export function makingOf({ id, tokens }: Embedder, wantedPrecision: number): string {
  return JSON.stringify([id, tokens?.ranking ?? null, wantedPrecision, RECIPE]);
}

/** Embeds what is new and builds a release; it is not live yet. */
export async function buildCandidate(
  { progress, serving: { wantedPrecision } }: Pick<PipelineRun, 'progress' | 'serving'>,
  releases: ReleaseStore,
  { upcoming, learning: { labels, anonymous }, embedder, model, questions }: Candidate,
): Promise<{ manifest: ReleaseManifest; embedded: number }> {
  const begin = (total: number) => progress.begin('embedding', total);
  const asked = [...labels, ...questions].map(({ question }) => question);
  const embedded = await embedMissing(upcoming, asked, model, begin, progress.advance);
  progress.end();
  progress.begin('building release', null);
  const manifest = await releases.build(embeddedItems(upcoming, model), embedder, {
    labels: embeddedLabels(labels, model),
    anonymous,
    wantedPrecision,
  });
  progress.end();
  return { manifest, embedded };
}

/** The company's questions about the items of the live release or of the upcoming one, and those of verdicts. */
export function questionsOf(
  { database, labelFiles, releases }: PipelineRun,
  { community, learning: { labels }, joins }: ToldItems,
): KnownQuestion[] {
  const live = releases.currentId();
  const ids = new Set([
    ...community.names().map(({ id }) => id),
    ...(live === null ? [] : openReleaseItems(database).idsIn(live)),
  ]);
  const asked = [...readRegressionQuestions(labelFiles, (id) => ids.has(id)), ...verdictQuestions(labels)];
  // Live an item may stand for itself that the candidate tells with another: either is right.
  const withLeaders = (right: readonly string[]) => [...new Set([...right, ...right.map(joins.leaderOf)])];
  return asked.map((question) => ({ ...question, right: withLeaders(question.right) }));
}

/** The live release as a place, null where none is live. */
export function livePlace({
  releases,
  releasesDirectory,
}: Pick<PipelineRun, 'releases' | 'releasesDirectory'>): ReleasePlace | null {
  const id = releases.currentId();
  return id === null ? null : { directory: releasesDirectory, id };
}
