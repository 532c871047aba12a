import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { ServerPlan, ServerWord } from './kill-contracts.js';

interface Started {
  readonly port: number;
  readonly invitation: string | null;
  readonly afterMs: number;
}

/** A server that is killed again and again, on one folder and port. */
export interface KilledServer {
  /** Lets a process open the store and the doors; resolves when it listens, or with null when it ended before. */
  start(): Promise<Started | null>;
  /** Ends the process at once, as a crash would, whatever it is at. */
  kill(): Promise<void>;
  /** Ends everything. */
  close(): Promise<void>;
  /** What it logged as an error, in all its lives. */
  readonly errors: readonly string[];
}

/** The next process loads the program while the one before it lives: a kill costs the opening alone. */
export function createKilledServer(planOf: () => ServerPlan): KilledServer {
  const errors: string[] = [];
  let living: ChildProcess | null = null;
  let next = load();

  return {
    errors,
    async start() {
      const begun = next;
      living = begun;
      next = load();
      const begunAt = performance.now();
      const told = new Promise<Started | null>((tell) => {
        begun.on('message', (message) => {
          const word = message as ServerWord;
          if (word.kind === 'error') errors.push(word.line);
          if (word.kind !== 'ready') return;
          tell({ port: word.port, invitation: word.invitation, afterMs: performance.now() - begunAt });
        });
        begun.once('exit', () => tell(null));
      });
      begun.send(planOf());
      return told;
    },
    kill: () => end(living),
    async close() {
      await end(living);
      await end(next);
    },
  };
}

function load(): ChildProcess {
  return fork(resolve('dist/test/bench/kills/kill-server.js'));
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
