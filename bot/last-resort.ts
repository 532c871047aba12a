import { isCoded } from '../index/platform/errors.js';
import type { Log } from '../index/platform/log.js';

/** What `watchUnforeseen` needs of the process; a test gives its own. */
export interface UnforeseenSource {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/**
 * The last resort for failures that nobody waits for.
 *
 * A rejection that nobody handles leaves every other task as it was: it is logged, and a server that runs goes on, as
 * one customer's trouble must not end the chats of all others. Before it runs, it ends the start. An exception that
 * nobody catches may have left anything half done: it is logged and the program ends with 1, so that whoever watches
 * over it starts it anew; what was confirmed is in the store.
 * @param isRunning whether the server serves
 */
export function watchUnforeseen(
  log: Log,
  isRunning: () => boolean,
  source: UnforeseenSource = process,
): void {
  source.on('unhandledRejection', (error) => {
    log.error('A failure was handled by nobody.', { code: codeOf(error), error });
    if (!isRunning()) source.exit(1);
  });
  source.on('uncaughtException', (error) => {
    log.error('An exception was caught by nobody; the program ends.', { code: codeOf(error), error });
    source.exit(1);
  });
}

/** The code of a coded error or of one that the system raised. */
function codeOf(error: unknown): string {
  if (isCoded(error)) return error.code;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNFORESEEN';
}
