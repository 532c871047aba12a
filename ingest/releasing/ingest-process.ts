import { fileURLToPath } from 'node:url';
import { type ProcessEnd, runInProcess } from '../../index/platform/processes/run-in-process.js';

/** Exit code of a run that published although a source was not read to its end. */
const UNFINISHED = 3;

const INGEST = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Runs "npm run ingest -- upgrade" in a process of its own, with this one's settings: a server goes on meanwhile.
 * @param stop ends the process where it is; the next upgrade goes on behind what it has done
 * @param tell told of each line of its progress
 */
export function runUpgradeProcess(stop: AbortSignal, tell: (line: string) => void): Promise<ProcessEnd> {
  return runIngestCommand(['upgrade'], false, stop, tell);
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
): Promise<ProcessEnd> {
  const words = ['run', '--progress=json', `--by=${by === '' ? 'the schedule' : by}`];
  return runIngestCommand(isFull ? [...words, '--full'] : words, true, stop, tell);
}

/**
 * Carries out a command about releases in the same way ("publish", "rollback", "name"): it is the command's own code, and nobody waits
 * where it waits for a run that writes.
 */
export function runReleaseCommand(words: readonly string[], stop: AbortSignal): Promise<ProcessEnd> {
  return runIngestCommand(words, false, stop, () => {});
}

/** Lists of what content people decide about. */
export type ReviewList = 'stale' | 'pairs';

/**
 * What "npm run ingest -- review LIST --json" prints, by a process of its own at the lowest priority; null where it failed. It
 * reads every item, which nobody who talks with the bot should wait for.
 */
export async function reviewInProcess(list: ReviewList, stop: AbortSignal): Promise<string | null> {
  let printed = '';
  const end = await runIngestCommand(['review', '--json', list], true, stop, (line) => {
    printed = line;
  });
  return end.isDone ? printed : null;
}

function runIngestCommand(
  words: readonly string[],
  isYielding: boolean,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<ProcessEnd> {
  return runInProcess({ program: INGEST, words, isYielding, alsoDone: [UNFINISHED] }, stop, tell);
}
