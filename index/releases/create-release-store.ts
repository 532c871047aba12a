import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseManifest, ReleaseStore } from '../contracts/releases.js';
import { indexErrors } from '../errors.js';
import { isCoded } from '../platform/errors.js';
import { buildRelease } from './build-release.js';
import { readPointer, writePointer } from './live-pointer.js';
import { type OutdatedRelease, RELEASE_FORMAT, readManifest, readOutdated } from './manifest.js';
import { RELEASE_ID } from './release-files.js';

/** A folder of a build that a process is still at, unless it is older than this. */
const LONGEST_BUILD_MS = 24 * 60 * 60 * 1000;
const UNFINISHED = /^build-(\d+)-\d+\.tmp$/;

interface ReleaseStoreOptions {
  /** Folder of the releases, such as `data/runtime/releases`. It is made when the first release is built. */
  readonly directory: string;
  readonly now: () => Date;
}

/**
 * The releases in a folder. Each is a folder of its own that never changes once it is there; `current` names the live
 * one. Building, publishing and sweeping are safe while other processes serve from the same folder.
 */
export function createReleaseStore({ directory, now }: ReleaseStoreOptions): ReleaseStore {
  const building = new Set<string>();
  let builds = 0;

  function list(): ReleaseManifest[] {
    return releaseIds(directory).flatMap((id) => {
      try {
        return [readManifest(directory, id)];
      } catch (error) {
        // A damaged release is not offered; opening it by its id says what is wrong with it.
        if (isCoded(error)) return [];
        throw error;
      }
    });
  }

  return {
    async build(items, embedder, options = {}) {
      mkdirSync(directory, { recursive: true });
      builds += 1;
      const name = `build-${process.pid}-${builds}.tmp`;
      building.add(name);
      try {
        return await buildRelease(directory, join(directory, name), items, embedder, now(), options);
      } finally {
        building.delete(name);
      }
    },
    publish(id) {
      readManifest(directory, id);
      writePointer(directory, [id, ...readPointer(directory).filter((other) => other !== id)]);
    },
    rollback() {
      const [current, ...earlier] = readPointer(directory);
      const whole = new Set(list().map(({ id }) => id));
      const left = earlier.filter((id) => whole.has(id));
      const [previous] = left;
      if (previous === undefined) {
        const outdated = earlier.map((id) => outdatedAt(directory, id)).find((release) => release !== null);
        if (outdated) {
          const { id, format } = outdated;
          throw indexErrors.ROLLBACK_OUTDATED({ id, format, reads: RELEASE_FORMAT });
        }
        throw indexErrors.ROLLBACK_IMPOSSIBLE({ current: current ?? '' });
      }
      writePointer(directory, left);
      return previous;
    },
    list,
    currentId: () => readPointer(directory)[0] ?? null,
    sweep(keep) {
      // Releases that wait for somebody to publish them must not push out the one that can be gone back to.
      const needed = readPointer(directory).slice(0, 2);
      const old = releaseIds(directory)
        .slice(Math.max(0, keep))
        .filter((id) => !needed.includes(id));
      const leftovers = names(directory).filter(
        (name) => UNFINISHED.test(name) && !building.has(name) && !isAtWork(directory, name, now()),
      );
      const removed = [...old, ...leftovers];
      for (const name of removed) rmSync(join(directory, name), { recursive: true, force: true });
      return removed;
    },
  };
}

/** What is known of a release of an older format; null for any other, and for one that is gone or cannot be read. */
function outdatedAt(directory: string, id: string): OutdatedRelease | null {
  try {
    return readOutdated(directory, id);
  } catch (error) {
    if (isCoded(error)) return null;
    throw error;
  }
}

/** Newest first. */
function releaseIds(directory: string): string[] {
  return names(directory)
    .filter((name) => RELEASE_ID.test(name))
    .sort()
    .reverse();
}

function names(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

/** Whether another process is still at this build. Process numbers come back, so a very old folder is a leftover. */
function isAtWork(directory: string, name: string, now: Date): boolean {
  const owner = Number(UNFINISHED.exec(name)?.[1]);
  const age = now.getTime() - statSync(join(directory, name)).mtimeMs;
  return owner !== process.pid && age < LONGEST_BUILD_MS && isRunning(owner);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
