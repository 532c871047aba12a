import { join } from 'node:path';
import type { Embedder } from '../../../index/contracts/embedder.js';
import type { Withdrawals } from '../../../index/contracts/withdrawals.js';
import { openKnowledgeBase } from '../../../index/knowledge-base.js';
import { silentLog } from '../../../index/platform/log.js';
import { isUnreadableRelease } from '../../../index/releases/open-release.js';
import type { PreviewSide } from '../../contracts/content/desk-releases.js';
import type { ShadowReport } from '../../contracts/content/desk-shadow.js';
import { askedQuestions } from '../../store/content/asked-questions.js';
import type { Store } from '../../store/store.js';
import { previewSide } from '../preview-side.js';
import { collectQuestions, type HideInQuestion, type ShadowQuestion } from './collect-questions.js';
import { countVerdicts, rankChanges } from './compare-answers.js';

export interface ShadowParts {
  readonly store: Store;
  readonly hide: HideInQuestion;
  readonly runtimeDirectory: string;
  readonly embedder: Embedder;
  /** What nobody is told, whatever release is live. */
  readonly hidden: Pick<Withdrawals, 'hides'>;
  readonly serving: {
    readonly wantedPrecision: number | undefined;
    readonly answerThreshold: number | undefined;
  };
}

export interface ShadowAsk {
  /** Id of the release that waits, and of the live one; null for none. */
  readonly releaseId: string;
  readonly liveId: string | null;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** Told after each question how many are done; a question counts twice where there are two releases. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Different questions that are asked: more are not looked at by anybody, and the newest are most like tomorrow's. */
export const MOST_SHADOW_QUESTIONS = 200;
/** Turns that are read for them. */
const MOST_TURNS = 5_000;
/** Answers that are shown of each. */
const MOST_HITS = 3;

/**
 * Puts customers' questions of a time, redacted, to a release and to the live one, one question and one release at a time. Nothing is kept
 * and nothing is learned from it.
 * @throws RELEASE_NOT_FOUND, RELEASE_DAMAGED, RELEASE_OUTDATED, RELEASE_EMBEDDER_MISMATCH
 */
export async function runShadow(
  parts: ShadowParts,
  { releaseId, liveId, since, onProgress = () => {} }: ShadowAsk,
): Promise<ShadowReport> {
  // One more than are read tells whether there are more.
  const turns = await askedQuestions(parts.store, since, MOST_TURNS + 1);
  const collected = await collectQuestions(turns.slice(0, MOST_TURNS), parts.hide, MOST_SHADOW_QUESTIONS);
  const { questions } = collected;
  const isCompared = liveId !== null && liveId !== releaseId;
  const total = questions.length * (isCompared ? 2 : 1);
  let done = 0;
  const step = () => {
    done += 1;
    onProgress(done, total);
  };
  const after = await answersOf(parts, releaseId, questions, step);
  const before = isCompared
    ? await answersOf(parts, liveId, questions, step).catch(noneToCompare)
    : liveId === null
      ? null
      : after;
  const both = questions.flatMap((question, place) => {
    const side = after[place];
    return side ? [{ question, before: before?.[place] ?? null, after: side }] : [];
  });
  const changes = rankChanges(both);
  return {
    releaseId,
    liveId: before === null ? null : liveId,
    since,
    asked: questions.reduce((sum, { times }) => sum + times, 0),
    different: questions.length,
    leftOut: collected.leftOut + Math.max(0, turns.length - MOST_TURNS),
    before:
      before &&
      countVerdicts(
        both.flatMap((one) => (one.before ? [{ times: one.question.times, side: one.before }] : [])),
      ),
    after: countVerdicts(both.map((one) => ({ times: one.question.times, side: one.after }))),
    changed: changes.length,
    changes,
  };
}

/** One release is open at a time: each takes as much memory as the one that serves. */
async function answersOf(
  { runtimeDirectory, embedder, hidden, serving }: ShadowParts,
  releaseId: string,
  questions: readonly ShadowQuestion[],
  onAsked: () => void,
): Promise<PreviewSide[]> {
  const base = await openKnowledgeBase({
    directory: join(runtimeDirectory, 'releases'),
    releaseId,
    embedder,
    log: silentLog,
    withdrawals: hidden,
    wantedPrecision: serving.wantedPrecision,
    answerThreshold: serving.answerThreshold,
    erasuresIn: runtimeDirectory,
  });
  try {
    const sides: PreviewSide[] = [];
    for (const { text, language } of questions) {
      sides.push(previewSide(await base.search(text, { limit: MOST_HITS, language })));
      onAsked();
    }
    return sides;
  } finally {
    await base.close();
  }
}

/** A live release of another model or version says nothing here; the other one is told alone. */
function noneToCompare(error: unknown): null {
  if (isUnreadableRelease(error)) return null;
  throw error;
}
