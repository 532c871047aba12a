import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from './contracts/embedder.js';
import type { SearchFilter } from './contracts/filters.js';
import type { LearnedRanking, LearnedWords } from './contracts/learned-ranking.js';
import type { SearchResult } from './contracts/search.js';
import { openEmbedder } from './embedder/open-embedder.js';
import { indexErrors } from './errors.js';
import { collectEvidence } from './evaluation/collect-evidence.js';
import { findSets, readSet } from './evaluation/evaluate-sets.js';
import { type AskedSet, learnRanking } from './evaluation/learn-ranking.js';
import { collectWords, learnWords } from './evaluation/learn-words.js';
import { readFields } from './evaluation/read-fields.js';
import { drawnFrom, readLive } from './evaluation/read-live.js';
import { filterOf } from './facets/filter-of-words.js';
import { openKnowledgeBase } from './knowledge-base.js';
import { isCoded, printableError } from './platform/errors.js';
import { createLog } from './platform/log.js';
import { parseSettings } from './platform/settings.js';
import { createReleaseStore } from './releases/create-release-store.js';
import { embedderOptions, type IndexSettings, indexSettings } from './settings.js';
import { formatPreview, PREVIEW_WORDS } from './terminal/format-answers.js';
import { trainAsidesCommand, trainClassifiersCommand } from './training-commands.js';

const USAGE = `Usage:
  npm run ask -- "question" [--release ID|candidate [--language nl|en]] [--topic NAME] [--product NAME]
      [--kind how-to|fault|explanation] [--answers-in nl]   only items with these; several with "," between them
  node dist/index/main.js status
  node dist/index/main.js learn --fields DIR [--sets DIR] [--live FILE,FILE] --out FILE
  node dist/index/main.js learn-words --fields DIR --out FILE
  node dist/index/main.js train-classifiers [--messages DIR] [--topics FILE] --out FILE
  node dist/index/main.js train-asides [--answers DIR] --out FILE`;

/** What a community of the fields counts against a public set. */
const FIELD_WEIGHT = 4;
/** Sets count alike, however many questions of theirs are asked. */
const MOST_QUESTIONS = 600;
/** Characters in a line where the terminal does not tell. */
const WIDTH = 100;

if (existsSync('.env')) process.loadEnvFile('.env');
const settings = readSettings();
const directory = join(settings.RUNTIME_DIR, 'releases');

const commands: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  ask,
  status,
  learn,
  'learn-words': learnWordsAnew,
  'train-classifiers': (words) =>
    showUsageUnless(trainClassifiersCommand(words, { withEmbedder, print: console.log })),
  'train-asides': (words) => showUsageUnless(trainAsidesCommand(words, { withEmbedder, print: console.log })),
};

try {
  const [command = 'status', ...words] = process.argv.slice(2);
  const run = commands[command];
  if (!run) throw indexErrors.COMMAND_UNKNOWN({ command, known: Object.keys(commands).join(', ') });
  await run(words);
} catch (error) {
  console.error(isUsage(error) ? USAGE : printableError(error));
  process.exitCode = 1;
}

function readSettings(): IndexSettings {
  try {
    return parseSettings(indexSettings, process.env);
  } catch (error) {
    console.error(printableError(error));
    process.exit(1);
  }
}

/** Prints the best answers to a question; with --release those of the live release beside those of another one. */
async function ask(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      release: { type: 'string' },
      language: { type: 'string', default: 'en' },
      topic: { type: 'string' },
      product: { type: 'string' },
      kind: { type: 'string' },
      'answers-in': { type: 'string' },
    },
  });
  const question = positionals.join(' ').trim();
  if (question === '') return console.log(USAGE);
  const filter = filterOf({ ...values, language: values['answers-in'] });
  if (values.release !== undefined) return preview(question, values.release, values.language, filter);
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
      const { hits, bands, releaseId } = await knowledgeBase.search(question, { limit: 3, filter });
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

/**
 * Prints what the live release says to a question beside what another one would.
 * @param wanted id of the other one; "candidate" for the newest that is not live
 */
async function preview(
  question: string,
  wanted: string,
  language: string,
  filter: SearchFilter,
): Promise<void> {
  const store = createReleaseStore({ directory, now: () => new Date() });
  const live = store.currentId();
  const newest = store.list().find(({ id }) => id !== live)?.id;
  const releaseId = wanted === 'candidate' ? (newest ?? wanted) : wanted;
  await withEmbedder(async (embedder) => {
    const next = await answersOf(question, releaseId, embedder, filter);
    const old = live === null ? null : await answersOf(question, live, embedder, filter).catch(noneToCompare);
    const width = process.stdout.columns ?? WIDTH;
    const spoken = PREVIEW_WORDS[language === 'nl' ? 'nl' : 'en'];
    console.log(formatPreview(old, next, spoken, width).join('\n'));
  });
}

async function answersOf(
  question: string,
  releaseId: string,
  embedder: Embedder,
  filter: SearchFilter,
): Promise<SearchResult> {
  const knowledgeBase = await openKnowledgeBase({
    directory,
    releaseId,
    embedder,
    log: createLog('silent'),
    wantedPrecision: settings.WANTED_PRECISION,
    answerThreshold: settings.ANSWER_THRESHOLD,
  });
  try {
    return await knowledgeBase.search(question, { limit: 3, filter });
  } finally {
    await knowledgeBase.close();
  }
}

/** A live release of another model or version says nothing here; the other one is shown alone. */
function noneToCompare(error: unknown): null {
  if (isCoded(error, 'RELEASE_OUTDATED') || isCoded(error, 'RELEASE_EMBEDDER_MISMATCH')) return null;
  throw error;
}

/** Prints what the live release says of itself. */
async function status(): Promise<void> {
  const store = createReleaseStore({ directory, now: () => new Date() });
  const id = store.currentId();
  const manifest = store.list().find((release) => release.id === id);
  if (!manifest) throw indexErrors.KNOWLEDGE_NOT_READY({ directory });
  console.log(JSON.stringify(manifest, null, 2));
}

/**
 * Learns how answers are ordered and believed from communities with known answers, and writes it for the model, with which
 * missing words are named as it was.
 */
async function learn(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      fields: { type: 'string' },
      sets: { type: 'string' },
      live: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { fields, sets, live, out } = values;
  if (fields === undefined || out === undefined) return console.log(USAGE);
  // Communities written for this know near questions and pairs, which public sets have few of.
  const all = [
    ...readFields(fields, 'choose').map((set) => ({ set, weight: FIELD_WEIGHT })),
    ...(sets === undefined ? [] : findSets(sets).map((name) => ({ set: readSet(sets, name), weight: 1 }))),
  ];
  await withEmbedder(async (embedder) => {
    const asked: AskedSet[] = [];
    for (const { set, weight } of all) {
      asked.push({ asked: await collectEvidence(drawnFrom(set, MOST_QUESTIONS), embedder), weight });
      showDone(set.name);
    }
    if (live !== undefined) {
      const set = await readLive(directory, embedder, live.split(','));
      const found = await collectEvidence(set, embedder);
      // Its questions are labels of the release as well.
      asked.push({ asked: found, weight: FIELD_WEIGHT, teachesOrderOnly: true });
    }
    const { words } = embedder.tokens?.ranking ?? {};
    writeRanking(out, { ...learnRanking(asked), ...(words && { words }) });
  });
}

/** Learns anew which missing words are named; how answers are ordered and believed stays as the model has it. */
async function learnWordsAnew(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: { fields: { type: 'string' }, out: { type: 'string' } },
  });
  const { fields, out } = values;
  if (fields === undefined || out === undefined) return console.log(USAGE);
  await withEmbedder(async (embedder) => {
    const { ranking } = embedder.tokens ?? {};
    if (ranking) writeRanking(out, { ...ranking, words: await wordsOf(fields, embedder) });
  });
}

/** Learns from the fields which missing words are named. */
async function wordsOf(fields: string, embedder: Embedder): Promise<LearnedWords> {
  const fit = await collectWords(fields, 'fit', embedder, showDone);
  const choose = await collectWords(fields, 'choose', embedder, showDone);
  return learnWords(new Map([...fit, ...choose]));
}

function writeRanking(file: string, ranking: LearnedRanking): void {
  writeFileSync(file, `${JSON.stringify(ranking)}\n`);
}

function showDone(name: string): void {
  process.stderr.write(`${name} done\n`);
}

async function showUsageUnless(trained: Promise<boolean>): Promise<void> {
  if (!(await trained)) console.log(USAGE);
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
