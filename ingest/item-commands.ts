import { join } from 'node:path';
import type { Embedder } from '../index/contracts/embedder.js';
import { openEmbedder } from '../index/embedder/open-embedder.js';
import { embedderOptions, type IndexSettings } from '../index/settings.js';
import { ingestErrors } from './errors.js';
import { lookAtLinks } from './freshness/look-at-links.js';
import { freshnessOptions } from './freshness/open-evidence.js';
import { confirmStale, reviewStale } from './freshness/review-stale.js';
import type { IngestCommand, ItemCommand } from './ingest-command.js';
import { joiningOptions } from './joining/joining-options.js';
import { tellPairs } from './joining/review-pairs.js';
import { review } from './learning/review.js';
import { checkSources } from './reading/check-sources.js';
import { namedByWords } from './reading/named-by-words.js';
import { parseNamedSource } from './reading/named-source.js';
import type { RunMode } from './releasing/contracts.js';
import { decisionOf } from './releasing/release-commands.js';
import { upgradeRelease } from './releasing/upgrade-release.js';
import { formatCheck, formatFailures } from './reports/format-check.js';
import { formatReport } from './reports/format-report.js';
import { quietProgress } from './reports/quiet-progress.js';
import { reportRelease } from './reports/report-release.js';
import { tellRun } from './reports/tell-run.js';
import { barProgress, jsonProgress, lineProgress } from './reports/terminal-progress.js';
import { type IngestOptions, runIngest } from './run-ingest.js';
import type { Source } from './sources/contracts.js';
import { settingsOfSources } from './sources/source-kinds.js';
import { openKeptReadings } from './store/kept-readings.js';
import { openIngestDatabase } from './store/open-ingest-database.js';

/** Exit code of a run that built a release and did not publish it because it would take much away. */
const HELD_BACK = 2;
/** Exit code of a run in which a source broke off. */
const UNFINISHED = 3;

/** Characters in a line where the terminal does not tell. */
const WIDTH = 100;

const GONE_BACK =
  'somebody went back behind the newest release, and of the older one nothing is kept to build it from';

/** The commands that read sources, build releases or judge what stands in them; each prints what it came to. */
export const itemCommands: Readonly<Record<ItemCommand, (command: IngestCommand) => Promise<void> | void>> = {
  async run(command) {
    const { values, settings } = command;
    await ingest(command, values['no-publish'] ? 'build' : 'publish', {
      named: namedByWords(values),
      reading: values.full ? 'everything' : 'changes',
    });
    // Behind publishing: at one request a second this takes minutes, and counts from the next run on.
    if (!settings.INGEST_CHECK_LINKS) return;
    const told = await lookAtLinks(settings.RUNTIME_DIR, settings);
    if (!values.json) command.print(told);
  },
  links: async ({ settings, print }) => print(await lookAtLinks(settings.RUNTIME_DIR, settings)),
  plan: (command) => ingest(command, 'plan', { named: namedByWords(command.values) }),
  sweep: (command) => ingest(command, 'publish', { named: namedByWords(command.values), reading: 'sweep' }),
  retry: (command) => ingest(command, 'publish', { named: namedByWords(command.values), reading: 'retry' }),
  check,
  failures({ settings, print }) {
    const database = openIngestDatabase(join(settings.RUNTIME_DIR, 'ingest.sqlite'));
    print(formatFailures(openKeptReadings(database).failures()));
    database.close();
  },
  remove: (command) =>
    ingest(command, 'publish', { sources: [emptySource(needed(command, 'the name of a source'))] }),
  async report({ words, settings, directory, releases, print }) {
    print(await reportRelease(directory, words[0] ?? null, releases.currentId(), settings));
  },
  upgrade,
  async review({ words, values, settings, reportWords, print }) {
    const { RUNTIME_DIR: runtimeDirectory } = settings;
    const now = new Date();
    const [verb, ...ids] = words;
    const options = { freshness: freshnessOptions(settings), now, language: reportWords.language };
    if (verb === 'stale') return print(reviewStale(runtimeDirectory, { ...options, isJson: values.json }));
    if (verb === 'pairs') {
      const joining = joiningOptions(settings);
      return print(tellPairs(runtimeDirectory, joining, reportWords.language, values.json));
    }
    if (verb === 'right') return print(confirmStale(runtimeDirectory, options, ids, decisionOf(values).by));
    print(await review([...words], { runtimeDirectory, settings, now }));
  },
};

function needed({ name, words }: IngestCommand, what: string): string {
  const [argument] = words;
  if (!argument) throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `${name} needs ${what}` });
  return argument;
}

async function upgrade(command: IngestCommand): Promise<void> {
  const { settings, releases, print } = command;
  await withEmbedder(settings, async (embedder) => {
    const progress = lineProgress(print);
    const { RUNTIME_DIR: runtimeDirectory } = settings;
    const report = await upgradeRelease({ runtimeDirectory, settings, releases, embedder, progress });
    if (report === null) return print('The live release is of this version: nothing to upgrade.');
    print(formatReport(report));
    if (report.outcome === 'published' || report.outcome === 'unchanged') return;
    const reasons = report.outcome === 'guarded' ? report.heldBackBecause : [GONE_BACK];
    tellHeldBack(command, report.releaseId, reasons);
  });
}

async function ingest(
  command: IngestCommand,
  mode: RunMode,
  from: Pick<IngestOptions, 'named' | 'sources' | 'reading'>,
): Promise<void> {
  const { values, settings, releases, reportWords, print } = command;
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
          ? jsonProgress(print)
          : process.stdout.isTTY
            ? barProgress()
            : lineProgress(print),
    });
    print(values.json ? JSON.stringify(report, null, 2) : tellRun(report, look));
    if (report.outcome === 'guarded') tellHeldBack(command, report.releaseId, report.heldBackBecause);
    else if (report.unfinished) process.exitCode = UNFINISHED;
    if (report.against && report.outcome !== 'published') process.exitCode = HELD_BACK;
  });
}

async function check({ values, settings, print }: IngestCommand): Promise<void> {
  const named = namedByWords(values) ?? settings.INGEST_SOURCES.map(parseNamedSource);
  const workDirectory = join(settings.RUNTIME_DIR, 'ingest-check');
  const checks = await checkSources(named, settingsOfSources(settings), workDirectory);
  print(formatCheck(checks));
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

function tellHeldBack(
  { complain }: Pick<IngestCommand, 'complain'>,
  id: string | null,
  reasons: readonly string[],
): void {
  const { code, message } = ingestErrors.RELEASE_HELD_BACK({ id: id ?? '', reasons });
  complain(`${code}: ${message}`);
  process.exitCode = HELD_BACK;
}

/** A source that gives nothing: what it held is removed. */
function emptySource(name: string): Source {
  return { name, read: () => ({ covers: 'everything', rows: nothing() }) };
}

async function* nothing(): AsyncGenerator<never> {}
