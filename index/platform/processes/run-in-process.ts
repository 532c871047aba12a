import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** How a program in a process of its own ended. */
export type ProcessEnd =
  | { readonly isDone: true }
  /** `code`: of the error; the name of a signal or the exit code where it gave none. `message`: for the log. */
  | { readonly isDone: false; readonly code: string; readonly message: string };

export interface ProcessStart {
  /** Path of the program, a module of Node. */
  readonly program: string;
  readonly words: readonly string[];
  /** At the lowest priority, so that nobody who is served waits for it. */
  readonly isYielding: boolean;
  /** Exit codes beside 0 that are no failure. */
  readonly alsoDone?: readonly number[];
}

/** So much of what a process complains of is kept, in characters. */
const LONGEST_COMPLAINT = 4_000;

/**
 * Runs a program of this product in a process of its own, with this one's settings.
 * @param stop ends the process where it is
 * @param tell told of each line that it prints
 */
export async function runInProcess(
  { program, words, isYielding, alsoDone = [] }: ProcessStart,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<ProcessEnd> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (isYielding) yieldToOthers(child.pid);
  const end = () => child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-LONGEST_COMPLAINT);
  });
  createInterface({ input: child.stdout }).on('line', tell);
  try {
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (exitCode === 0 || alsoDone.some((code) => code === exitCode)) return { isDone: true };
    const [, code = signal ?? `exit code ${exitCode}`] = /^([A-Z][A-Z_]+): /m.exec(complaint) ?? [];
    return { isDone: false, code, message: complaint.trim() };
  } catch (error) {
    return { isDone: false, code: 'NOT_STARTED', message: String(error) };
  } finally {
    stop.removeEventListener('abort', end);
  }
}

function yieldToOthers(processId: number | undefined): void {
  if (processId === undefined) return;
  try {
    setPriority(processId, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not let us: then it runs like any other.
  }
}
