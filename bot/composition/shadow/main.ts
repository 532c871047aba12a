import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hiddenBy } from '../../../index/edits/hidden-by.js';
import { openApprovedAnswers } from '../../../index/edits/open-approved-answers.js';
import { openContentEdits } from '../../../index/edits/open-content-edits.js';
import { openEmbedder } from '../../../index/embedder/open-embedder.js';
import { CONVERSATIONS_FILE } from '../../../index/learning/open-verdict-store.js';
import { systemClock } from '../../../index/platform/clock.js';
import { openDatabase } from '../../../index/platform/database.js';
import { messageOf, printableError } from '../../../index/platform/errors.js';
import { silentLog } from '../../../index/platform/log.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { embedderOptions } from '../../../index/settings.js';
import { openWithdrawals } from '../../../index/withdrawals/open-withdrawals.js';
import type { ShadowReport } from '../../contracts/content/desk-shadow.js';
import { botErrors } from '../../errors.js';
import { type ProgramSettings, readProgramSettings } from '../../program-settings.js';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.js';
import { terminalLanguage } from '../../terminal/terminal-language.js';
import { createRedaction } from '../redaction.js';
import { formatShadow } from './format-shadow.js';
import { hideInQuestion } from './hide-in-question.js';
import { runShadow } from './run-shadow.js';
import { daysBack, readDays } from './shadow-days.js';
import { SHADOW_WORDS } from './words.js';

/** Characters in a line where the terminal does not tell. */
const WIDTH = 100;
/** Changes that are shown without `--all`. */
const MOST_SHOWN = 20;

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

/** Asks, and prints what it came to; with `--progress` as lines of JSON, which a server reads. */
async function runCommand(args: string[]): Promise<void> {
  const values = readWords(args);
  const words = SHADOW_WORDS[terminalLanguage(values.language, process.env.LC_ALL || process.env.LANG)];
  if (values.help) return console.log(words.usage);
  const days = readDays(values.days);
  const tell = (done: number, total: number) => {
    if (values.progress) console.log(JSON.stringify({ done, total }));
    else if (process.stderr.isTTY) process.stderr.write(`\r${words.progress(done, total)}`);
  };
  const report = await ask(readProgramSettings(process.env), values.release, days, tell);
  if (process.stderr.isTTY && !values.progress) process.stderr.write('\n');
  if (values.progress) return console.log(JSON.stringify({ report }));
  if (values.json) return console.log(JSON.stringify(report));
  const most = values.all ? report.changes.length : MOST_SHOWN;
  console.log(formatShadow(report, words, { days, most, width: process.stdout.columns ?? WIDTH }).join('\n'));
}

function readWords(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        release: { type: 'string', default: 'candidate' },
        days: { type: 'string', default: '1' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        progress: { type: 'boolean', default: false },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw botErrors.SHADOW_COMMAND_INVALID({ reason: messageOf(error) });
  }
}

/** Reads the store beside a server that may be running. */
async function ask(
  settings: ProgramSettings,
  wanted: string,
  days: number,
  onProgress: (done: number, total: number) => void,
): Promise<ShadowReport> {
  const { RUNTIME_DIR: runtimeDirectory } = settings;
  const path = join(runtimeDirectory, CONVERSATIONS_FILE);
  if (!existsSync(path)) throw botErrors.NO_STORE({ path });
  const releases = createReleaseStore({
    directory: join(runtimeDirectory, 'releases'),
    now: () => systemClock.now(),
  });
  const liveId = releases.currentId();
  const newest = releases.list().find(({ id }) => id !== liveId)?.id;
  if (wanted === 'candidate' && newest === undefined) throw botErrors.NO_CANDIDATE({});
  const releaseId = wanted === 'candidate' ? (newest ?? wanted) : wanted;
  const conversations = await openSqliteStore(openDatabase(path), { log: silentLog });
  const withdrawals = openWithdrawals(runtimeDirectory);
  const edits = openContentEdits(runtimeDirectory);
  const approved = openApprovedAnswers(runtimeDirectory);
  const embedder = await openEmbedder(embedderOptions(settings));
  try {
    const parts = {
      store: conversations.tables,
      hide: hideInQuestion(createRedaction(settings.INGEST_PUBLIC_CONTACTS)),
      runtimeDirectory,
      embedder,
      hidden: hiddenBy(withdrawals, edits, approved),
      serving: { wantedPrecision: settings.WANTED_PRECISION, answerThreshold: settings.ANSWER_THRESHOLD },
    };
    const since = daysBack(systemClock.now(), days);
    return await runShadow(parts, { releaseId, liveId, since, onProgress });
  } finally {
    await embedder.close();
    for (const opened of [withdrawals, edits, approved]) opened.close();
    await conversations.close();
  }
}
