import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { channelsAtDesk, connectChannels, createChannels } from '../channels/channels.js';
import { createDeskDoor } from '../channels/desk/create-desk-door.js';
import { createServer } from '../channels/server/create-server.js';
import { createFilesDoor } from '../channels/server/files/files-door.js';
import { createPicturesDoor } from '../channels/server/files/pictures-door.js';
import { createOpenFiles } from '../channels/server/operations/open-files.js';
import { createSourceHooksDoor } from '../channels/source-hooks/create-source-hooks-door.js';
import { openHearing } from '../index/classifiers/open-hearing.js';
import { hiddenBy } from '../index/edits/hidden-by.js';
import { openApprovedAnswers } from '../index/edits/open-approved-answers.js';
import { openContentEdits } from '../index/edits/open-content-edits.js';
import { openEmbedder } from '../index/embedder/open-embedder.js';
import { openKnowledgeBase } from '../index/knowledge-base.js';
import { CONVERSATIONS_FILE, EARLIER_VERDICTS_FILE } from '../index/learning/open-verdict-store.js';
import { delay, systemClock } from '../index/platform/clock.js';
import { openDatabase } from '../index/platform/database.js';
import { isCoded, printableError } from '../index/platform/errors.js';
import { makePrivateFolder } from '../index/platform/files.js';
import { formatLogLine } from '../index/platform/format-log-line.js';
import { createLog, type Log } from '../index/platform/log.js';
import { openTracing } from '../index/platform/telemetry/open-tracing.js';
import { createReleaseStore } from '../index/releases/create-release-store.js';
import { embedderOptions } from '../index/settings.js';
import { openWithdrawals } from '../index/withdrawals/open-withdrawals.js';
import { openSourceHooks } from '../ingest/hooks/open-source-hooks.js';
import { findOutdated } from '../ingest/releasing/find-outdated.js';
import { runUpgradeProcess } from '../ingest/releasing/ingest-process.js';
import { readSourceReads } from '../ingest/store/source-reads.js';
import { tellWhereItRuns } from './accounts/tell-where-it-runs.js';
import type { Bot, Plugged } from './bot.js';
import { createIngestLife } from './composition/ingest-life.js';
import { createRedaction } from './composition/redaction.js';
import { createBot } from './create-bot.js';
import { createIndexUpgrade } from './index-upgrade.js';
import { watchUnforeseen } from './last-resort.js';
import { type ModelLife, watchModel } from './model-life.js';
import { openOperations } from './operations/open-operations.js';
import { createProgramMetrics, type ProgramMetrics } from './operations/program-metrics.js';
import { waitForStop } from './operations/wait-for-stop.js';
import { type ProgramSettings, readProgramSettings } from './program-settings.js';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.js';
import { takeServerLock } from './store/sqlite/server-lock.js';

/** How often a running server looks whether ingest has published another release. */
const WATCH_RELEASES_MS = 2_000;

/** So long a program whose model is over takes leave of its customers; what is not done then, the next run does. */
const LONGEST_LEAVE_MS = 20_000;
/** So long an end waits for the model's thread: a process that leaves it running is aborted by its native code. */
const LONGEST_MODEL_CLOSE_MS = 5_000;

const PAGES_DIRECTORY = fileURLToPath(new URL('../channels/pages/', import.meta.url));

// Watched from the first moment: a stop that comes during the first ingest is a clean one too.
const stopAsked = waitForStop();

let endProcess: () => void = () => process.exit(1);
let closeModel: () => Promise<void> = async () => {};

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await serve();
} catch (error) {
  console.error(printableError(error));
  // What is stored is safe at any moment; ending at once is better than a server that is half there.
  await Promise.race([closeModel().catch(() => {}), delay(LONGEST_MODEL_CLOSE_MS)]);
  endProcess();
}

/** The composition root: plugs index, bot and channels together, serves until it is asked to stop, and takes all apart. */
async function serve(): Promise<void> {
  const settings = readProgramSettings(process.env);
  // What is set by half is told before anything starts.
  const channels = createChannels(settings, { isProduction: process.env.NODE_ENV === 'production' });
  // Machines read JSON; a person at a terminal reads sentences.
  const isTerminal = process.stdout.isTTY === true;
  const metrics = createProgramMetrics(systemClock, (figure, error) =>
    log.warn('A figure could not be read.', { figure, error }),
  );
  const write = isTerminal ? (line: string) => process.stdout.write(formatLogLine(line)) : undefined;
  const log = createLog(settings.LOG_LEVEL, write, metrics.troubled);
  let isRunning = false;
  watchUnforeseen(log, () => isRunning);
  const life = watchModel(log);
  const tracing = await openTracing(settings, log);
  const openFiles = createOpenFiles(log);
  endProcess = life.endProcess;
  makePrivateFolder(settings.RUNTIME_DIR);
  const unlock = takeServerLock(settings.RUNTIME_DIR);

  const index = await openIndex(settings, log, life, metrics);
  const { knowledgeBase, upgrade } = index;
  const bot = await openBot(settings, log, index, metrics);
  const releaseReason = () =>
    knowledgeBase.status() ? null : (upgrade.notReadyBecause() ?? 'the first ingest is running');
  const operated = { bot, life, openFiles, knowledgeBase, releaseReason, readSourceReads };
  const operations = openOperations(metrics, settings.RUNTIME_DIR, operated);
  const { server, plugged } = openDoors(settings, log, { channels, bot, hooks: index.hooks, operations });
  // The port first: a second server by mistake must not begin with what this one is at. Then, before requests are let
  // in, what an earlier run left unanswered.
  const running = await server.listen(settings.PORT, () => bot.start(plugged));
  isRunning = true;
  openFiles.watch();
  const url = settings.PUBLIC_URL ?? `http://localhost:${running.port}`;
  console.log(`Website with chat:  ${url}/`);

  if (knowledgeBase.status() === null && !index.isOutdated) {
    console.log('No release yet: reading the configured sources once …');
    await index.readSources();
    await knowledgeBase.refresh();
  }
  // Beside everything else: whoever asks meanwhile is handed over, and a stop ends it.
  const upgrading = index.isOutdated ? upgrade.run() : Promise.resolve();
  knowledgeBase.watch(WATCH_RELEASES_MS);
  index.hooks.start();
  const place = { url, directory: settings.RUNTIME_DIR, isTerminal };
  await tellWhereItRuns(place, bot, index, upgrading, (line) => console.log(line));

  const signal = await Promise.race([stopAsked, life.isOver]);
  if (signal) log.info('The program was asked to stop.', { signal });
  else void delay(LONGEST_LEAVE_MS).then(life.endProcess);
  upgrade.stop();
  await Promise.all([upgrading, index.ingest.stop()]);
  await running.stop();
  await bot.stop();
  await tracing?.close();
  await knowledgeBase.close();
  index.withdrawals.close();
  index.edits.close();
  index.approved.close();
  await closeModel();
  unlock();
  if (!signal) life.endProcess();
}

type Index = Awaited<ReturnType<typeof openIndex>>;

/** The live release, the model that reads questions, and what makes a release where none can be used. */
async function openIndex(settings: ProgramSettings, log: Log, life: ModelLife, metrics: ProgramMetrics) {
  const clock = systemClock;
  const directory = join(settings.RUNTIME_DIR, 'releases');
  const embedder = metrics.watchModel(await openEmbedder({ ...embedderOptions(settings), onEnd: life.over }));
  closeModel = () => embedder.close();
  const releases = createReleaseStore({ directory, now: () => clock.now() });
  const isOutdated = findOutdated(directory, releases.currentId()) !== null;
  const withdrawals = openWithdrawals(settings.RUNTIME_DIR);
  const edits = openContentEdits(settings.RUNTIME_DIR);
  const approved = openApprovedAnswers(settings.RUNTIME_DIR);
  const hidden = hiddenBy(withdrawals, edits, approved);
  const knowledgeBase = await openKnowledgeBase({
    directory,
    embedder,
    withdrawals: hidden,
    log,
    isUpgrading: isOutdated,
    wantedPrecision: settings.WANTED_PRECISION,
    answerThreshold: settings.ANSWER_THRESHOLD,
    erasuresIn: settings.RUNTIME_DIR,
  });
  const upgrade = createIndexUpgrade({
    attempt: runUpgradeProcess,
    async takeUp() {
      await knowledgeBase.refresh().catch((error: unknown) => {
        if (!isCoded(error, 'RELEASE_OUTDATED')) throw error;
      });
      return knowledgeBase.status() !== null;
    },
    clock,
    log: log.child('upgrade'),
  });
  const hear = openHearing({ path: settings.CLASSIFIERS, embedder: embedder.id });
  const ingest = createIngestLife(settings, { releases, knowledgeBase, embedder, hidden, log });
  const hooks = openSourceHooks(settings, {
    withdrawals,
    heldItem: (id) => knowledgeBase.heldItem(id),
    log: log.child('source-hooks'),
  });
  return {
    knowledgeBase,
    withdrawals,
    edits,
    approved,
    hooks,
    hear,
    upgrade,
    ingest,
    isOutdated,
    readSources,
  };

  async function readSources(): Promise<void> {
    const options = { runtimeDirectory: settings.RUNTIME_DIR, settings, releases, embedder, clock };
    // Loaded where it is needed: most starts have a release, and what reads communities takes memory.
    const { runIngest } = await import('../ingest/run-ingest.js');
    const { releaseId, outcome, heldBackBecause } = await runIngest(options);
    if (outcome !== 'guarded') return log.info('The sources were read.', { releaseId, outcome });
    const advice = `"npm run ingest -- publish ${releaseId}" makes it live.`;
    log.warn('A release was held back, the live one stays.', { releaseId, heldBackBecause, advice });
  }
}

/** The bot on its store in the runtime folder. */
async function openBot(
  settings: ProgramSettings,
  log: Log,
  { knowledgeBase, edits, approved, hear, upgrade, ingest }: Index,
  metrics: ProgramMetrics,
): Promise<Bot> {
  const startedAt = systemClock.now().toISOString();
  const runtime = (name: string) => join(settings.RUNTIME_DIR, name);
  return createBot({
    store: await openSqliteStore(openDatabase(runtime(CONVERSATIONS_FILE)), {
      log,
      earlierVerdicts: runtime(EARLIER_VERDICTS_FILE),
      hasCheckpoints: true,
      onCommit: metrics.committed,
    }),
    watch: metrics.watch,
    knowledgeBase,
    edits,
    approved,
    hear,
    runtimeDirectory: settings.RUNTIME_DIR,
    ...createRedaction(settings.INGEST_PUBLIC_CONTACTS),
    settings,
    clock: systemClock,
    log,
    filesDirectory: runtime('files'),
    releases: ingest.room,
    ingestNotices: ingest.notices,
    runAlert: ingest.alert,
    pause: () =>
      knowledgeBase.status() ? null : (upgrade.pause() ?? { kind: 'first-ingest', since: startedAt }),
  });
}

/** The one web server, with the doors of all channels and of the desk. */
function openDoors(
  settings: ProgramSettings,
  log: Log,
  parts: {
    readonly channels: ReturnType<typeof createChannels>;
    readonly bot: Bot;
    readonly hooks: Index['hooks'];
    readonly operations: ReturnType<typeof openOperations>;
  },
): { readonly server: ReturnType<typeof createServer>; readonly plugged: Plugged } {
  const { channels, bot, operations } = parts;
  const connections = connectChannels(
    channels,
    {
      bot,
      webchatStore: bot.webchatStore,
      files: bot.files,
      mail: bot.mail,
      botName: settings.BOT_NAME,
      runtimePath: (name) => join(settings.RUNTIME_DIR, name),
      log,
      clock: systemClock,
    },
    { ...bot, tools: bot.deskTools, elsewhere: bot.deskElsewhere },
  );
  const desk = createDeskDoor({
    desk: bot.desk,
    assignment: bot.assignment,
    accounts: bot.accounts,
    security: bot.accounts,
    signOn: bot.accounts.signOn,
    profiles: bot.accounts,
    tools: bot.deskTools,
    files: bot.files,
    identities: channels.some(({ openDesk }) => openDesk) ? bot.deskElsewhere.identities : undefined,
    channels: channelsAtDesk(channels),
    settings,
    log: log.child('desk'),
    clock: systemClock,
    pagesDirectory: PAGES_DIRECTORY,
  });
  const own = [
    desk,
    createFilesDoor(bot.files),
    createPicturesDoor(bot.accounts),
    createSourceHooksDoor(parts.hooks),
  ];
  const server = createServer({
    settings,
    log,
    doors: [...connections.map(({ door }) => door), ...own],
    notReadyBecause: operations.notReadyBecause,
    operations,
    pagesDirectory: PAGES_DIRECTORY,
  });
  const forms = channels.flatMap((channel) => channel.forms);
  return { server, plugged: { forms, transports: connections.map(({ transport }) => transport) } };
}
