import { join } from 'node:path';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import type { ContentPlan, IngestReport, QuestionsReport } from '../contracts.js';
import { withLearned } from '../learning/with-learned.js';
import { openBuiltReleases } from '../store/built-releases.js';
import { openItemChanges } from '../store/item-changes.js';
import { openReleaseItems } from '../store/release-items.js';
import { buildCandidate, livePlace, makingOf, questionsOf, type ToldItems } from './build-candidate.js';
import { planContent } from './content-plan.js';
import type { PipelineRun } from './contracts.js';
import { rememberingEmbedder } from './embedding-model.js';
import { guardRelease } from './guard-release.js';
import { compareReleases, type ReleasePlace } from './questions/compare-releases.js';
import type { HoldReason } from './questions/contracts.js';
import { guardQuestions } from './questions/guard-questions.js';

/** What a plan adds to the report of reading. */
type Planned = Pick<
  IngestReport,
  'embedded' | 'releaseId' | 'confidence' | 'outcome' | 'heldBackBecause' | 'against' | 'plan' | 'questions'
>;

/**
 * Says what a run would change: items by name, and, where questions with known answers are there, what it does to them. For
 * these a release is built beside the others and thrown away; only the vectors that this takes are kept, which the run
 * itself then finds.
 */
export async function planRelease(run: PipelineRun, told: ToldItems): Promise<Planned> {
  const { given } = told;
  const plan: ContentPlan = planContent(openItemChanges(run.database));
  const questions = questionsOf(run, told);
  const live = livePlace(run);
  const { manifest, report, embedded } =
    questions.length === 0 || live === null
      ? notBuilt(questions.length === 0 ? 'no-questions' : 'nothing-live')
      : await ask(run, told, live, questions);
  const current = run.releases.list().find(({ id }) => id === live?.id) ?? null;
  const losses = current ? openReleaseItems(run.database).lossesTo(current, given) : [];
  const against: HoldReason[] = run.isEmptyAllowed
    ? []
    : [
        ...guardRelease(manifest, current, losses),
        ...(report.kind === 'asked' ? guardQuestions(report.effect, run.serving.wantedPrecision) : []),
      ];
  return {
    embedded,
    releaseId: null,
    confidence: null,
    outcome: 'planned',
    heldBackBecause: [],
    plan,
    questions: report,
    ...(against.length > 0 ? { against } : {}),
  };
}

interface Asking {
  /** Of the release that was built; null where none was. */
  readonly manifest: Parameters<typeof guardRelease>[0];
  readonly report: QuestionsReport;
  readonly embedded: number;
}

function notBuilt(because: Extract<QuestionsReport, { kind: 'not-asked' }>['because']): Asking {
  return { manifest: null, report: { kind: 'not-asked', because }, embedded: 0 };
}

async function ask(
  run: PipelineRun,
  { community, joins, ...told }: ToldItems,
  live: ReleasePlace,
  questions: ReturnType<typeof questionsOf>,
): Promise<Asking> {
  const { embedder, model } = await told.openModel();
  const learning = joins.learned(told.learning);
  const upcoming = withLearned(joins.apply(community), learning);
  const making = makingOf(embedder, run.serving.wantedPrecision);
  const known = openBuiltReleases(run.database).find(upcoming.contentHash(making), run.releases);
  if (known?.id === live.id) return notBuilt('nothing-changes');
  let built: { manifest: Asking['manifest']; embedded: number } = { manifest: known, embedded: 0 };
  const report = await compareReleases({
    live,
    async candidate() {
      if (known) return { directory: run.releasesDirectory, id: known.id };
      const directory = join(run.workDirectory, 'candidate');
      const releases = createReleaseStore({ directory, now: () => run.clock.now() });
      const made = await buildCandidate(run, releases, { upcoming, learning, embedder, model, questions });
      built = made;
      return { directory, id: made.manifest.id };
    },
    embedder: rememberingEmbedder(embedder, model),
    questions,
    serving: run.serving,
    progress: run.progress,
  });
  return { ...built, report };
}
