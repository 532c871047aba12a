import { loadavg } from 'node:os';
import type { Embedder } from '../../index/contracts/embedder.js';
import { openKnowledgeBase } from '../../index/knowledge-base.js';
import { silentLog } from '../../index/platform/log.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { openRelease } from '../../index/releases/open-release.js';
import { quantile, round } from './machine.js';
import { type RealQuery, readRealCorpus } from './scale-corpus.js';
import { megabytes, openBundledEmbedder, report, type ScaleOrder } from './scale-process.js';

/** Searches before anything is measured, so that code is compiled and files are in the system's memory. */
const WARMING_UP = 100;

export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** What the processors spent on it, in all threads: what remains of the time when the machine does nothing else. */
  readonly cpuP50Ms: number;
  readonly cpuP95Ms: number;
}

export interface SearchReport {
  /** Processes that wanted a processor in the minute before: above the number of cores, times are those of a queue. */
  readonly load: number;
  readonly openMs: number;
  /** The whole process (resident), the model of the embedder with it. */
  readonly memoryMb: { readonly model: number; readonly opened: number; readonly searched: number };
  readonly arrayBuffersMb: number;
  /** With the question's vector at hand; it is one piece of work, so `maxMs` is how long others waited at most. */
  readonly withoutEmbedding: Times;
  readonly withEmbedding: Times;
  /** Share of the full scan's best that the candidates had among their best. */
  readonly recallAt1: number;
  readonly recallAt10: number;
}

async function search({ sets, releases }: ScaleOrder): Promise<SearchReport> {
  const embedder = await openBundledEmbedder();
  const { queries } = await readRealCorpus(sets, embedder);
  await embedder.embedQuestion('a first question');
  const model = rssMb();
  const load = round(loadavg()[0] ?? 0);
  const ready = new Map(queries.map((query) => [query.text, query]));
  let isReady = true;
  const { tokens = null } = embedder;
  const either: Embedder = {
    ...embedder,
    tokens: tokens && {
      ...tokens,
      async readQuestion(text) {
        const known = isReady ? ready.get(text) : undefined;
        return known?.tokens ? { vector: known.vector, tokens: known.tokens } : tokens.readQuestion(text);
      },
    },
  };
  const startedAt = performance.now();
  const knowledge = await openKnowledgeBase({ directory: releases, embedder: either, log: silentLog });
  const openMs = round(performance.now() - startedAt);
  const opened = rssMb();
  // The passage of the best hit belongs to an answer; it is chosen when it is looked at.
  const ask = async ({ text }: RealQuery) => (await knowledge.search(text)).hits[0]?.passage;
  await timesOf(queries.slice(0, WARMING_UP), ask);
  const withoutEmbedding = await timesOf(queries, ask);
  isReady = false;
  const withEmbedding = await timesOf(queries, ask);
  const { rss, arrayBuffers } = process.memoryUsage();
  await knowledge.close();
  const recall = await recallOf(releases, embedder, queries);
  await embedder.close();
  return {
    load,
    openMs,
    memoryMb: { model, opened, searched: megabytes(rss) },
    arrayBuffersMb: megabytes(arrayBuffers),
    withoutEmbedding,
    withEmbedding,
    ...recall,
  };
}

async function timesOf(
  queries: readonly RealQuery[],
  ask: (query: RealQuery) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = [];
  const spent: number[] = [];
  for (const query of queries) {
    const spentBefore = process.cpuUsage();
    const startedAt = performance.now();
    await ask(query);
    times.push(performance.now() - startedAt);
    const { user, system } = process.cpuUsage(spentBefore);
    spent.push((user + system) / 1000);
    // Each search on its own: what the one before left behind is done with.
    await new Promise(setImmediate);
  }
  const at = (share: number, of = times) => round(quantile(of, share));
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    maxMs: at(1),
    cpuP50Ms: at(0.5, spent),
    cpuP95Ms: at(0.95, spent),
  };
}

async function recallOf(releases: string, embedder: Embedder, queries: readonly RealQuery[]) {
  const store = createReleaseStore({ directory: releases, now: () => new Date() });
  const release = await openRelease(releases, store.currentId() ?? '', embedder);
  let first = 0;
  let ten = 0;
  let tenOf = 0;
  for (const query of queries) {
    const best = (mode: 'scan' | 'propose') => release.rank(query, { mode }).slice(0, 10);
    const [exact, found] = [best('scan'), best('propose')];
    if (exact[0]?.answer === found[0]?.answer) first += 1;
    const answers = new Set(found.map(({ answer }) => answer));
    ten += exact.filter(({ answer }) => answers.has(answer)).length;
    tenOf += exact.length;
  }
  release.close();
  return {
    recallAt1: Math.round((1e4 * first) / queries.length) / 1e4,
    recallAt10: Math.round((1e4 * ten) / tenOf) / 1e4,
  };
}

function rssMb(): number {
  return megabytes(process.memoryUsage().rss);
}

await report(search);
