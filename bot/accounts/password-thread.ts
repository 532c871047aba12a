import { Worker } from 'node:worker_threads';
import { messageOf } from '../../index/platform/errors.js';
import { botErrors } from '../errors.js';
import type { KeyRequest } from './derive-key.js';
import type { KeyReply } from './password-worker.js';

/**
 * Derives keys from passwords in a thread of its own, one at a time. The asynchronous scrypt of Node runs in libuv's
 * four threads, which also bring every confirmed message to the disk: a burst of sign-ins would hold up all customers.
 */
export interface PasswordThread {
  /**
   * @throws PASSWORDS_BUSY when too many wait already, PASSWORD_CHECK_FAILED when the thread ended or the cost makes no
   *   sense
   */
  derive(request: KeyRequest): Promise<Uint8Array>;
  /** Ends the thread; what still waits fails. */
  close(): Promise<void>;
}

export interface PasswordThreadOptions {
  /** How many may wait behind the one that is worked on; 8 where not given, about a second's work. */
  readonly mostWaiting?: number;
  /** The built thread; the one beside this file where not given. */
  readonly workerFile?: URL;
}

const MOST_WAITING = 8;

interface Task {
  readonly request: KeyRequest;
  readonly resolve: (key: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** The thread starts with the first password, does not keep the program alive, and is replaced when it ended. */
export function createPasswordThread(options: PasswordThreadOptions = {}): PasswordThread {
  const { mostWaiting = MOST_WAITING, workerFile = new URL('./password-worker.js', import.meta.url) } =
    options;
  const waiting: Task[] = [];
  let current: Task | null = null;
  let worker: Worker | null = null;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(workerFile);
    started.on('message', (reply: KeyReply) => settle(reply));
    started.on('error', (error) => ended(started, messageOf(error)));
    started.on('exit', (code) => ended(started, `its thread ended with code ${code}`));
    // Last, because listening to messages undoes it.
    started.unref();
    return started;
  }

  function settle(reply: KeyReply): void {
    const task = current;
    current = null;
    if (reply.kind === 'key') task?.resolve(reply.key);
    else task?.reject(botErrors.PASSWORD_CHECK_FAILED({ reason: reply.reason }));
    next();
  }

  function ended(one: Worker, reason: string): void {
    if (worker !== one) return;
    worker = null;
    settle({ kind: 'failed', reason });
  }

  function next(): void {
    if (current !== null) return;
    current = waiting.shift() ?? null;
    if (current === null) return;
    try {
      worker ??= start();
      worker.postMessage(current.request);
    } catch (error) {
      settle({ kind: 'failed', reason: messageOf(error) });
    }
  }

  return {
    derive(request) {
      if (isClosed) return Promise.reject(botErrors.PASSWORD_CHECK_FAILED({ reason: 'the program stops' }));
      if (current !== null && waiting.length >= mostWaiting) {
        return Promise.reject(botErrors.PASSWORDS_BUSY({ waiting: waiting.length }));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const task of waiting.splice(0)) {
        task.reject(botErrors.PASSWORD_CHECK_FAILED({ reason: 'the program stops' }));
      }
      await worker?.terminate();
    },
  };
}
