import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../index/platform/database.js';
import { messageOf } from '../../../index/platform/errors.js';

/** What the thread of `startCheckpoints` is told: the database's file, and how often to look. */
export interface CheckpointSettings {
  readonly path: string;
  readonly everyMs: number;
}

/** What it says when a checkpoint failed. */
export interface CheckpointFailed {
  readonly reason: string;
}

/** The thread in which the write-ahead log is moved into the database file. Any message ends it. */
if (parentPort && workerData !== null) {
  const port = parentPort;
  const { path, everyMs } = workerData as CheckpointSettings;
  const database = openDatabase(path);
  const looking = setInterval(() => {
    try {
      // Waits for nobody and holds up nobody: what is being written now is moved at the next look.
      database.pragma('wal_checkpoint(passive)');
    } catch (error) {
      port.postMessage({ reason: messageOf(error) } satisfies CheckpointFailed);
    }
  }, everyMs);
  port.once('message', () => {
    clearInterval(looking);
    database.close();
  });
}
