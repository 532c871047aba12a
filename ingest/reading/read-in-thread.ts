import { Worker } from 'node:worker_threads';
import { CodedError, messageOf } from '../../index/platform/errors.js';
import type { Progress } from '../contracts.js';
import { ingestErrors } from '../errors.js';
import type { ReadResult } from './read-sources.js';
import type { ReadingMessage, ReadingTask } from './reading-messages.js';

/** Enough for rows of many megabytes; reading holds a few rows at a time. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads sources in a thread of its own, `file`.
 * @throws what reading throws, with its code and facts; READING_FAILED when the thread itself breaks down
 */
export function readInThread(file: URL, task: ReadingTask, progress: Progress): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: task, resourceLimits: LIMITS });
    let last: Extract<ReadingMessage, { kind: 'result' | 'failed' }> | null = null;
    thread.on('message', (message: ReadingMessage) => {
      if (message.kind === 'begin') progress.begin(message.phase, message.total);
      else if (message.kind === 'advance') progress.advance(message.done);
      else if (message.kind === 'end') progress.end();
      else last = message;
    });
    thread.on('error', (error) => reject(ingestErrors.READING_FAILED({ reason: messageOf(error) }, error)));
    // Only when the thread is gone is its memory free and its hold on the database over.
    thread.on('exit', (exitCode) => {
      if (last?.kind === 'result') resolve(last.result);
      else if (last) reject(new CodedError(last.code, last.message, last.facts));
      else reject(ingestErrors.READING_FAILED({ reason: `it ended with code ${exitCode}` }));
    });
  });
}
