import { join } from 'node:path';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { KnowledgeBase } from '../../index/contracts/search.js';
import type { Withdrawals } from '../../index/contracts/withdrawals.js';
import { openKnowledgeBase, type WatchingKnowledgeBase } from '../../index/knowledge-base.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import { isUnreadableRelease } from '../../index/releases/open-release.js';
import type { ReleasePreview } from '../contracts/content/desk-releases.js';
import type { SpokenLanguage } from '../contracts/messages.js';
import { previewSide } from './preview-side.js';

export interface PreviewParts {
  readonly runtimeDirectory: string;
  /** What customers are answered from. */
  readonly knowledgeBase: KnowledgeBase;
  readonly embedder: Embedder;
  /** What nobody is told, whatever release is live. */
  readonly hidden: Pick<Withdrawals, 'hides'>;
  readonly serving: {
    readonly wantedPrecision: number | undefined;
    readonly answerThreshold: number | undefined;
  };
  readonly log: Log;
}

/** Answers that a preview shows. */
const MOST_HITS = 3;
/** A release that nobody asks any more is closed: it takes as much memory as the live one. */
const OPEN_MS = 2 * 60_000;

/** Asks releases that are not live, one of them open at a time, beside the live one. */
export function createPreviews(parts: PreviewParts) {
  const { runtimeDirectory, knowledgeBase, embedder, hidden, serving, log } = parts;
  const lanes = createLanes();
  let open: { readonly id: string; readonly base: WatchingKnowledgeBase } | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function close(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const closing = open;
    open = null;
    await closing?.base.close();
  }

  async function opened(id: string): Promise<WatchingKnowledgeBase> {
    if (open?.id === id) return open.base;
    await close();
    const base = await openKnowledgeBase({
      directory: join(runtimeDirectory, 'releases'),
      releaseId: id,
      embedder,
      log,
      withdrawals: hidden,
      wantedPrecision: serving.wantedPrecision,
      answerThreshold: serving.answerThreshold,
      erasuresIn: runtimeDirectory,
    });
    open = { id, base };
    return base;
  }

  return {
    /** Null for a release that this version cannot search, or that is not there. */
    ask: (id: string, question: string, language: SpokenLanguage): Promise<ReleasePreview | null> =>
      lanes.serially('preview', async () => {
        const options = { limit: MOST_HITS, language };
        try {
          if (knowledgeBase.status()?.id === id) {
            const both = previewSide(await knowledgeBase.search(question, options));
            return { live: both, asked: both };
          }
          const asked = await (await opened(id)).search(question, options);
          const live = knowledgeBase.status() === null ? null : await knowledgeBase.search(question, options);
          return { live: live && previewSide(live), asked: previewSide(asked) };
        } catch (error) {
          if (isUnreadableRelease(error)) return null;
          throw error;
        } finally {
          if (timer) clearTimeout(timer);
          timer = setTimeout(() => void lanes.serially('preview', close), OPEN_MS);
          timer.unref();
        }
      }),
    close: (): Promise<void> => lanes.serially('preview', close),
  };
}
