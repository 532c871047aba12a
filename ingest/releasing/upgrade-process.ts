import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How an upgrade in a process of its own ended. */
type UpgradeProcessEnd =
  | { readonly isDone: true }
  /** `code`: of the error; the name of a signal or the exit code where it gave none. `message`: for the log. */
  | { readonly isDone: false; readonly code: string; readonly message: string };

/** So much of what a process complains of is kept, in characters. */
const LONGEST_COMPLAINT = 4_000;

const INGEST = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Runs "npm run ingest -- upgrade" in a process of its own, with this one's settings: a server goes on meanwhile.
 * @param stop ends the process where it is; the next upgrade goes on behind what it has done
 * @param tell told of each line of its progress
 */
export async function runUpgradeProcess(
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<UpgradeProcessEnd> {
  const child = spawn(process.execPath, [INGEST, 'upgrade'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-LONGEST_COMPLAINT);
  });
  createInterface({ input: child.stdout }).on('line', tell);
  try {
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (exitCode === 0) return { isDone: true };
    const [, code = signal ?? `exit code ${exitCode}`] = /^([A-Z][A-Z_]+): /m.exec(complaint) ?? [];
    return { isDone: false, code, message: complaint.trim() };
  } catch (error) {
    return { isDone: false, code: 'NOT_STARTED', message: String(error) };
  } finally {
    stop.removeEventListener('abort', end);
  }
}
