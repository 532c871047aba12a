import { Worker } from 'node:worker_threads';
import type { Database } from '../../../index/platform/database.js';
import type { Log } from '../../../index/platform/log.js';
import type { CheckpointFailed, CheckpointSettings } from './checkpoint-worker.js';

/** Moves a database's write-ahead log into its file, again and again, until it is stopped. */
export interface Checkpoints {
  /** Call it after the database was closed, so that what is left is moved here as well. */
  stop(): Promise<void>;
}

export interface CheckpointOptions {
  /** How often to look whether there is something to move. */
  readonly everyMs?: number;
  /** The built thread; the one beside this file where not given. */
  readonly workerFile?: URL;
}

const EVERY_MS = 500;
/** From so many pages of log (4 KB each) SQLite moves them itself, in the commit that finds them: the safety net. */
const MOST_PAGES = 4_000;

/**
 * Moves the log of an open database in a thread of its own. SQLite would do it inside a commit, on the main thread,
 * every 1,000 pages: 5 to 40 ms, several times a second when fifty customers are there.
 */
export function startCheckpoints(database: Database, log: Log, options: CheckpointOptions = {}): Checkpoints {
  const { everyMs = EVERY_MS, workerFile = new URL('./checkpoint-worker.js', import.meta.url) } = options;
  database.pragma(`wal_autocheckpoint = ${MOST_PAGES}`);
  const settings: CheckpointSettings = { path: database.name, everyMs };
  const worker = new Worker(workerFile, { workerData: settings });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let lastReason = '';
  worker.on('message', ({ reason }: CheckpointFailed) => {
    if (reason !== lastReason)
      log.warn('The log of the database could not be moved into its file.', { reason });
    lastReason = reason;
  });
  // Without the thread the safety net does its work.
  worker.on('error', (error) => log.error('The thread that moves the database log has ended.', { error }));
  return {
    async stop() {
      worker.postMessage('stop');
      await ended;
    },
  };
}
