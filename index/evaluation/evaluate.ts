import type { Embedder } from '../contracts/embedder.js';
import type { Item } from '../contracts/items.js';
import type { Bands } from '../contracts/search.js';
import { type OpenRelease, openRelease } from '../releases/open-release.js';
import type { OnProgress } from './embed-items.js';
import { type Measures, measure, measureAt, type Outcome, type ThresholdMeasures } from './measures.js';
import type { EvaluationQuery } from './read-corpus.js';
import { runQueries } from './run-queries.js';
import { withRelease } from './with-release.js';

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
  onProgress?: OnProgress,
): Promise<Evaluation> {
  const ask = (release: OpenRelease) => evaluateOpen(release, queries, embedder, onProgress);
  return withRelease(items, embedder, {}, ask, onProgress);
}

/** Measures a release that is there. */
export async function evaluateRelease(
  directory: string,
  id: string,
  queries: readonly EvaluationQuery[],
  embedder: Embedder,
  onProgress?: OnProgress,
): Promise<Evaluation> {
  const release = await openRelease(directory, id, embedder);
  try {
    return await evaluateOpen(release, queries, embedder, onProgress);
  } finally {
    release.close();
  }
}

async function evaluateOpen(
  release: OpenRelease,
  queries: readonly EvaluationQuery[],
  embedder: Embedder,
  onProgress?: OnProgress,
): Promise<Evaluation> {
  const outcomes: Outcome[] = await runQueries(queries, release, embedder, onProgress);
  const { bands } = release.manifest;
  return { measures: measure(outcomes), bands, atThreshold: measureAt(outcomes, bands.answer) };
}
