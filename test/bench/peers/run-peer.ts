import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { NoRow, PeerRow } from './peer-row.js';

/** What the process of a peer is told. */
export interface PeerTask {
  readonly peer: string;
  readonly setFolder: string;
  readonly packagesFolder: string;
}

/**
 * Measures a peer on a set in a process of its own, so that memory and time are its own, and ends it when it takes too
 * long. It runs in the packages' folder: what a package writes stays out of the checkout.
 */
export function runPeer(task: PeerTask, limitSeconds: number): Promise<PeerRow | NoRow> {
  return new Promise((found) => {
    let row: PeerRow | NoRow = { reason: 'its process ended without a result' };
    const child = fork(fileURLToPath(new URL('./main.js', import.meta.url)), {
      cwd: task.packagesFolder,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const timer = setTimeout(() => {
      row = { reason: `not done within ${limitSeconds} s` };
      child.kill('SIGKILL');
    }, limitSeconds * 1_000);
    child.once('message', (message) => {
      row = message as PeerRow | NoRow;
    });
    child.once('error', (error) => {
      row = { reason: `failed with ${error.name}` };
    });
    child.once('close', () => {
      clearTimeout(timer);
      found(row);
    });
    child.send(task);
  });
}
