import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bands, Embedder, Item } from '../contracts.js';
import { createReleaseStore } from '../releases/create-release-store.js';
import { openRelease } from '../releases/open-release.js';
import { embedItems, type Progress } from './embed-items.js';
import { type Measures, measure, measureAt, type Outcome, type ThresholdMeasures } from './measures.js';
import type { EvaluationQuery } from './read-corpus.js';
import { runQueries } from './run-queries.js';

export interface Evaluation {
  readonly measures: Measures;
  readonly bands: Bands;
  /** What the release's own threshold would do. */
  readonly atThreshold: ThresholdMeasures;
}

/** Measures a corpus with its questions: builds a release from it in a temporary folder, as ingest does, and asks it. */
export async function evaluateCorpus(
  items: readonly Item[],
  queries: readonly EvaluationQuery[],
  embedder: Embedder,
  onProgress?: Progress,
): Promise<Evaluation> {
  const directory = mkdtempSync(join(tmpdir(), 'evaluate-'));
  try {
    const store = createReleaseStore({ directory, now: () => new Date() });
    const { id } = await store.build(await embedItems(items, embedder, onProgress), embedder);
    return await evaluateRelease(directory, id, queries, embedder, onProgress);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Measures a release that is there. */
export async function evaluateRelease(
  directory: string,
  id: string,
  queries: readonly EvaluationQuery[],
  embedder: Embedder,
  onProgress?: Progress,
): Promise<Evaluation> {
  const release = await openRelease(directory, id, embedder);
  try {
    const outcomes: Outcome[] = await runQueries(queries, release, embedder, onProgress);
    const { bands } = release.manifest;
    return { measures: measure(outcomes), bands, atThreshold: measureAt(outcomes, bands.answer) };
  } finally {
    release.close();
  }
}
