import type { Embedder } from '../contracts/embedder.js';
import { indexErrors } from '../errors.js';
import type { Log } from '../platform/log.js';
import { createReleaseStore } from './create-release-store.js';
import { type OpenRelease, openRelease } from './open-release.js';

/** The release of a folder that is live now, swapped under running searches. */
export interface LiveRelease {
  /** Null while none is live. */
  current(): OpenRelease | null;
  /**
   * Runs on the release that is live now, which stays open until the run has ended.
   * @throws KNOWLEDGE_NOT_READY while none is live
   */
  use<Result>(run: (release: OpenRelease) => Promise<Result>): Promise<Result>;
  /**
   * Looks whether another release was published and swaps to it.
   * @throws RELEASE_DAMAGED, RELEASE_OUTDATED, RELEASE_EMBEDDER_MISMATCH, RELEASE_POINTER_UNREADABLE
   */
  refresh(): Promise<void>;
  /** Says of the release that the last look found that it cannot be used: once of each, not at every look. Never throws. */
  complain(error: unknown): void;
  /** Takes it as said that the release which the last look found cannot be used. */
  expectUnusable(): void;
  close(): Promise<void>;
}

/** A release in use: closed when it was replaced and the last run on it has ended. */
interface UsedRelease {
  readonly release: OpenRelease;
  runs: number;
  isReplaced: boolean;
}

/**
 * @param directory folder of the releases
 * @param pinned id of a release that is used in place of the live one, whatever is published
 */
export function createLiveRelease(
  directory: string,
  embedder: Embedder,
  log: Log,
  pinned?: string,
): LiveRelease {
  const store = createReleaseStore({ directory, now: () => new Date() });
  let live: UsedRelease | null = null;
  let refreshing: Promise<void> | null = null;
  let isClosed = false;
  /** What was complained of last: id of a release that cannot be used, '' for a pointer that cannot be read. */
  let refused: string | null = null;
  /** What the last look was about, in the same words. */
  let lookedAt = '';

  function replace(release: OpenRelease | null): void {
    const old = live;
    live = release && { release, runs: 0, isReplaced: false };
    if (!old) return;
    old.isReplaced = true;
    if (old.runs === 0) old.release.close();
  }

  async function swap(): Promise<void> {
    lookedAt = '';
    const id = pinned ?? store.currentId();
    lookedAt = id ?? '';
    if (id === null || id === live?.release.manifest.id) return findUsable();
    const release = await openRelease(directory, id, embedder);
    if (isClosed) return release.close();
    const previous = live?.release.manifest.id ?? null;
    replace(release);
    findUsable();
    if (pinned === undefined)
      log.info('A release is live.', { releaseId: id, items: release.manifest.items, previous });
  }

  function findUsable(): void {
    if (refused !== null) log.info('Published releases can be used again.', { releaseId: lookedAt });
    refused = null;
  }

  return {
    current: () => live?.release ?? null,
    async use(run) {
      const used = live;
      if (!used) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
      used.runs += 1;
      try {
        return await run(used.release);
      } finally {
        used.runs -= 1;
        if (used.isReplaced && used.runs === 0) used.release.close();
      }
    },
    refresh() {
      refreshing ??= swap().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
    complain(error) {
      if (lookedAt !== refused)
        log.error('A published release cannot be used; the old one stays.', { releaseId: lookedAt, error });
      refused = lookedAt;
    },
    expectUnusable() {
      refused = lookedAt;
    },
    async close() {
      isClosed = true;
      await refreshing?.catch(() => {});
      replace(null);
    },
  };
}
