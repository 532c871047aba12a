import type { OpenedModel } from '../joining/find-like-threads.js';
import type { PipelineRun } from '../releasing/contracts.js';
import { openHeardAnswers } from '../store/made/heard-answers.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import { type WithoutAsides, withAsides } from './with-asides.js';

type HearingRun = Pick<
  PipelineRun,
  'database' | 'openAsideEar' | 'progress' | 'mode' | 'joining' | 'labelFiles'
>;

/**
 * Hears the asides of a run's items, where what hears them knows the vectors of the run's embedder; else all stay.
 * @throws CLASSIFIERS_UNREADABLE, the errors of the embedder
 */
export async function hearAsides(
  run: HearingRun,
  items: UpcomingItems,
  openModel: () => Promise<OpenedModel>,
): Promise<WithoutAsides> {
  if (items.count() === 0 || isOnlyListed(run)) return { items, embedded: 0 };
  const { embedder, model } = await openModel();
  const ear = run.openAsideEar(embedder);
  if (ear === null) return { items, embedded: 0 };
  const kept = openHeardAnswers(run.database, ear.sign);
  const heard = await withAsides(items, ear, model, kept, run.progress);
  // A plan may be about fewer sources than are kept.
  if (run.mode !== 'plan') kept.prune();
  return heard;
}

/** Whether a plan compares no threads and asks no questions: it names items, and needs no model. */
function isOnlyListed({ mode, joining, labelFiles }: HearingRun): boolean {
  return mode === 'plan' && joining.mode === 'off' && labelFiles.length === 0;
}
