import { Worker } from 'node:worker_threads';
import type { EmbedderEnd } from '../contracts/embedder.js';
import { indexErrors } from '../errors.js';
import { delay } from '../platform/clock.js';
import { messageOf } from '../platform/errors.js';
import type { WorkerReading, WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.js';

/**
 * A thread that embeds one text at a time. When it died, or a text never comes back, it is over for good: the binding of
 * onnxruntime 1.14 can be loaded once in a process, so that only a new process helps.
 */
export interface EmbedderThread {
  /**
   * Starts the thread where it does not run, and waits until the model is loaded.
   * @returns how many numbers its vectors have, and its rows of tokens
   * @throws EMBEDDER_FAILED when the model cannot be loaded
   */
  start(): Promise<ReadyModel>;
  /**
   * Embeds one text. Urgent texts go before all others that wait.
   * @throws EMBEDDER_FAILED when the model failed on this text; EMBEDDER_ENDED when the thread died or hangs;
   *   EMBEDDER_CLOSED
   */
  embed(request: WorkerRequest, isUrgent: boolean): Promise<WorkerReading>;
  /** Embeds what was asked for before, then stops the thread; one that hangs is left to the end of the process. */
  close(): Promise<void>;
}

/** What a thread says of its model once it is loaded. */
interface ReadyModel {
  readonly dimensions: number;
  readonly tokenDimensions: number;
}

export interface ThreadOptions {
  /** Called once when the thread is over without being closed. */
  readonly onEnd?: (end: EmbedderEnd) => void;
  /** Waits so many milliseconds, or less when the signal is aborted; only tests give another one. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The longest text takes a second on a slow machine; one that takes this long does not come back. */
const LONGEST_TEXT_MS = 30_000;
/** Waited for in steps, so that the time a machine slept does not count as a whole. */
const STEP_MS = 3_000;

interface Task {
  readonly request: WorkerRequest;
  readonly resolve: (reading: WorkerReading) => void;
  readonly reject: (error: Error) => void;
}

export function createEmbedderThread(
  settings: WorkerSettings,
  workerFile: URL,
  options: ThreadOptions = {},
): EmbedderThread {
  const { onEnd = () => {}, wait = delay } = options;
  const { model } = settings;
  const urgent: Task[] = [];
  const patient: Task[] = [];
  let starting: Promise<ReadyModel> | null = null;
  let worker: Worker | null = null;
  let working: Promise<void> | null = null;
  /** Takes what comes back for the text that is embedded now; null when nothing will. */
  let settle: ((reply: WorkerReply | null) => void) | null = null;
  let end: EmbedderEnd | null = null;
  let isClosed = false;

  function over(reason: string, isHanging = false): void {
    if (end !== null) return;
    end = { reason, isHanging };
    settle?.(null);
    if (!isClosed) onEnd(end);
  }

  function start(): Promise<ReadyModel> {
    starting ??= new Promise((resolve, reject) => {
      worker = new Worker(workerFile, { workerData: settings });
      const fail = (reason: string) => {
        reject(indexErrors.EMBEDDER_FAILED({ model, reason }));
        over(reason);
      };
      worker.on('error', (error) => fail(messageOf(error)));
      worker.on('exit', (code) => fail(`its thread ended with code ${code}`));
      worker.on('message', (reply: WorkerReply) => {
        if (reply.kind !== 'ready') return settle?.(reply);
        const { dimensions, tokenDimensions } = reply;
        resolve({ dimensions, tokenDimensions });
      });
    });
    return starting;
  }

  async function work(): Promise<void> {
    for (let task = urgent.shift() ?? patient.shift(); task; task = urgent.shift() ?? patient.shift()) {
      try {
        await start();
        task.resolve(await embed(task.request));
      } catch (error) {
        task.reject(error as Error);
      }
    }
    working = null;
  }

  async function embed(request: WorkerRequest): Promise<WorkerReading> {
    const reply = end === null && worker !== null ? await ask(worker, request) : null;
    if (reply?.kind === 'reading') return reply.reading;
    if (reply?.kind === 'failed') throw indexErrors.EMBEDDER_FAILED({ model, reason: reply.reason });
    throw indexErrors.EMBEDDER_ENDED({ model, reason: end?.reason ?? 'it does not run' });
  }

  function ask(to: Worker, request: WorkerRequest): Promise<WorkerReply | null> {
    const isSettled = new AbortController();
    return new Promise((resolve) => {
      settle = (reply) => {
        settle = null;
        isSettled.abort();
        resolve(reply);
      };
      to.postMessage(request);
      void watch(isSettled.signal);
    });
  }

  /** Calls the thread over when a text does not come back in time. */
  async function watch(isSettled: AbortSignal): Promise<void> {
    for (let waitedMs = 0; waitedMs < LONGEST_TEXT_MS && !isSettled.aborted; waitedMs += STEP_MS) {
      await wait(STEP_MS, isSettled);
    }
    if (!isSettled.aborted) over(`a text did not come back within ${LONGEST_TEXT_MS / 1000} s`, true);
  }

  return {
    start,
    embed(request, isUrgent) {
      if (isClosed) return Promise.reject(indexErrors.EMBEDDER_CLOSED({ model }));
      return new Promise((resolve, reject) => {
        (isUrgent ? urgent : patient).push({ request, resolve, reject });
        working ??= work();
      });
    },
    async close() {
      isClosed = true;
      await working;
      await starting?.catch(() => null);
      if (!end?.isHanging) await worker?.terminate();
    },
  };
}
