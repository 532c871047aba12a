import type { Embedder } from '../contracts/embedder.js';
import { embedQuery } from '../embedder/embed-query.js';
import type { OpenRelease } from '../releases/open-release.js';
import { twinsIn } from '../search/confidence/confidence.js';
import { type AskedQuestion, UNLEARNED } from './learn-ranking.js';
import type { EvaluationSet } from './read-fields.js';
import { withRelease } from './with-release.js';

/** Builds a release of a set and asks it all its questions, for a model that has learned nothing yet. */
export async function collectEvidence(set: EvaluationSet, embedder: Embedder): Promise<AskedQuestion[]> {
  const { tokens } = embedder;
  if (!tokens) return [];
  const unlearned = { ...embedder, tokens: { ...tokens, ranking: UNLEARNED } };
  return withRelease(set.items, unlearned, {}, (release) => askAll(set, release, unlearned));
}

async function askAll(
  { queries }: EvaluationSet,
  { index, rank, numberOf }: OpenRelease,
  embedder: Embedder,
): Promise<AskedQuestion[]> {
  const twinOf = twinsIn(index);
  const asked: AskedQuestion[] = [];
  for (const { text, relevant } of queries) {
    const answers = new Set(relevant.map((id) => index.answerOfItem[numberOf(id) ?? -1]));
    const ranked = rank(await embedQuery(embedder, text));
    asked.push({
      found: ranked.flatMap(({ answer, item, evidence }) =>
        evidence ? [{ evidence, isRight: answers.has(answer), twin: twinOf(item) }] : [],
      ),
    });
  }
  return asked;
}
