import { createRequire } from 'node:module';
import { join } from 'node:path';
import { quantile, round } from '../machine.js';
import { askPeer } from './ask-peer.js';
import { PEERS } from './peer-list.js';
import type { NoRow, PeerRow } from './peer-row.js';
import { readQuestionSet } from './question-set.js';
import type { PeerTask } from './run-peer.js';
import { scoreRun } from './score-run.js';

process.once('message', (task) => {
  void measurePeer(task as PeerTask)
    .catch((error: unknown): NoRow => {
      // The message may name a folder of this machine, which has no place in a result.
      console.error(error);
      return { reason: error instanceof Error ? `failed with ${error.name}` : 'failed' };
    })
    .then((row) => {
      process.send?.(row, () => process.disconnect());
    });
});

async function measurePeer({ peer: name, setFolder, packagesFolder }: PeerTask): Promise<PeerRow | NoRow> {
  const entry = PEERS.find((known) => known.name === name);
  if (!entry) return { reason: 'unknown' };
  const set = readQuestionSet(setFolder);
  const load = createRequire(join(packagesFolder, 'package.json'));
  const run = await askPeer(await entry.open({ language: set.language, load }), set);
  return {
    ...scoreRun(set, run.hits, entry.threshold),
    buildSeconds: round(run.buildSeconds),
    p50Ms: round(quantile(run.milliseconds, 0.5)),
    p95Ms: round(quantile(run.milliseconds, 0.95)),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}
