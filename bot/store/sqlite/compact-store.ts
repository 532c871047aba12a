import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { delay } from '../../../index/platform/clock.js';
import type { Database } from '../../../index/platform/database.js';
import type { Store } from '../store.js';

const TRY_AGAIN_MS = 20;

/**
 * Writes a database anew (`vacuum`): between its rows nothing is left of what was there before. Everybody else waits for the one
 * connection meanwhile, without the event loop standing still: about 15 ms a megabyte.
 * @param isInThread whether a thread does it; the built program has one
 */
export async function compactStore(store: Store, database: Database, isInThread: boolean): Promise<void> {
  for (;;) {
    const isDone = await store.connection().execute(async () => {
      // Transactions share a commit, which may not have come yet.
      if (database.inTransaction) return false;
      if (isInThread) await compactInThread(database.name);
      else database.exec('vacuum');
      return true;
    });
    if (isDone) return;
    await delay(TRY_AGAIN_MS);
  }
}

async function compactInThread(path: string): Promise<void> {
  const worker = new Worker(new URL('./compact-worker.js', import.meta.url), { workerData: { path } });
  // What goes wrong there is thrown here.
  await once(worker, 'exit');
}
