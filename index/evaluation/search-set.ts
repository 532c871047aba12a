import type { Embedder, TextVectors } from '../contracts/embedder.js';
import type { SearchResult } from '../contracts/search.js';
import { embedQuery } from '../embedder/embed-query.js';
import { type OpenRelease, openRelease } from '../releases/open-release.js';
import { bandsFor } from '../search/confidence/bands.js';
import { curveAtLogit, fitCurve } from '../search/confidence/calibration.js';
import { shuffled } from './label-draws.js';
import type { EvaluationQuery } from './read-corpus.js';
import type { EvaluationSet } from './read-fields.js';
import { withRelease } from './with-release.js';

/** A question of a set with what the index found, as a server without labels would be given it. */
export interface SearchedQuestion {
  readonly query: EvaluationQuery;
  /** Of the question, uncentred. */
  readonly vectors: TextVectors;
  readonly found: SearchResult;
  /** Whether an item answers it, also by giving the same answer as one that does. */
  readonly isRight: (itemId: string) => boolean;
}

export interface SearchedSet {
  readonly name: string;
  readonly items: number;
  readonly questions: readonly SearchedQuestion[];
  readonly wantedPrecision: number;
  /** What four in five of the corpus's own questions do not reach while their answer is hidden, by the shipped curve. */
  readonly hiddenProbability: number;
}

/** Hits that are asked for, as a server does. */
const HITS = 5;

/** Builds a release of a set, as ingest does, and searches all its questions. */
export async function searchSet(
  { name, items, queries }: EvaluationSet,
  embedder: Embedder,
  wantedPrecision: number,
): Promise<SearchedSet> {
  return withRelease(items, embedder, { wantedPrecision }, async (release) => {
    const questions: SearchedQuestion[] = [];
    for (const query of queries) questions.push(await search(query, release, embedder));
    const { hiddenProbability } = release.calibration;
    return { name, items: items.length, questions, wantedPrecision, hiddenProbability };
  });
}

/**
 * Searches a release that is there, as its server does.
 * @throws RELEASE_NOT_FOUND, RELEASE_OUTDATED, RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH
 */
export async function searchRelease(
  directory: string,
  id: string,
  queries: readonly EvaluationQuery[],
  embedder: Embedder,
): Promise<SearchedSet> {
  const release = await openRelease(directory, id, embedder);
  try {
    const questions: SearchedQuestion[] = [];
    for (const query of queries) questions.push(await search(query, release, embedder));
    const { items, wantedPrecision } = release.manifest;
    const { hiddenProbability } = release.calibration;
    return { name: 'live', items, questions, wantedPrecision, hiddenProbability };
  } finally {
    release.close();
  }
}

async function search(
  query: EvaluationQuery,
  { index, findHits, manifest, numberOf }: OpenRelease,
  embedder: Embedder,
): Promise<SearchedQuestion> {
  const answerOf = (id: string) => index.answerOfItem[numberOf(id) ?? -1] ?? -1;
  const answers = new Set(query.relevant.map(answerOf));
  const read = await embedQuery(embedder, query.text);
  const hits = findHits(read, { limit: HITS, exclude: [] });
  // All that is asked of the release is asked now: it is closed when the questions are looked at.
  const right = new Set(hits.map(({ item }) => item.id).filter((id) => answers.has(answerOf(id))));
  return {
    query,
    vectors: read,
    found: {
      // Copied with all that is chosen when it is first looked at.
      hits: hits.map((hit) => ({ ...hit })),
      bands: manifest.bands,
      releaseId: manifest.id,
    },
    isRight: (itemId) => right.has(itemId),
  };
}

const DRAWS = 20;

/**
 * The questions as a server with so many labels would be given them, drawn from the set's own and left out of it: as many
 * draws as are worth averaging, one where there are no labels. Draws are seeded.
 */
export function drawLabels(set: SearchedSet, labels: number): SearchedQuestion[][] {
  if (labels === 0) return [[...set.questions]];
  return Array.from({ length: DRAWS }, (_, draw) => {
    const order = shuffled(set.questions, draw);
    const curve = fitCurve(
      order.slice(0, labels).flatMap(({ found, isRight }) => {
        const [first] = found.hits;
        if (!first) return [];
        const logit = logitOf(first.confidence.probability);
        return [{ logit, isRight: isRight(first.item.id), weight: 1 }];
      }),
    );
    const hiddenProbability = curveAtLogit(curve, logitOf(set.hiddenProbability));
    const bands = bandsFor({ wantedPrecision: set.wantedPrecision, hiddenProbability, labels });
    return order.slice(labels).map((question) => ({
      ...question,
      found: {
        ...question.found,
        bands,
        hits: question.found.hits.map((hit) => {
          const probability = curveAtLogit(curve, logitOf(hit.confidence.probability));
          return { ...hit, confidence: { ...hit.confidence, probability } };
        }),
      },
    }));
  });
}

function logitOf(probability: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inside / (1 - inside));
}
