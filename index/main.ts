import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from './contracts.js';
import { indexErrors } from './errors.js';
import { evaluateCorpus, evaluateRelease } from './evaluation/evaluate.js';
import { askSet, findSets, measureSets, type SetOutcomes } from './evaluation/evaluate-sets.js';
import { formatEvaluation, jsonLine } from './evaluation/format-evaluation.js';
import { formatSets } from './evaluation/format-sets.js';
import { readCorpus, readQueries } from './evaluation/read-corpus.js';
import { createReleaseStore, embedderOptions, openEmbedder, openKnowledgeBase } from './knowledge-base.js';
import { isCoded } from './platform/errors.js';
import { createLog } from './platform/log.js';
import { parseSettings } from './platform/settings.js';
import { type IndexSettings, indexSettings } from './settings.js';

const USAGE = `Usage:
  npm run ask -- "question"
  node dist/index/main.js status
  npm run evaluate -- --corpus FILE --queries FILE… [--json]
  npm run evaluate -- --live --queries FILE… [--split report] [--json]
  npm run evaluate -- --all DIR [--json]`;

if (existsSync('.env')) process.loadEnvFile('.env');
const settings = readSettings();
const directory = join(settings.RUNTIME_DIR, 'releases');

const commands: Readonly<Record<string, (words: string[]) => Promise<void>>> = { ask, status, evaluate };

try {
  const [command = 'status', ...words] = process.argv.slice(2);
  const run = commands[command];
  if (!run) throw indexErrors.COMMAND_UNKNOWN({ command, known: Object.keys(commands).join(', ') });
  await run(words);
} catch (error) {
  console.error(isCoded(error) ? `${error.code}: ${error.message}` : isUsage(error) ? USAGE : error);
  process.exitCode = 1;
}

function readSettings(): IndexSettings {
  try {
    return parseSettings(indexSettings, process.env);
  } catch (error) {
    console.error(isCoded(error) ? `${error.code}: ${error.message}` : error);
    process.exit(1);
  }
}

/** Prints the best answers to a question. */
async function ask(words: string[]): Promise<void> {
  const question = words.join(' ').trim();
  if (question === '') return console.log(USAGE);
  await withEmbedder(async (embedder) => {
    const log = createLog('silent');
    const knowledgeBase = await openKnowledgeBase({
      directory,
      embedder,
      log,
      wantedPrecision: settings.WANTED_PRECISION,
      answerThreshold: settings.ANSWER_THRESHOLD,
    });
    try {
      const { hits, bands, releaseId } = await knowledgeBase.search(question, { limit: 3 });
      console.log(`Release ${releaseId}; answers from ${bands.answer}\n`);
      for (const { item, confidence, passage, isPart } of hits) {
        console.log(`${confidence.probability.toFixed(3)} (${confidence.reason})  ${item.question}`);
        console.log(`${passage}${isPart ? '\n[part of the answer]' : ''}`);
        console.log(`-- ${item.author.name}, ${item.answeredAt ?? 'no date'}, ${item.url ?? item.id}\n`);
      }
    } finally {
      await knowledgeBase.close();
    }
  });
}

/** Prints what the live release says of itself. */
async function status(): Promise<void> {
  const store = createReleaseStore({ directory, now: () => new Date() });
  const id = store.currentId();
  const manifest = store.list().find((release) => release.id === id);
  if (!manifest) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
  console.log(JSON.stringify(manifest, null, 2));
}

/** Measures a corpus, or the live release, with questions whose answers are known. */
async function evaluate(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    // `--queries data/evaluation/*.jsonl` reaches us as one option and some words.
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string', multiple: true, default: [] },
      all: { type: 'string' },
      live: { type: 'boolean', default: false },
      split: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { all, corpus, live, split, json } = values;
  if (all !== undefined) return evaluateAll(all, json);
  const files = [...values.queries, ...positionals];
  if (files.length === 0 || (corpus === undefined) === !live) return console.log(USAGE);
  const queries = files.flatMap((file) => readQueries(file, split ?? null));
  await withEmbedder(async (embedder) => {
    const evaluation =
      corpus === undefined
        ? await evaluateRelease(directory, liveId(), queries, embedder, showProgress)
        : await evaluateCorpus(readCorpus(corpus), queries, embedder, showProgress);
    console.log(json ? jsonLine(evaluation.measures) : formatEvaluation(evaluation));
  });
}

/** Measures every set below a folder, each with a release of its own. */
async function evaluateAll(directory: string, isJson: boolean): Promise<void> {
  await withEmbedder(async (embedder) => {
    const sets: SetOutcomes[] = [];
    for (const set of findSets(directory)) {
      sets.push(await askSet(directory, set, embedder, settings.WANTED_PRECISION));
      process.stderr.write(`${set} done\n`);
    }
    const measures = measureSets(sets, settings.WANTED_PRECISION);
    console.log(isJson ? jsonLine(measures) : formatSets(measures, settings.WANTED_PRECISION));
  });
}

function liveId(): string {
  const id = createReleaseStore({ directory, now: () => new Date() }).currentId();
  if (id === null) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
  return id;
}

async function withEmbedder(run: (embedder: Embedder) => Promise<void>): Promise<void> {
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
