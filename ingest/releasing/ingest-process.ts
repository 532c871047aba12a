import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How an ingest in a process of its own ended. */
export type IngestProcessEnd =
  | { readonly isDone: true }
  /** `code`: of the error; the name of a signal or the exit code where it gave none. `message`: for the log. */
  | { readonly isDone: false; readonly code: string; readonly message: string };

/** So much of what a process complains of is kept, in characters. */
const LONGEST_COMPLAINT = 4_000;

/** Exit code of a run that published although a source was not read to its end. */
const UNFINISHED = 3;

const INGEST = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Runs "npm run ingest -- upgrade" in a process of its own, with this one's settings: a server goes on meanwhile.
 * @param stop ends the process where it is; the next upgrade goes on behind what it has done
 * @param tell told of each line of its progress
 */
export function runUpgradeProcess(
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<IngestProcessEnd> {
  return runInProcess(['upgrade'], false, stop, tell);
}

/**
 * Runs "npm run ingest" in the same way, at the lowest priority, so that customers do not wait for it.
 * @param who.by name of who began it; '' for the schedule
 * @param tell told of each line of its progress, as JSON
 */
export function runIngestProcess(
  { by, isFull }: { readonly by: string; readonly isFull: boolean },
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<IngestProcessEnd> {
  const words = ['run', '--progress=json', `--by=${by === '' ? 'the schedule' : by}`];
  return runInProcess(isFull ? [...words, '--full'] : words, true, stop, tell);
}

/**
 * Carries out a command about releases in the same way ("publish", "rollback", "name"): it is the command's own code, and nobody waits
 * where it waits for a run that writes.
 */
export function runReleaseCommand(words: readonly string[], stop: AbortSignal): Promise<IngestProcessEnd> {
  return runInProcess(words, false, stop, () => {});
}

/**
 * What "npm run ingest -- review stale --json" prints, by a process of its own at the lowest priority; null where it failed. It
 * reads every item, which nobody who talks with the bot should wait for.
 */
export async function reviewStaleInProcess(stop: AbortSignal): Promise<string | null> {
  let printed = '';
  const end = await runInProcess(['review', '--json', 'stale'], true, stop, (line) => {
    printed = line;
  });
  return end.isDone ? printed : null;
}

async function runInProcess(
  words: readonly string[],
  isYielding: boolean,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<IngestProcessEnd> {
  const child = spawn(process.execPath, [INGEST, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
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
    if (exitCode === 0 || exitCode === UNFINISHED) return { isDone: true };
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
