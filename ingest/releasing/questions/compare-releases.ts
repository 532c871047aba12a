import type { Embedder } from '../../../index/contracts/embedder.js';
import { openKnowledgeBase, type WatchingKnowledgeBase } from '../../../index/knowledge-base.js';
import { createLog } from '../../../index/platform/log.js';
import { isUnreadableRelease } from '../../../index/releases/open-release.js';
import type { Progress, QuestionsReport } from '../../contracts.js';
import { askQuestions } from './ask-questions.js';
import type { KnownQuestion } from './contracts.js';
import { tellEffect } from './tell-effect.js';

/** A release in a folder of releases. */
export interface ReleasePlace {
  readonly directory: string;
  readonly id: string;
}

/** How servers answer, where a setting says otherwise than the release. */
export interface Serving {
  readonly wantedPrecision: number;
  readonly answerThreshold: number | undefined;
}

interface Comparison {
  /** Null where none is live. */
  readonly live: ReleasePlace | null;
  /** Called once there is something to compare it with. */
  readonly candidate: () => Promise<ReleasePlace>;
  readonly embedder: Embedder;
  readonly questions: readonly KnownQuestion[];
  readonly serving: Serving;
  readonly progress: Progress;
}

/**
 * Asks the live release and a candidate the same questions and tells what changes. One is open at a time, as each takes as
 * much memory as a server's.
 * @throws the errors of opening the candidate
 */
export async function compareReleases(comparison: Comparison): Promise<QuestionsReport> {
  const { live, questions, progress } = comparison;
  if (questions.length === 0) return { kind: 'not-asked', because: 'no-questions' };
  if (live === null) return { kind: 'not-asked', because: 'nothing-live' };
  const opened = await openReadable(live, comparison);
  if (opened === null) return { kind: 'not-asked', because: 'live-unreadable' };
  progress.begin('asking the live release', null);
  const before = await asking(opened, comparison);
  progress.end();
  const candidate = await comparison.candidate();
  progress.begin('asking the new release', null);
  const after = await asking(await open(candidate, comparison), comparison);
  progress.end();
  const asked = questions.flatMap((known, at) => {
    const [old, next] = [before[at], after[at]];
    return old && next ? [{ known, before: old, after: next }] : [];
  });
  return { kind: 'asked', effect: tellEffect(asked) };
}

async function asking(knowledgeBase: WatchingKnowledgeBase, { questions }: Comparison) {
  try {
    return await askQuestions(knowledgeBase, questions);
  } finally {
    await knowledgeBase.close();
  }
}

async function openReadable(
  live: ReleasePlace,
  comparison: Comparison,
): Promise<WatchingKnowledgeBase | null> {
  try {
    return await open(live, comparison);
  } catch (error) {
    if (isUnreadableRelease(error)) return null;
    throw error;
  }
}

function open(
  { directory, id }: ReleasePlace,
  { embedder, serving }: Comparison,
): Promise<WatchingKnowledgeBase> {
  return openKnowledgeBase({
    directory,
    releaseId: id,
    embedder,
    log: createLog('silent'),
    wantedPrecision: serving.wantedPrecision,
    answerThreshold: serving.answerThreshold,
  });
}
