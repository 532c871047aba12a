import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from '../../index/contracts.js';
import {
  askSet,
  createReleaseStore,
  embedderOptions,
  evaluateCorpus,
  evaluateRelease,
  findSets,
  formatEvaluation,
  formatSets,
  type IndexSettings,
  indexSettings,
  jsonLine,
  measureSets,
  openEmbedder,
  openHearing,
  readCorpus,
  readFields,
  readQueries,
  readSet,
  type SearchedSet,
  type SetOutcomes,
  searchRelease,
  searchSet,
} from '../../index/knowledge-base.js';
import { isCoded } from '../../index/platform/errors.js';
import { parseSettings } from '../../index/platform/settings.js';
import { botErrors } from '../errors.js';
import { readSafetyTexts } from '../safety-texts.js';
import { type SetView, viewSet } from './customer-view.js';
import { formatViews } from './format-views.js';

const USAGE = `Usage:
  npm run evaluate -- --corpus FILE --queries FILE… [--json]
  npm run evaluate -- --live --queries FILE… [--split report] [--json]
  npm run evaluate -- --all DIR [--json]
  npm run evaluate -- --fields DIR [--split report] [--json]
  npm run evaluate -- --view DIR [--json]`;

/** Labels that a company may have: none, or an afternoon's work. */
const LABELS = [0, 30];

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const settings = parseSettings(indexSettings, process.env);
  await evaluate(settings, process.argv.slice(2));
} catch (error) {
  console.error(isCoded(error) ? `${error.code}: ${error.message}` : isUsage(error) ? USAGE : error);
  process.exitCode = 1;
}

/**
 * Measures a corpus, the live release or many sets with questions whose answers are known: what the index finds, and what
 * customers see of it by the bot's own decisions.
 */
async function evaluate(settings: IndexSettings, words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    // `--queries data/evaluation/*.jsonl` reaches us as one option and some words.
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string', multiple: true, default: [] },
      all: { type: 'string' },
      fields: { type: 'string' },
      view: { type: 'string' },
      live: { type: 'boolean', default: false },
      split: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { all, corpus, fields, live: isLive, split, view, json } = values;
  const wanted = settings.WANTED_PRECISION;
  const files = [...values.queries, ...positionals];
  const isOfSets = all !== undefined || fields !== undefined || view !== undefined;
  if (!isOfSets && (files.length === 0 || (corpus === undefined) === !isLive)) return console.log(USAGE);
  await withEmbedder(settings, async (embedder) => {
    const hear = openHearing({ path: settings.CLASSIFIERS, embedder: embedder.id });
    const safetyTexts = readSafetyTexts();
    const viewOf = (searched: SearchedSet, counts: readonly number[]): SetView => ({
      set: searched.name,
      items: searched.items,
      byLabels: counts
        .filter((labels) => labels === 0 || labels < searched.questions.length)
        .map((labels) => ({ labels, byKind: viewSet(searched, labels, safetyTexts, hear) })),
    });
    if (fields !== undefined || view !== undefined) {
      const sets =
        fields === undefined
          ? findSets(view ?? '').map((name) => readSet(view ?? '', name))
          : readFields(fields, split ?? 'report');
      const views: SetView[] = [];
      for (const set of sets) {
        views.push(viewOf(await searchSet(set, embedder, wanted), LABELS));
        process.stderr.write(`${set.name} done\n`);
      }
      return console.log(json ? jsonLine(views) : formatViews(views));
    }
    if (all !== undefined) {
      const sets: SetOutcomes[] = [];
      for (const set of findSets(all)) {
        sets.push(await askSet(readSet(all, set), embedder, wanted));
        process.stderr.write(`${set} done\n`);
      }
      const measures = measureSets(sets, wanted);
      return console.log(json ? jsonLine(measures) : formatSets(measures, wanted));
    }
    const queries = files.flatMap((file) => readQueries(file, split ?? null));
    const directory = join(settings.RUNTIME_DIR, 'releases');
    if (corpus !== undefined) {
      const evaluation = await evaluateCorpus(readCorpus(corpus), queries, embedder, showProgress);
      return console.log(json ? jsonLine(evaluation.measures) : formatEvaluation(evaluation));
    }
    const live = liveId(directory);
    const evaluation = await evaluateRelease(directory, live, queries, embedder, showProgress);
    // The labels of the release are in its curve already.
    const seen = viewOf(await searchRelease(directory, live, queries, embedder), [0]);
    console.log(
      json
        ? jsonLine({ ...evaluation.measures, view: seen.byLabels[0]?.byKind })
        : `${formatEvaluation(evaluation)}\n\n${formatViews([seen])}`,
    );
  });
}

function liveId(directory: string): string {
  const id = createReleaseStore({ directory, now: () => new Date() }).currentId();
  if (id === null) throw botErrors.NOTHING_TO_EVALUATE({ directory });
  return id;
}

async function withEmbedder(
  settings: IndexSettings,
  run: (embedder: Embedder) => Promise<void>,
): Promise<void> {
  const embedder = await openEmbedder(embedderOptions(settings));
  try {
    await run(embedder);
  } finally {
    await embedder.close();
  }
}

/** Whether options were given that there are not. */
function isUsage(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY || (done % 10 !== 0 && done !== total)) return;
  process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
}
