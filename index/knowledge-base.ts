import type { Embedder } from './contracts/embedder.js';
import type { Bands, KnowledgeBase, ReleaseStatus } from './contracts/search.js';
import { embedQuery } from './embedder/embed-query.js';
import { indexErrors } from './errors.js';
import { readingParts } from './passages/reading-parts.js';
import { isCoded } from './platform/errors.js';
import type { Log } from './platform/log.js';
import { createReleaseStore } from './releases/create-release-store.js';
import { type OpenRelease, openRelease } from './releases/open-release.js';
import { bandsFor, withThreshold } from './search/confidence/bands.js';
import { RECIPE } from './search/recipe.js';

export interface KnowledgeBaseOptions {
  /** Folder of the releases, such as `data/runtime/releases`. */
  readonly directory: string;
  readonly embedder: Embedder;
  readonly log: Log;
  /** The share of answers that shall be right, from 0 to 1; what the release was built for where not given. */
  readonly wantedPrecision?: number | undefined;
  /** Opens without a release where the live one is of an older format, because it is being built anew. */
  readonly isUpgrading?: boolean;
  /** The company's own threshold in place of the one that follows from the precision. */
  readonly answerThreshold?: number | undefined;
}

/** A knowledge base that can look for new releases by itself. */
export interface WatchingKnowledgeBase extends KnowledgeBase {
  /**
   * Looks every `everyMs` milliseconds whether another release was published. A release that cannot be used is logged
   * and the old one kept. Returns how to stop; `close` stops it too.
   */
  watch(everyMs: number): () => void;
}

/** A release in use: closed when it was replaced and the last search on it has ended. */
interface LiveRelease {
  readonly release: OpenRelease;
  searches: number;
  isReplaced: boolean;
}

/**
 * Opens the live release of a folder for searching; none is fine, it is taken up at the next `refresh`. The embedder
 * stays the caller's to close.
 * @throws RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH, RELEASE_POINTER_UNREADABLE
 */
export async function openKnowledgeBase(options: KnowledgeBaseOptions): Promise<WatchingKnowledgeBase> {
  const { directory, embedder, wantedPrecision, answerThreshold } = options;
  const log = options.log.child('knowledge-base');
  const store = createReleaseStore({ directory, now: () => new Date() });
  let live: LiveRelease | null = null;
  let refreshing: Promise<void> | null = null;
  let isClosed = false;
  /** What was complained of last: id of a release that cannot be used, '' for a pointer that cannot be read. */
  let refused: string | null = null;
  /** What the last look was about, in the same words. */
  let lookedAt = '';
  const timers = new Set<NodeJS.Timeout>();

  function replace(release: OpenRelease | null): void {
    const old = live;
    live = release && { release, searches: 0, isReplaced: false };
    if (!old) return;
    old.isReplaced = true;
    if (old.searches === 0) old.release.close();
  }

  async function swap(): Promise<void> {
    lookedAt = '';
    const id = store.currentId();
    lookedAt = id ?? '';
    if (id === null || id === live?.release.manifest.id) return settle();
    const release = await openRelease(directory, id, embedder);
    if (isClosed) return release.close();
    const previous = live?.release.manifest.id ?? null;
    replace(release);
    settle();
    log.info('A release is live.', { releaseId: id, items: release.manifest.items, previous });
  }

  function refresh(): Promise<void> {
    refreshing ??= swap().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** Runs on the release that is live now, which stays open until the run has ended. */
  async function onLive<Result>(run: (release: OpenRelease) => Promise<Result>): Promise<Result> {
    const used = live;
    if (!used) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
    used.searches += 1;
    try {
      return await run(used.release);
    } finally {
      used.searches -= 1;
      if (used.isReplaced && used.searches === 0) used.release.close();
    }
  }

  /** Says once of a release that it cannot be used, not at every look. It must not fail: nobody is behind it. */
  function complain(error: unknown): void {
    if (lookedAt !== refused)
      log.error('A published release cannot be used; the old one stays.', { releaseId: lookedAt, error });
    refused = lookedAt;
  }

  function settle(): void {
    if (refused !== null) log.info('Published releases can be used again.', { releaseId: lookedAt });
    refused = null;
  }

  /** The bands of a release for the precision and the threshold that this server wants. */
  function bandsOf({ manifest, calibration }: OpenRelease): Bands {
    const { labels } = manifest;
    const { hiddenProbability } = calibration;
    const isOther = wantedPrecision !== undefined && wantedPrecision !== manifest.wantedPrecision;
    const bands = isOther ? bandsFor({ wantedPrecision, hiddenProbability, labels }) : manifest.bands;
    return withThreshold(bands, answerThreshold);
  }

  await refresh().catch((error: unknown) => {
    if (!options.isUpgrading || !isCoded(error, 'RELEASE_OUTDATED')) throw error;
    refused = lookedAt;
  });
  return {
    async vectorOf(text) {
      const { vector } = await embedQuery(embedder, text.trim().slice(0, RECIPE.maxQuestionCharacters));
      return vector;
    },
    search: (question, { limit = 5, exclude = [], language, beginning } = {}) =>
      onLive(async (release) => {
        const { manifest, findHits, numberOf } = release;
        const bands = bandsOf(release);
        const text = question.trim().slice(0, RECIPE.maxQuestionCharacters);
        if (text === '' || manifest.items === 0) return { hits: [], bands, releaseId: manifest.id };
        const known = beginning !== undefined && text.startsWith(`${beginning} `) ? beginning : undefined;
        const query = await embedQuery(embedder, text, known);
        const excluded = exclude.map(numberOf).filter((number) => number !== null);
        const hits = findHits(query, { limit, exclude: excluded, language });
        return { hits, bands, releaseId: manifest.id };
      }),
    item(id) {
      const number = live?.release.numberOf(id) ?? null;
      return number === null ? null : (live?.release.itemAt(number) ?? null);
    },
    readAnswer(id) {
      const { numberOf, treeAt } = live?.release ?? {};
      const number = numberOf?.(id) ?? null;
      const tree = number === null ? undefined : treeAt?.(number)();
      return tree ? { tree, parts: readingParts(tree) } : null;
    },
    status: () => live && statusOf(live.release, bandsOf(live.release)),
    refresh,
    watch(everyMs) {
      const timer = setInterval(() => {
        refresh().catch(complain);
      }, everyMs);
      timer.unref();
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    async close() {
      isClosed = true;
      for (const timer of timers) clearInterval(timer);
      await refreshing?.catch(() => {});
      replace(null);
    },
  };
}

function statusOf({ manifest }: OpenRelease, bands: Bands): ReleaseStatus {
  const { id, items, builtAt, embedder, languages } = manifest;
  return {
    id,
    items,
    builtAt,
    embedder: embedder.id,
    languages,
    bands,
  };
}
