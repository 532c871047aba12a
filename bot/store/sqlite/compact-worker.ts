import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../index/platform/database.js';

/** The thread in which a database is written anew. */
if (parentPort && workerData !== null) {
  const { path } = workerData as { readonly path: string };
  const database = openDatabase(path);
  try {
    database.exec('vacuum');
  } finally {
    database.close();
  }
}
