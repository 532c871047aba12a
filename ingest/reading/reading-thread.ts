import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { asDiskFull } from '../as-disk-full.js';
import { ingestErrors } from '../errors.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openSources } from './open-sources.js';
import { readSources } from './read-sources.js';
import type { ReadingMessage, ReadingTask } from './reading-messages.js';

/**
 * The thread in which sources are read and cleaned: it keeps the event loop of a server free, and when it ends its
 * memory is given back before the model is loaded.
 */
if (parentPort) {
  const port = parentPort;
  const say = (message: ReadingMessage) => port.postMessage(message);
  const task = workerData as ReadingTask;
  try {
    say({ kind: 'result', result: await read(task, say) });
  } catch (error) {
    // Errors lose their class between threads, so they travel as what they say.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : messageOf(error);
    const known = asDiskFull(dirname(task.databasePath), error);
    const { code, message, facts } = isCoded(known) ? known : ingestErrors.READING_FAILED({ reason });
    say({ kind: 'failed', code, message, facts });
  }
}

async function read(task: ReadingTask, say: (message: ReadingMessage) => void) {
  const { databasePath, named, settings, workDirectory, rules, isEmptyAllowed, mode, now, watched } = task;
  const database = openIngestDatabase(databasePath);
  try {
    const sources = await openSources(named, { settings, workDirectory });
    return await readSources(
      database,
      sources,
      { rules, mode, isEmptyAllowed, now, watched },
      {
        begin: (phase, total) => say({ kind: 'begin', phase, total }),
        advance: (done) => say({ kind: 'advance', done }),
        end: () => say({ kind: 'end' }),
      },
    );
  } finally {
    database.close();
  }
}
