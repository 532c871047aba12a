import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { round } from './machine.js';
import { readRealCorpus } from './scale-corpus.js';
import { multiplied } from './scale-perturb.js';
import { megabytes, openBundledEmbedder, peakMb, report, type ScaleOrder } from './scale-process.js';

/** What building took. `startMb` is what the process had before: the model and the sets. */
export interface BuildReport {
  readonly seconds: number;
  readonly startMb: number;
  readonly peakMb: number;
  readonly longestBlockMs: number;
  readonly releaseMb: number;
  readonly filesMb: Readonly<Record<string, number>>;
}

async function build({ sets, releases, items }: ScaleOrder): Promise<BuildReport> {
  const embedder = await openBundledEmbedder();
  const real = await readRealCorpus(sets, embedder);
  const store = createReleaseStore({ directory: releases, now: () => new Date() });
  const startMb = megabytes(process.memoryUsage().rss);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  const { id } = await store.build(multiplied(real.items, items), embedder);
  const seconds = round((performance.now() - startedAt) / 1000);
  delay.disable();
  store.publish(id);
  await embedder.close();
  const folder = join(releases, id);
  const sizes = readdirSync(folder).map((file) => [file, statSync(join(folder, file)).size] as const);
  return {
    seconds,
    startMb,
    peakMb: peakMb(),
    longestBlockMs: round(delay.max / 1e6),
    releaseMb: megabytes(sizes.reduce((sum, [, size]) => sum + size, 0)),
    filesMb: Object.fromEntries(sizes.map(([file, size]) => [file, megabytes(size)])),
  };
}

await report(build);
