import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BuildReport } from './scale-build.js';
import { inFreshProcess } from './scale-process.js';
import type { SearchReport } from './scale-search.js';

const SIZES = [1_000, 10_000, 100_000];

/** What the items are, said in the result. */
const ITEMS =
  'real questions and answers of public sets, multiplied with edited words; the copies are not embedded: their vectors are the originals moved to cosines from .85 to .97 along differences between real items, and vectors of sentences are those of their passages, moved likewise';

/**
 * Build, size, memory, speed and candidates' recall of releases of 1,000, 10,000 and 100,000 items, each build and each
 * search in a process of its own.
 * @param directory folder of the public sets; `DIR@1000+10000` for other numbers of items
 */
export async function measureScale(directory: string) {
  const [sets = '', wanted] = directory.split('@');
  const sizes = wanted ? wanted.split('+').map(Number) : SIZES;
  const rows = [];
  for (const items of sizes) {
    const releases = mkdtempSync(join(tmpdir(), 'bench-scale-'));
    try {
      const order = { sets: resolve(sets), releases, items };
      const build = await inFreshProcess<BuildReport>('./scale-build.js', order);
      const search = await inFreshProcess<SearchReport>('./scale-search.js', order);
      rows.push({ items, build, search });
    } finally {
      rmSync(releases, { recursive: true, force: true });
    }
  }
  console.table(rows.map(({ items, build, search }) => tableRow(items, build, search)));
  return { of: ITEMS, rows };
}

function tableRow(items: number, build: BuildReport, search: SearchReport) {
  return {
    items,
    'build s': build.seconds,
    'peak MB': build.peakMb,
    'release MB': build.releaseMb,
    'open ms': search.openMs,
    'memory MB': search.memoryMb.searched,
    'p50/p95 ms': `${search.withoutEmbedding.p50Ms} / ${search.withoutEmbedding.p95Ms}`,
    'with embedding': `${search.withEmbedding.p50Ms} / ${search.withEmbedding.p95Ms}`,
    'longest ms': search.withoutEmbedding.maxMs,
    'recall@10': search.recallAt10,
    'recall@1': search.recallAt1,
  };
}
