import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONVERSATIONS_FILE } from '../../index/learning/open-verdict-store.js';
import { systemClock } from '../../index/platform/clock.js';
import { openDatabase } from '../../index/platform/database.js';
import { printableError } from '../../index/platform/errors.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';
import { indexSettings } from '../../index/settings.js';
import type { Privacy, PrivacyActor } from '../contracts/privacy.js';
import { botErrors } from '../errors.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { applyErasures } from './apply-erasures.js';
import { compactByServer } from './compact-by-server.js';
import { createPrivacy } from './create-privacy.js';
import { personKeyOf } from './person-key.js';
import { privacyWordsOf } from './words.js';
import { writeExport } from './write-export.js';

/** Exit code where nobody was found, or nothing was confirmed. */
const NOTHING_DONE = 2;

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

/** Does what the words of the command say, beside a server that may be running. */
async function runCommand(args: string[]): Promise<void> {
  const { values, name } = readWords(args);
  const words = privacyWordsOf(values.language, process.env.LC_ALL || process.env.LANG);
  if (values.help || name === 'help') return console.log(words.usage);
  const { RUNTIME_DIR: runtimeDirectory } = parseSettings(indexSettings, process.env);
  if (name === 'apply') return console.log(words.applied({ ...(await applyErasures(runtimeDirectory)) }));
  const key = personKeyOf(values);
  const by: PrivacyActor = { kind: 'system-user', id: userInfo().username };
  await withPrivacy(runtimeDirectory, async (privacy) => {
    switch (name) {
      case 'find':
      case 'erase': {
        const found = await privacy.find(key, by);
        if (isNothing(found.counts)) return nothingDone(words.nobody);
        console.log(words.found(found));
        if (name === 'find') return;
        if (!values.yes) return nothingDone(words.confirm);
        const erased = await privacy.erase(key, by);
        console.log(words.erased(erased));
        if (erased.isInRelease) console.log(words.inRelease);
        if (erased.leftovers > 0) console.log(words.leftovers(erased.leftovers));
        return;
      }
      case 'export': {
        const person = await privacy.export(key, by);
        if (isNothing(person.counts)) return nothingDone(words.nobody);
        const folder = values.out ?? `privacy-export-${person.exportedAt.replace(/[:.]/g, '-')}`;
        console.log(words.exported(writeExport(folder, runtimeDirectory, person), person.files.length));
        return;
      }
      default:
        throw botErrors.PRIVACY_COMMAND_INVALID({ reason: `"${name}" is not known` });
    }
  });
}

function readWords(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        customer: { type: 'string' },
        email: { type: 'string' },
        conversation: { type: 'string' },
        out: { type: 'string' },
        yes: { type: 'boolean' },
        language: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return { values, name: positionals[0] ?? 'help' };
  } catch (error) {
    throw botErrors.PRIVACY_COMMAND_INVALID({ reason: error instanceof Error ? error.message : 'options' });
  }
}

/** Opens the store beside the server: every change is a short transaction, for which the server waits some milliseconds. */
async function withPrivacy(
  runtimeDirectory: string,
  work: (privacy: Privacy) => Promise<void>,
): Promise<void> {
  const path = join(runtimeDirectory, CONVERSATIONS_FILE);
  if (!existsSync(path)) throw botErrors.NO_STORE({ path });
  const conversationStore = await openSqliteStore(openDatabase(path), { log: silentLog });
  try {
    const inLane = (_id: string, task: () => Promise<void>) => task();
    const announce = () => {};
    const compact = () => compactByServer(conversationStore, runtimeDirectory);
    await work(
      createPrivacy({ conversationStore, runtimeDirectory, clock: systemClock, inLane, announce, compact }),
    );
  } finally {
    await conversationStore.close();
  }
}

function isNothing(counts: Readonly<Record<string, number>>): boolean {
  return Object.keys(counts).length === 0;
}

function nothingDone(why: string): void {
  console.log(why);
  process.exitCode = NOTHING_DONE;
}
