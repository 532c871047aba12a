import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openHearing } from '../../index/classifiers/open-hearing.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { findSets, readSet } from '../../index/evaluation/evaluate-sets.js';
import { jsonLine } from '../../index/evaluation/format-evaluation.js';
import { readCorpus, readQueries } from '../../index/evaluation/read-corpus.js';
import { readFields } from '../../index/evaluation/read-fields.js';
import { printableError } from '../../index/platform/errors.js';
import { parseSettings } from '../../index/platform/settings.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';
import { botSettings } from '../settings.js';
import { readDialogues } from './dialogues/read-dialogues.js';
import {
  type EvaluationParts,
  type EvaluationSettings,
  type Measured,
  measureCorpus,
  measureDialogues,
  measureLive,
  measureQuality,
  measureViews,
} from './measure.js';

const USAGE = `Usage:
  npm run evaluate -- --corpus FILE --queries FILE… [--json]
  npm run evaluate -- --live --queries FILE… [--split report] [--json]
  npm run evaluate -- --live --dialogues FILE… [--split report] [--json]
  npm run evaluate -- --all DIR [--json]
  npm run evaluate -- --fields DIR [--split report] [--json]
  npm run evaluate -- --view DIR [--json]`;

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await evaluate(process.argv.slice(2));
} catch (error) {
  console.error(isUsage(error) ? USAGE : printableError(error));
  process.exitCode = 1;
}

/** Measures what the words of the command name, and prints it. */
async function evaluate(words: string[]): Promise<void> {
  const settings = parseSettings({ ...indexSettings, ...botSettings }, process.env);
  const named = readWords(words);
  const measure = measurementOf(named);
  if (!measure) return console.log(USAGE);
  const { figures, text } = await withParts(settings, measure);
  console.log(named.json ? jsonLine(figures) : text);
}

type Named = ReturnType<typeof readWords>;

function readWords(words: string[]) {
  const { values, positionals } = parseArgs({
    args: words,
    // `--queries data/evaluation/*.jsonl` reaches us as one option and some words.
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string', multiple: true, default: [] },
      dialogues: { type: 'string', multiple: true, default: [] },
      all: { type: 'string' },
      fields: { type: 'string' },
      view: { type: 'string' },
      live: { type: 'boolean', default: false },
      split: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const isOfDialogues = values.dialogues.length > 0;
  return {
    ...values,
    queries: [...values.queries, ...(isOfDialogues ? [] : positionals)],
    dialogues: [...values.dialogues, ...(isOfDialogues ? positionals : [])],
  };
}

/** What is measured; null where that is not said, or only by half. */
function measurementOf(named: Named): ((parts: EvaluationParts) => Promise<Measured>) | null {
  const { all, corpus, fields, live: isLive, split = null, view } = named;
  if (fields !== undefined) return (parts) => measureViews(readFields(fields, split ?? 'report'), parts);
  if (view !== undefined) return (parts) => measureViews(setsIn(view), parts);
  if (all !== undefined) return (parts) => measureQuality(setsIn(all), parts);
  if (named.queries.length + named.dialogues.length === 0 || (corpus === undefined) === !isLive) return null;
  if (named.dialogues.length > 0 && (!isLive || named.queries.length > 0)) return null;
  const queries = () => named.queries.flatMap((file) => readQueries(file, split));
  const dialogues = () => named.dialogues.flatMap((file) => readDialogues(file, split));
  if (corpus !== undefined) return (parts) => measureCorpus(readCorpus(corpus), queries(), parts);
  return (parts) =>
    named.dialogues.length > 0 ? measureDialogues(dialogues(), parts) : measureLive(queries(), parts);
}

/** The sets below a folder, each read when it is its turn. */
function* setsIn(directory: string) {
  for (const name of findSets(directory)) yield readSet(directory, name);
}

async function withParts<Result>(
  settings: EvaluationSettings,
  run: (parts: EvaluationParts) => Promise<Result>,
): Promise<Result> {
  const embedder = await openEmbedder(embedderOptions(settings));
  try {
    return await run({
      settings,
      embedder,
      hear: openHearing({ path: settings.CLASSIFIERS, embedder: embedder.id }),
    });
  } finally {
    await embedder.close();
  }
}

/** Whether options were given that there are not. */
function isUsage(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
