import { fileURLToPath } from 'node:url';
import { recordIn } from '../../../index/platform/is-record.js';
import { runInProcess } from '../../../index/platform/processes/run-in-process.js';
import type { ShadowReport } from '../../contracts/content/desk-shadow.js';
import type { AttemptShadow, ShadowEnd } from '../../desk/releases/shadow-runs.js';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

/**
 * Runs "npm run shadow" in a process of its own at the lowest priority: two releases are opened and a model reads hundreds of questions,
 * which nobody who talks with the bot should wait for.
 * @param run what begins the process; the platform's own where not given
 */
export function createShadowProcess(run: typeof runInProcess = runInProcess): AttemptShadow {
  return async ({ releaseId, days }, stop, tell) => {
    let report: ShadowReport | null = null;
    const words = [`--release=${releaseId}`, `--days=${days}`, '--progress'];
    const end = await run({ program: PROGRAM, words, isYielding: true }, stop, (line) => {
      const said = recordIn(line) ?? {};
      if (typeof said.done === 'number' && typeof said.total === 'number') tell(said.done, said.total);
      // The same program of the same version wrote it.
      if (said.report) report = said.report as ShadowReport;
    });
    return endOf(end, report);
  };
}

function endOf(end: Awaited<ReturnType<typeof runInProcess>>, report: ShadowReport | null): ShadowEnd {
  if (!end.isDone) return { isDone: false, code: end.code };
  return report === null ? { isDone: false, code: 'NO_REPORT' } : { isDone: true, report };
}
