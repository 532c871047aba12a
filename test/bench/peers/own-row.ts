import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type OwnTimes, readOwnTimes } from './own-times.js';
import type { NoRow, PeerRow } from './peer-row.js';

/** Our own program's name in the table. */
export const OWN = 'this program';

/** What `evaluate` of the built program says of a set; its times are those of benchmark `scale`. */
export function measureOwn(setFolder: string): PeerRow | NoRow {
  const files = ['corpus', 'queries'].flatMap((name) => [`--${name}`, join(setFolder, `${name}.jsonl`)]);
  try {
    const words = [resolve('dist/bot/evaluation/main.js'), ...files, '--json'];
    const said = execFileSync(process.execPath, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return ownRow(JSON.parse(said), readOwnTimes());
  } catch (error) {
    return { reason: `evaluate failed with ${String((error as { status?: unknown }).status)}` };
  }
}

/**
 * Picks the figures of the table, by name, out of what `evaluate --json` says.
 * It counts places in items where peers' are counted in answers, which can only make our own smaller.
 */
export function ownRow(said: Readonly<Record<string, unknown>>, times: OwnTimes): PeerRow {
  const figure = (name: string) => (typeof said[name] === 'number' ? said[name] : null);
  const atThreshold = { precision: figure('precision'), falseAccepts: figure('falseAccepts') };
  return {
    hit1: figure('hit1') ?? 0,
    hit3: figure('hit3') ?? 0,
    mrr: figure('mrr') ?? 0,
    auroc: figure('auroc'),
    cov90: figure('cov90') ?? 0,
    cov90By: 'score',
    atThreshold: Object.values(atThreshold).every((value) => value === null) ? null : atThreshold,
    buildSeconds: null,
    ...times,
  };
}
