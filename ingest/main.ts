import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from '../index/contracts/embedder.js';
import type { ReleaseStore } from '../index/contracts/releases.js';
import { openEmbedder } from '../index/embedder/open-embedder.js';
import { printableError } from '../index/platform/errors.js';
import { makePrivateFolder } from '../index/platform/files.js';
import { joinSettings, parseSettings } from '../index/platform/settings.js';
import { createReleaseStore } from '../index/releases/create-release-store.js';
import { embedderOptions, type IndexSettings, indexSettings } from '../index/settings.js';
import { ingestErrors } from './errors.js';
import { lookAtLinks } from './freshness/look-at-links.js';
import { freshnessOptions } from './freshness/open-evidence.js';
import { confirmStale, reviewStale } from './freshness/review-stale.js';
import { review } from './learning/review.js';
import { checkSources } from './reading/check-sources.js';
import { namedByWords } from './reading/named-by-words.js';
import { parseNamedSource } from './reading/named-source.js';
import type { RunMode } from './releasing/contracts.js';
import { decisionOf, releaseCommands, reportWordsOf } from './releasing/release-commands.js';
import { upgradeRelease } from './releasing/upgrade-release.js';
import { formatCheck, formatFailures } from './reports/format-check.js';
import { formatReport } from './reports/format-report.js';
import { quietProgress } from './reports/quiet-progress.js';
import { reportRelease } from './reports/report-release.js';
import { tellRun } from './reports/tell-run.js';
import { barProgress, jsonProgress, lineProgress } from './reports/terminal-progress.js';
import type { ReportWords } from './reports/words/contracts.js';
import { type IngestOptions, runIngest } from './run-ingest.js';
import { type IngestSettings, ingestSettings } from './settings.js';
import type { Source } from './sources/contracts.js';
import { namesOfKinds, settingsOfSources, sourceKinds } from './sources/source-kinds.js';
import { openKeptReadings } from './store/kept-readings.js';
import { openIngestDatabase } from './store/open-ingest-database.js';

const USAGE = `Usage: npm run ingest -- [command] [options]

  run        read the sources, build a release, publish it (the default)
  plan       read the sources and say what would change: by title and link, and for your questions
  list       name the releases that are there, newest first
  releases   the same with who made them live, when and why, also those whose folder is gone
  publish ID|NAME   make a release live
  name ID|NAME "NEW NAME"   call a release something that people remember
  trace ITEM [ID|NAME]   what an item said in a release, or in each, and where that came from
  report [ID]  what the live release, or another, will answer, and what it confuses
  rollback   make the release live that was live before
  check      try address and credentials of the sources and say what they hold; changes nothing
  sweep      take out what the sources no longer have, without reading the rest
  retry      read those threads again that could not be read
  failures   list them
  remove NAME  take all items of a source out and publish
  upgrade    build the live release anew where an older version of this program made it; reads no source
  review     list customers' wordings that wait; "review list learned" and "review list refused" list those settled
  review stale   the answers that most speaks against, worst first
  review right ID…   says that they still hold; --by tells who
  links      look where the links in answers lead, where INGEST_CHECK_LINKS is on
  review accept ID…, review refuse ID…   decide about them

  --source KIND   ${namesOfKinds}, instead of INGEST_SOURCES
  --path PATH     ${sourceKinds.map(({ pathNames }) => pathNames).join(';\n                  or ')}
  --site HOST     host of a Stack Exchange community, for links; else the folder's name where it is one
  --full          read everything again, also what did not change
  --name NAME     name of the source; else from the site or the path
  --allow-empty   a source that held items may give none, and the release goes live whatever it takes away
  --no-publish    build the release without making it live
  --rebuild       build a release even when nothing changed
  --force         publish whatever speaks against it; needs --by
  --by NAME       who decides, for run, publish and rollback; else who is signed in to this machine
  --why TEXT      why; remembered with the release
  --all           plan lists everything, instead of the first of each kind
  --json          plan and review stale write JSON
  --progress json a run tells how far it is in lines of JSON
  --language nl|en   language of plan, list, trace; else INGEST_REPORT_LANGUAGE

Exit codes: 0 done, 1 failed, 2 the release was built and held back: "publish ID" makes it live; plan: it would be,
3 done, but a source was not read to its end and keeps what it had`;

/** Exit code of a run that built a release and did not publish it because it would take much away. */
const HELD_BACK = 2;
/** Exit code of a run in which a source broke off. */
const UNFINISHED = 3;

/** Characters in a line where the terminal does not tell. */
const WIDTH = 100;

const GONE_BACK =
  'somebody went back behind the newest release, and of the older one nothing is kept to build it from';

/** What somebody asked for, and what is needed to do it. */
interface Command {
  readonly name: string;
  readonly values: ReturnType<typeof parseWords>['values'];
  /** The words behind the name. */
  readonly words: readonly string[];
  readonly settings: IndexSettings & IngestSettings;
  /** Folder of the releases. */
  readonly directory: string;
  readonly releases: ReleaseStore;
  readonly reportWords: ReportWords;
}

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<void> | void>> = {
  async run(command) {
    const { values, settings } = command;
    await ingest(command, values['no-publish'] ? 'build' : 'publish', {
      named: namedByWords(values),
      reading: values.full ? 'everything' : 'changes',
    });
    // Behind publishing: at one request a second this takes minutes, and counts from the next run on.
    if (!settings.INGEST_CHECK_LINKS) return;
    const told = await lookAtLinks(settings.RUNTIME_DIR, settings);
    if (!values.json) console.log(told);
  },
  links: async ({ settings }) => console.log(await lookAtLinks(settings.RUNTIME_DIR, settings)),
  plan: (command) => ingest(command, 'plan', { named: namedByWords(command.values) }),
  sweep: (command) => ingest(command, 'publish', { named: namedByWords(command.values), reading: 'sweep' }),
  retry: (command) => ingest(command, 'publish', { named: namedByWords(command.values), reading: 'retry' }),
  check,
  failures({ settings }) {
    const database = openIngestDatabase(join(settings.RUNTIME_DIR, 'ingest.sqlite'));
    console.log(formatFailures(openKeptReadings(database).failures()));
    database.close();
  },
  remove: (command) =>
    ingest(command, 'publish', { sources: [emptySource(needed(command, 'the name of a source'))] }),
  async report({ words, settings, directory, releases }) {
    console.log(await reportRelease(directory, words[0] ?? null, releases.currentId(), settings));
  },
  upgrade,
  async review({ words, values, settings, reportWords }) {
    const { RUNTIME_DIR: runtimeDirectory } = settings;
    const now = new Date();
    const [verb, ...ids] = words;
    const options = { freshness: freshnessOptions(settings), now, language: reportWords.language };
    if (verb === 'stale')
      return console.log(reviewStale(runtimeDirectory, { ...options, isJson: values.json }));
    if (verb === 'right')
      return console.log(confirmStale(runtimeDirectory, options, ids, decisionOf(values).by));
    console.log(await review([...words], { runtimeDirectory, settings, now }));
  },
};

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await main();
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseWords(process.argv.slice(2));
  const [name = 'run', ...words] = positionals;
  if (values.help || name === 'help') return console.log(USAGE);
  const settings = parseSettings(joinSettings(indexSettings, ingestSettings), process.env);
  makePrivateFolder(settings.RUNTIME_DIR);
  const directory = join(settings.RUNTIME_DIR, 'releases');
  const releases = createReleaseStore({ directory, now: () => new Date() });
  const reportWords = reportWordsOf(values.language, settings.INGEST_REPORT_LANGUAGE);
  const command = { name, values, words, settings, directory, releases, reportWords };
  const [run, tell] = [COMMANDS[name], releaseCommands[name]];
  if (tell) return console.log(tell(command));
  if (!run) throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `"${name}" is not known` });
  await run(command);
}

function needed({ name, words }: Command, what: string): string {
  const [argument] = words;
  if (!argument) throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `${name} needs ${what}` });
  return argument;
}

async function upgrade({ settings, releases }: Command): Promise<void> {
  await withEmbedder(settings, async (embedder) => {
    const progress = lineProgress((line) => console.log(line));
    const { RUNTIME_DIR: runtimeDirectory } = settings;
    const report = await upgradeRelease({ runtimeDirectory, settings, releases, embedder, progress });
    if (report === null) return console.log('The live release is of this version: nothing to upgrade.');
    console.log(formatReport(report));
    if (report.outcome === 'published' || report.outcome === 'unchanged') return;
    const reasons = report.outcome === 'guarded' ? report.heldBackBecause : [GONE_BACK];
    tellHeldBack(report.releaseId, reasons);
  });
}

async function ingest(
  command: Command,
  mode: RunMode,
  from: Pick<IngestOptions, 'named' | 'sources' | 'reading'>,
): Promise<void> {
  const { values, settings, releases, reportWords } = command;
  if (values.force && values.by === undefined)
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason: '--force needs --by and who wants it' });
  const look = { words: reportWords, isAll: values.all, width: process.stdout.columns ?? WIDTH };
  await withEmbedder(settings, async (embedder) => {
    const report = await runIngest({
      ...from,
      runtimeDirectory: settings.RUNTIME_DIR,
      settings,
      releases,
      embedder,
      mode,
      decision: decisionOf(values),
      isForced: values.force,
      isEmptyAllowed: values['allow-empty'] || from.sources !== undefined,
      isRebuild: values.rebuild,
      // What a program reads is JSON and nothing else.
      progress: values.json
        ? quietProgress
        : values.progress === 'json'
          ? jsonProgress((line) => console.log(line))
          : process.stdout.isTTY
            ? barProgress()
            : lineProgress((line) => console.log(line)),
    });
    console.log(values.json ? JSON.stringify(report, null, 2) : tellRun(report, look));
    if (report.outcome === 'guarded') tellHeldBack(report.releaseId, report.heldBackBecause);
    else if (report.unfinished) process.exitCode = UNFINISHED;
    if (report.against && report.outcome !== 'published') process.exitCode = HELD_BACK;
  });
}

async function check({ values, settings }: Command): Promise<void> {
  const named = namedByWords(values) ?? settings.INGEST_SOURCES.map(parseNamedSource);
  const workDirectory = join(settings.RUNTIME_DIR, 'ingest-check');
  const checks = await checkSources(named, settingsOfSources(settings), workDirectory);
  console.log(formatCheck(checks));
  if (checks.some(({ problem }) => problem !== null)) process.exitCode = 1;
}

/** Gives `work` how to open the embedder, once, when it needs one; it is closed afterwards. */
async function withEmbedder(
  settings: IndexSettings,
  work: (open: () => Promise<Embedder>) => Promise<void>,
): Promise<void> {
  let opened: Promise<Embedder> | null = null;
  try {
    await work(() => {
      opened ??= openEmbedder(embedderOptions(settings));
      return opened;
    });
  } finally {
    await (await (opened as Promise<Embedder> | null)?.catch(() => null))?.close();
  }
}

function tellHeldBack(id: string | null, reasons: readonly string[]): void {
  const { code, message } = ingestErrors.RELEASE_HELD_BACK({ id: id ?? '', reasons });
  console.error(`${code}: ${message}`);
  process.exitCode = HELD_BACK;
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        path: { type: 'string' },
        site: { type: 'string' },
        name: { type: 'string' },
        'allow-empty': { type: 'boolean', default: false },
        'no-publish': { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        rebuild: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        by: { type: 'string' },
        why: { type: 'string' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        progress: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason }, error);
  }
}

/** A source that gives nothing: what it held is removed. */
function emptySource(name: string): Source {
  return { name, read: () => ({ covers: 'everything', rows: nothing() }) };
}

async function* nothing(): AsyncGenerator<never> {}
