import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Embedder } from '../contracts/embedder.js';
import { logitOf } from '../search/confidence/confidence.js';
import { fitShipped } from './fit-shipped.js';
import { type LabelledMeasures, measureWithLabels } from './label-draws.js';
import { type Measures, measure } from './measures.js';
import { readCorpus, readQueries } from './read-corpus.js';
import type { EvaluationSet } from './read-fields.js';
import { runQueries, type ScoredOutcome } from './run-queries.js';
import { withRelease } from './with-release.js';

/** The figures of one set. */
export interface SetMeasures {
  /** Folder below the one that was named. */
  readonly set: string;
  readonly items: number;
  /** Of all its questions, with the shipped constants. */
  readonly all: Measures;
  /** Of every second question, which the shipped constants were not fitted on. */
  readonly report: Measures;
  /** As a community that was never seen: with constants fitted on the other collections, and so many labels of its own. */
  readonly unseen: readonly LabelledMeasures[];
}

/** The outcomes of one set. */
export interface SetOutcomes {
  readonly set: string;
  readonly items: number;
  readonly outcomes: readonly ScoredOutcome[];
  /** What four in five of the corpus's own questions do not reach while their answer is hidden. */
  readonly hiddenLogit: number;
}

/** Labels that a company may have: none, an afternoon's work, a well kept file. */
const LABELS = [0, 30, 100];

/**
 * Measures sets that were asked all their questions. Sets of one collection (the first folder of their path) are never
 * fitted for each other.
 */
export function measureSets(sets: readonly SetOutcomes[], wantedPrecision: number): SetMeasures[] {
  return sets.map(({ set, items, outcomes, hiddenLogit }) => {
    const others = sets.filter((other) => collectionOf(other.set) !== collectionOf(set));
    const constants = others.length === 0 ? undefined : fitShipped(others.map((other) => other.outcomes));
    const unseen = outcomes.map((outcome) => ({
      ...outcome,
      logit: outcome.logit === null ? null : logitOf(outcome.dense, outcome.lead, constants),
    }));
    return {
      set,
      items,
      all: measure(outcomes),
      report: measure(outcomes.filter((_, place) => place % 2 === 1)),
      unseen: LABELS.filter((labels) => labels < outcomes.length).map((labels) =>
        measureWithLabels(unseen, labels, wantedPrecision, hiddenLogit),
      ),
    };
  });
}

function collectionOf(set: string): string {
  return set.split('/')[0] ?? set;
}

/** Folders below `directory`, at most two deep, that hold a corpus and its questions. */
export function findSets(directory: string): string[] {
  const below = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  const isSet = (folder: string) =>
    ['corpus.jsonl', 'queries.jsonl'].every((file) => existsSync(join(folder, file)));
  return below(directory)
    .flatMap((folder) => [folder, ...below(folder)])
    .filter(isSet)
    .map((folder) => relative(directory, folder))
    .sort();
}

/** Reads a set below a folder. @throws EVALUATION_FILE_INVALID */
export function readSet(directory: string, name: string): EvaluationSet {
  return {
    name,
    items: readCorpus(join(directory, name, 'corpus.jsonl')),
    queries: readQueries(join(directory, name, 'queries.jsonl')),
  };
}

/** Asks a release of a set's corpus all its questions. */
export async function askSet(
  { name, items, queries }: EvaluationSet,
  embedder: Embedder,
  wantedPrecision: number,
): Promise<SetOutcomes> {
  return withRelease(items, embedder, { wantedPrecision }, async (release) => {
    const outcomes = await runQueries(queries, release, embedder);
    const { hiddenProbability } = release.calibration;
    const hiddenLogit = Math.log(hiddenProbability / Math.max(1e-9, 1 - hiddenProbability));
    return { set: name, items: items.length, outcomes, hiddenLogit };
  });
}
