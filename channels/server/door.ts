import type { Router } from './http.js';
import type { SocketRoute } from './sockets.js';

/** A part of the server that speaks with one kind of client: web chat, desk, a messenger's webhook. */
export interface Door {
  /** What it is called where requests are counted. */
  readonly name?: string;
  /** Mounted at the root: paths in it are whole. */
  readonly router: Router;
  readonly sockets?: readonly SocketRoute[];
  /** Paths to which files are sent: their bodies may take longer to arrive than others. */
  readonly filePaths?: readonly RegExp[];
  /** HTTP statuses of error codes of its own, beside those of channels/errors.ts. */
  readonly errorStatuses?: Readonly<Record<string, number>>;
  /** Called before the server listens. */
  start?(): Promise<void>;
  /** Resolves when all work it accepted has ended. */
  idle?(): Promise<void>;
  /** Called once after the server has stopped. */
  stop?(): Promise<void>;
}
