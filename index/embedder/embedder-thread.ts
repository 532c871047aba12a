import { Worker } from 'node:worker_threads';
import { indexErrors } from '../errors.js';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.js';

/**
 * A thread that embeds one text at a time; a thread that died is replaced at the next text. With onnxruntime 1.14 that ends
 * in EMBEDDER_FAILED, because its binding can be loaded once in a process: then only a new process helps.
 */
export interface EmbedderThread {
  /**
   * Starts the thread where it does not run, and waits until the models are loaded.
   * @returns how many numbers their vectors have, by model
   * @throws EMBEDDER_FAILED when the model cannot be loaded
   */
  start(): Promise<readonly number[]>;
  /**
   * Embeds one text. Urgent texts go before all others that wait.
   * @throws EMBEDDER_FAILED when the model failed on this text or the thread died; EMBEDDER_CLOSED
   */
  embed(request: WorkerRequest, isUrgent: boolean): Promise<Float32Array>;
  /** Embeds what was asked for before, then stops the thread. */
  close(): Promise<void>;
}

interface RunningWorker {
  readonly worker: Worker;
  readonly dimensions: readonly number[];
}

interface Task {
  readonly request: WorkerRequest;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

export function createEmbedderThread(settings: WorkerSettings, workerFile: URL): EmbedderThread {
  const model = settings.models.map((one) => one.model).join(', ');
  const urgent: Task[] = [];
  const patient: Task[] = [];
  let running: Promise<RunningWorker> | null = null;
  let working: Promise<void> | null = null;
  let isClosed = false;

  function thread() {
    if (running === null) {
      const started = startWorker(settings, model, workerFile, () => {
        if (running === started) running = null;
      });
      running = started;
    }
    return running;
  }

  async function work(): Promise<void> {
    for (let task = urgent.shift() ?? patient.shift(); task; task = urgent.shift() ?? patient.shift()) {
      try {
        const { worker } = await thread();
        task.resolve(await ask(worker, task.request, settings.models[task.request.model]?.model ?? model));
      } catch (error) {
        task.reject(error as Error);
      }
    }
    working = null;
  }

  return {
    async start() {
      return (await thread()).dimensions;
    },
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
      const last = await running?.catch(() => null);
      running = null;
      await last?.worker.terminate();
    },
  };
}

function startWorker(
  settings: WorkerSettings,
  model: string,
  workerFile: URL,
  onEnd: () => void,
): Promise<RunningWorker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: settings });
    const fail = (reason: string) => {
      onEnd();
      reject(indexErrors.EMBEDDER_FAILED({ model, reason }));
    };
    worker.once('error', (error) => fail(error.message));
    worker.once('exit', (code) => fail(`its thread ended with code ${code}`));
    worker.once('message', (reply: WorkerReply) => {
      if (reply.kind === 'ready') resolve({ worker, dimensions: reply.dimensions });
    });
  });
}

function ask(worker: Worker, request: WorkerRequest, model: string): Promise<Float32Array> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onReply);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const fail = (reason: string) => {
      settle();
      reject(indexErrors.EMBEDDER_FAILED({ model, reason }));
    };
    const onReply = (reply: WorkerReply) => {
      if (reply.kind === 'failed') return fail(reply.reason);
      if (reply.kind !== 'vector') return;
      settle();
      resolve(reply.vector);
    };
    const onError = (error: Error) => fail(error.message);
    const onExit = (code: number) => fail(`its thread ended with code ${code}`);
    worker.on('message', onReply);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
  });
}
