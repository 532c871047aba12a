import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Embedder } from '../contracts.js';
import { createReleaseStore } from '../releases/create-release-store.js';
import { openRelease } from '../releases/open-release.js';
import { embedItems } from './embed-items.js';
import { type LabelledMeasures, measureWithLabels } from './label-draws.js';
import { type Measures, measure } from './measures.js';
import { readCorpus, readQueries } from './read-corpus.js';
import { runQueries, type ScoredOutcome } from './run-queries.js';

/** The figures of one set. */
export interface SetMeasures {
  /** Folder below the one that was named. */
  readonly set: string;
  readonly items: number;
  /** Of all its questions. */
  readonly all: Measures;
  /** Of every second question, which nothing was chosen on. */
  readonly report: Measures;
  /** Of the same, with labels drawn from the other half. */
  readonly labelled: readonly LabelledMeasures[];
}

/** Labels that a company may have: none, an afternoon's work, a well kept file. */
const LABELS = [0, 30, 100];

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

/** Measures one set: builds a release of its corpus in a temporary folder, as ingest does, and asks all its questions. */
export async function evaluateSet(
  directory: string,
  set: string,
  embedder: Embedder,
  wantedPrecision: number,
): Promise<SetMeasures> {
  const items = readCorpus(join(directory, set, 'corpus.jsonl'));
  const queries = readQueries(join(directory, set, 'queries.jsonl'));
  const temporary = mkdtempSync(join(tmpdir(), 'evaluate-'));
  try {
    const store = createReleaseStore({ directory: temporary, now: () => new Date() });
    const { id } = await store.build(await embedItems(items, embedder), embedder, { wantedPrecision });
    const release = await openRelease(temporary, id, embedder);
    try {
      const outcomes = await runQueries(queries, release, embedder);
      const { hiddenProbability } = release.calibration;
      const hiddenLogit = Math.log(hiddenProbability / Math.max(1e-9, 1 - hiddenProbability));
      return { set, items: items.length, ...halves(outcomes, wantedPrecision, hiddenLogit) };
    } finally {
      release.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function halves(outcomes: readonly ScoredOutcome[], wantedPrecision: number, hiddenLogit: number) {
  const fit = outcomes.filter((_, place) => place % 2 === 0);
  const report = outcomes.filter((_, place) => place % 2 === 1);
  return {
    all: measure(outcomes),
    report: measure(report),
    labelled: LABELS.map((labels) => measureWithLabels(fit, report, labels, wantedPrecision, hiddenLogit)),
  };
}
