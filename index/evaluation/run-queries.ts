import type { Embedder } from '../contracts.js';
import type { OpenRelease } from '../releases/open-release.js';
import { createConfidence } from '../search/confidence.js';
import type { Progress } from './embed-items.js';
import type { Outcome } from './measures.js';
import type { EvaluationQuery } from './read-corpus.js';

/** Asks a release every question. Items with the same answer stand on their own, as the relevance lists name them all. */
export async function runQueries(
  queries: readonly EvaluationQuery[],
  release: OpenRelease,
  embedder: Embedder,
  onProgress: Progress = () => {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    outcomes.push(outcomeOf(query, await embedder.embedQuestion(query.text), release));
    onProgress(outcomes.length, queries.length);
  }
  return outcomes;
}

function outcomeOf(query: EvaluationQuery, vector: Float32Array, release: OpenRelease): Outcome {
  const { index, rank, numberOf } = release;
  const relevant = new Set(query.relevant.map(numberOf));
  const ranked = rank({ text: query.text, vector });
  const place = ranked.findIndex(({ item }) => relevant.has(item));
  const [first] = ranked;
  const confidenceOf = createConfidence(ranked, (item) => index.answerOfItem[item] ?? 0);
  return {
    isAnswerable: query.relevant.length > 0,
    rank: place < 0 ? null : place + 1,
    probability: first ? confidenceOf(first).probability : 0,
  };
}
