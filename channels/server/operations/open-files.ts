import { readdirSync, readFileSync } from 'node:fs';
import type { Log } from '../../../index/platform/log.js';
import { channelErrors } from '../../errors.js';

/** What is known of the files that this process has open; null where the system does not tell. */
export interface FileLimits {
  limit(): number | null;
  open(): number | null;
}

/** Whether the files that this process may open run short: sockets, uploads and databases are some. */
export interface OpenFiles {
  /** Looks how many are open, and tells when they run short and when that is over. */
  look(): void;
  /** Why there is trouble, in a sentence; null for none. */
  reason(): string | null;
  /** Tells where there are few, then looks again and again; returns how to stop. */
  watch(): () => void;
}

/** Files that the program itself keeps open: databases, releases, models, its own code. */
export const OWN_FILES = 256;
/** With fewer there is room for some two hundred customers at a time. */
export const FEW_FILES = 1_024;
const LOOK_EVERY_MS = 5_000;
/** From here on it is trouble, and below the other it is over. */
const SHORT_SHARE = 0.9;
const ENOUGH_SHARE = 0.8;

export function createOpenFiles(log: Log, limits: FileLimits = SYSTEM): OpenFiles {
  let short: { readonly open: number; readonly limit: number } | null = null;

  function look(): void {
    const limit = limits.limit();
    const open = limits.open();
    if (limit === null || open === null) return;
    if (short === null && open >= limit * SHORT_SHARE) {
      short = { open, limit };
      log.error('The program runs short of files that it may open.', {
        error: channelErrors.OPEN_FILES_SHORT(short),
      });
    } else if (short !== null && open < limit * ENOUGH_SHARE) {
      short = null;
      log.info('The program may open enough files again.', { open, limit });
    }
  }

  function tellFew(): void {
    const limit = limits.limit();
    if (limit === null || limit >= FEW_FILES) return;
    log.warn('The system lets the program open few files.', {
      error: channelErrors.OPEN_FILES_FEW({ limit, wanted: FEW_FILES }),
    });
  }

  return {
    look,
    reason: () =>
      short &&
      `${short.open} of the ${short.limit} files are open that the system allows: raise the limit (ulimit -n, LimitNOFILE)`,
    watch() {
      tellFew();
      const timer = setInterval(look, LOOK_EVERY_MS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

const SYSTEM: FileLimits = { limit: readOpenFilesLimit, open: countOpenFiles };

/** The most files that this process may have open; null where the system does not tell. */
export function readOpenFilesLimit(): number | null {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return soft === undefined ? null : Number(soft);
  } catch {
    return null;
  }
}

/** How many files are open; where not even that can be looked up because none is left, as many as there may be. */
export function countOpenFiles(): number | null {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch (error) {
    const isOut = error instanceof Error && 'code' in error && /^(EMFILE|ENFILE)$/.test(String(error.code));
    return isOut ? Number.MAX_SAFE_INTEGER : null;
  }
}
