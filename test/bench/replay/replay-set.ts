import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '../../../index/contracts/embedder.js';
import type { Item } from '../../../index/contracts/items.js';
import type { EmbeddedLabel } from '../../../index/contracts/labels.js';
import type { Hit } from '../../../index/contracts/search.js';
import { embedQuery } from '../../../index/embedder/embed-query.js';
import { embedItems } from '../../../index/evaluation/embed-items.js';
import { type EvaluationQuery, readCorpus, readQueries } from '../../../index/evaluation/read-corpus.js';
import { runQueries, type ScoredOutcome } from '../../../index/evaluation/run-queries.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../../../index/releases/open-release.js';
import { type Feedback, feedbackOf, sumOf } from './feedback.js';
import { fifthOf } from './fifth-of.js';
import { type Changes, changesBetween, figuresOf, meanOf, type ReplayFigures } from './figures.js';
import { type AskedBefore, learnFrom } from './learn-from.js';
import { LIARS, type Liars } from './liars.js';
import { verdictsOfTurn } from './verdicts-of-turn.js';

/** Before anything was learned, after all of it, each part of it alone, and all of it with liars among the customers. */
export const RUNS = [
  'before',
  'after',
  'wordings only',
  'curve only',
  'rejections only',
  ...LIARS.map((liars) => `lies: ${liars}` as const),
] as const;
export type Run = (typeof RUNS)[number];

/** One set; figures are means over the fifths that were the past. */
export interface SetReplay {
  readonly items: number;
  readonly questions: number;
  readonly fifths: number;
  readonly feedback: Feedback;
  readonly runs: Readonly<Record<Run, ReplayFigures & Changes>>;
}

interface PartReplay {
  readonly feedback: Feedback;
  readonly runs: Readonly<Record<Run, Measured>>;
}

interface Measured {
  readonly figures: ReplayFigures;
  readonly changes: Changes;
}

/**
 * Lets a fifth of a set's questions be past turns, and measures the other four fifths before and after.
 * @param folder with corpus.jsonl and queries.jsonl
 * @param fifths so many fifths are the past in turn, 1 to 5
 * @throws EVALUATION_FILE_INVALID
 */
export async function replaySet(folder: string, embedder: Embedder, fifths: number): Promise<SetReplay> {
  const items = readCorpus(join(folder, 'corpus.jsonl'));
  const queries = readQueries(join(folder, 'queries.jsonl'));
  const temporary = mkdtempSync(join(tmpdir(), 'bench-replay-'));
  try {
    const first = await release(temporary, items, [], embedder);
    try {
      const before = await runQueries(queries, first, embedder);
      const turns = await askAll(queries, items, first, embedder);
      const parts: PartReplay[] = [];
      for (let part = 0; part < fifths; part++) {
        const world = { temporary, items, queries, embedder, first, before, turns };
        parts.push(await replayPart(world, part));
      }
      return { items: items.length, questions: queries.length, fifths, ...together(parts) };
    } finally {
      first.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

interface World {
  readonly temporary: string;
  readonly items: readonly Item[];
  readonly queries: readonly EvaluationQuery[];
  readonly embedder: Embedder;
  readonly first: OpenRelease;
  /** What the first release says of each question. */
  readonly before: readonly ScoredOutcome[];
  /** What its customers would say of that. */
  readonly turns: readonly AskedBefore[];
}

async function replayPart(world: World, part: number): Promise<PartReplay> {
  const { items, queries, embedder, first } = world;
  const isPast = queries.map(({ text }) => fifthOf(text) === part);
  const turns = world.turns.filter((_, at) => isPast[at]);
  const rest = queries.filter((_, at) => !isPast[at]);
  const before = world.before.filter((_, at) => !isPast[at]);
  const folder = mkdtempSync(join(world.temporary, 'part-'));
  const lesson = await learnFrom(turns, items, folder, embedder, first.manifest);
  const measured = (outcomes: readonly ScoredOutcome[], { manifest }: OpenRelease) => ({
    figures: figuresOf(outcomes, manifest.bands.answer),
    changes: changesBetween(before, outcomes),
  });
  const ask = async (learned: OpenRelease) => measured(await runQueries(rest, learned, embedder), learned);
  const worded = await release(folder, lesson.items, [], embedder);
  const labelled = await release(folder, items, lesson.labels, embedder);
  const whole = await release(folder, lesson.items, lesson.labels, embedder);
  try {
    const lied = new Map<Run, Measured>();
    for (const liars of LIARS) {
      const own = mkdtempSync(join(folder, 'liars-'));
      const taught = await learnFrom(turns, items, own, embedder, first.manifest, liars);
      const learned = await release(own, taught.items, taught.labels, embedder);
      lied.set(`lies: ${liars}`, await ask(learned).finally(learned.close));
    }
    return {
      feedback: feedbackOf(turns, lesson),
      runs: {
        ...(Object.fromEntries(lied) as Record<`lies: ${Liars}`, Measured>),
        before: measured(before, first),
        after: await ask(whole),
        'wordings only': await ask(worded),
        // The curve of one release over the ranking of the other: labels bend the one and lower pairs in the other.
        'curve only': await ask(withConfidenceOf(labelled, first)),
        'rejections only': await ask(withConfidenceOf(first, labelled)),
      },
    };
  } finally {
    for (const learned of [worded, labelled, whole]) learned.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A release that ranks like one and is as sure as another. */
function withConfidenceOf({ manifest, calibration }: OpenRelease, ranking: OpenRelease): OpenRelease {
  return { ...ranking, manifest, calibration };
}

async function release(
  directory: string,
  items: readonly Item[],
  labels: readonly EmbeddedLabel[],
  embedder: Embedder,
): Promise<OpenRelease> {
  // Two builds of a second would have one name.
  const own = mkdtempSync(join(directory, 'releases-'));
  const store = createReleaseStore({ directory: own, now: () => new Date() });
  const { id } = await store.build(await embedItems(items, embedder), embedder, { labels });
  return openRelease(own, id, embedder);
}

/** More than the bot looks at, as its search gives them. */
const HITS = 5;

async function askAll(
  queries: readonly EvaluationQuery[],
  items: readonly Item[],
  { findHits, manifest }: OpenRelease,
  embedder: Embedder,
): Promise<AskedBefore[]> {
  const answerOf = new Map(items.map(({ id, answer }) => [id, answer]));
  const turns: AskedBefore[] = [];
  for (const { text, relevant } of queries) {
    const right = new Set(relevant.map((id) => answerOf.get(id)));
    const isRight = ({ item }: Hit) => right.has(item.answer);
    const hits = findHits(await embedQuery(embedder, text), { limit: HITS, exclude: [] });
    const found = { hits, bands: manifest.bands, releaseId: manifest.id };
    turns.push({ question: text, ...verdictsOfTurn(found, isRight) });
  }
  return turns;
}

function together(parts: readonly PartReplay[]): Pick<SetReplay, 'feedback' | 'runs'> {
  const runOf = (run: Run) => ({
    ...meanOf(parts.map(({ runs }) => runs[run].figures)),
    gained: mean(parts.map(({ runs }) => runs[run].changes.gained)),
    lost: mean(parts.map(({ runs }) => runs[run].changes.lost)),
  });
  return {
    feedback: sumOf(parts.map(({ feedback }) => feedback)),
    runs: Object.fromEntries(RUNS.map((run) => [run, runOf(run)])) as SetReplay['runs'],
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
