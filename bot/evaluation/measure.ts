import { join } from 'node:path';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { Hear } from '../../index/contracts/hearing.js';
import type { Item } from '../../index/contracts/items.js';
import { evaluateCorpus, evaluateRelease } from '../../index/evaluation/evaluate.js';
import { askSet, measureSets, type SetOutcomes } from '../../index/evaluation/evaluate-sets.js';
import { formatEvaluation } from '../../index/evaluation/format-evaluation.js';
import { formatSets } from '../../index/evaluation/format-sets.js';
import type { EvaluationQuery } from '../../index/evaluation/read-corpus.js';
import type { EvaluationSet } from '../../index/evaluation/read-fields.js';
import { type SearchedSet, searchRelease, searchSet } from '../../index/evaluation/search-set.js';
import { openKnowledgeBase } from '../../index/knowledge-base.js';
import { silentLog } from '../../index/platform/log.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import type { IndexSettings } from '../../index/settings.js';
import { readSafetyTexts } from '../company/safety-texts.js';
import { botErrors } from '../errors.js';
import type { SafetyTexts } from '../turn/contracts.js';
import { type SetView, viewSet } from './customer-view.js';
import type { Dialogue } from './dialogues/dialogue.js';
import { viewDialogues } from './dialogues/dialogue-view.js';
import { formatDialogues } from './dialogues/format-dialogues.js';
import { holdDialogues, type SpeakingSettings } from './dialogues/hold-dialogues.js';
import { formatViews } from './format-views.js';

export type EvaluationSettings = IndexSettings & SpeakingSettings;

/** What every measurement needs. */
export interface EvaluationParts {
  readonly settings: EvaluationSettings;
  readonly embedder: Embedder;
  readonly hear: Hear;
}

/** What was measured, for programs and for people. */
export interface Measured {
  readonly figures: object;
  readonly text: string;
}

/** Labels that a company may have: none, or an afternoon's work. */
const LABELS = [0, 30];

/** What customers see of sets, by kind of question. */
export async function measureViews(sets: Iterable<EvaluationSet>, parts: EvaluationParts): Promise<Measured> {
  const safetyTexts = readSafetyTexts();
  const views: SetView[] = [];
  for (const set of sets) {
    const searched = await searchSet(set, parts.embedder, parts.settings.WANTED_PRECISION);
    views.push(viewOf(searched, LABELS, parts.hear, safetyTexts));
    process.stderr.write(`${set.name} done\n`);
  }
  return { figures: views, text: formatViews(views) };
}

/** What the index finds in sets, each as a community never seen. */
export async function measureQuality(
  sets: Iterable<EvaluationSet>,
  { embedder, settings }: EvaluationParts,
): Promise<Measured> {
  const outcomes: SetOutcomes[] = [];
  for (const set of sets) {
    outcomes.push(await askSet(set, embedder, settings.WANTED_PRECISION));
    process.stderr.write(`${set.name} done\n`);
  }
  const measures = measureSets(outcomes, settings.WANTED_PRECISION);
  return { figures: measures, text: formatSets(measures, settings.WANTED_PRECISION) };
}

/** What an index of a corpus finds. */
export async function measureCorpus(
  items: readonly Item[],
  queries: readonly EvaluationQuery[],
  { embedder }: EvaluationParts,
): Promise<Measured> {
  const evaluation = await evaluateCorpus(items, queries, embedder, showProgress);
  return { figures: evaluation.measures, text: formatEvaluation(evaluation) };
}

/**
 * What the live release finds, and what customers see of it.
 * @throws NOTHING_TO_EVALUATE
 */
export async function measureLive(
  queries: readonly EvaluationQuery[],
  { settings, embedder, hear }: EvaluationParts,
): Promise<Measured> {
  const { directory, id } = liveRelease(settings);
  const evaluation = await evaluateRelease(directory, id, queries, embedder, showProgress);
  const searched = await searchRelease(directory, id, queries, embedder);
  // The labels of the release are in its curve already.
  const seen = viewOf(searched, [0], hear, readSafetyTexts());
  return {
    figures: { ...evaluation.measures, view: seen.byLabels[0]?.byKind },
    text: `${formatEvaluation(evaluation)}\n\n${formatViews([seen])}`,
  };
}

/**
 * What customers see of the live release in whole dialogues.
 * @throws NOTHING_TO_EVALUATE
 */
export async function measureDialogues(
  dialogues: readonly Dialogue[],
  { settings, embedder, hear }: EvaluationParts,
): Promise<Measured> {
  const { directory } = liveRelease(settings);
  const knowledgeBase = await openKnowledgeBase({
    directory,
    embedder,
    log: silentLog,
    wantedPrecision: settings.WANTED_PRECISION,
    answerThreshold: settings.ANSWER_THRESHOLD,
  });
  try {
    const views = viewDialogues(await holdDialogues(dialogues, { knowledgeBase, hear }, settings));
    return { figures: views, text: formatDialogues(views) };
  } finally {
    await knowledgeBase.close();
  }
}

function viewOf(
  searched: SearchedSet,
  counts: readonly number[],
  hear: Hear,
  safetyTexts: SafetyTexts,
): SetView {
  return {
    set: searched.name,
    items: searched.items,
    byLabels: counts
      .filter((labels) => labels === 0 || labels < searched.questions.length)
      .map((labels) => ({ labels, byKind: viewSet(searched, labels, safetyTexts, hear) })),
  };
}

function liveRelease({ RUNTIME_DIR }: EvaluationSettings): { directory: string; id: string } {
  const directory = join(RUNTIME_DIR, 'releases');
  const id = createReleaseStore({ directory, now: () => new Date() }).currentId();
  if (id === null) throw botErrors.NOTHING_TO_EVALUATE({ directory });
  return { directory, id };
}

function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY || (done % 10 !== 0 && done !== total)) return;
  process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
}
