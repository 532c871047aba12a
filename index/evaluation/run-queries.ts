import type { Embedder } from '../contracts/embedder.js';
import { embedQuery } from '../embedder/embed-query.js';
import type { OpenRelease } from '../releases/open-release.js';
import { curveAtLogit } from '../search/confidence/calibration.js';
import { firstAnswer, twinsIn } from '../search/confidence/confidence.js';
import type { OnProgress } from './embed-items.js';
import type { Outcome } from './measures.js';
import type { EvaluationQuery } from './read-corpus.js';

/** What came back for a question, before and after the release's own curve. */
export interface ScoredOutcome extends Outcome {
  /** Of the first answer, by the shipped curve; null when nothing came back. */
  readonly logit: number | null;
  /** What the curve reads of the first answer; 0 when nothing came back. */
  readonly dense: number;
  readonly lead: number;
}

/** Asks a release every question. Items with the same answer are one answer, right if any of them is. */
export async function runQueries(
  queries: readonly EvaluationQuery[],
  release: OpenRelease,
  embedder: Embedder,
  onProgress: OnProgress = () => {},
): Promise<ScoredOutcome[]> {
  const outcomes: ScoredOutcome[] = [];
  for (const query of queries) {
    outcomes.push(await outcomeOf(query, release, embedder));
    onProgress(outcomes.length, queries.length);
  }
  return outcomes;
}

async function outcomeOf(
  { text, relevant }: EvaluationQuery,
  { index, rank, ranking, calibration, numberOf }: OpenRelease,
  embedder: Embedder,
): Promise<ScoredOutcome> {
  const ranked = rank(await embedQuery(embedder, text));
  const answers = new Set(
    relevant.flatMap((id) => {
      const item = numberOf(id);
      return item === null ? [] : [index.answerOfItem[item]];
    }),
  );
  const place = ranked.findIndex(({ answer }) => answers.has(answer));
  const first = firstAnswer(ranked, { twinOf: twinsIn(index), ranking });
  return {
    isAnswerable: relevant.length > 0,
    rank: place < 0 ? null : place + 1,
    logit: first?.logit ?? null,
    dense: first?.dense ?? 0,
    lead: first?.lead ?? 0,
    probability: first ? curveAtLogit(calibration.curve, first.logit) : 0,
  };
}
