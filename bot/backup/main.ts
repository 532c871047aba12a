import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../index/platform/clock.js';
import { messageOf, printableError } from '../../index/platform/errors.js';
import { parseSettings } from '../../index/platform/settings.js';
import { indexSettings } from '../../index/settings.js';
import { botErrors } from '../errors.js';
import { namedFilesOf } from './named-files.js';
import { restoreBackup } from './restore-backup.js';
import { backupWordsOf } from './words.js';
import { writeBackup } from './write-backup.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);

if (existsSync('.env')) process.loadEnvFile('.env');
// Whatever is written is for the owner alone from its first byte on.
process.umask(0o077);
try {
  await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(printableError(error));
  process.exitCode = 1;
}

/** `backup --to FOLDER`, or `restore --from FOLDER`. */
async function runCommand(args: string[]): Promise<void> {
  const { values, name } = readBackupWords(args);
  const words = backupWordsOf(values.language, process.env.LC_ALL || process.env.LANG);
  const isRestore = name === 'restore';
  if (values.help) return console.log(isRestore ? words.restoreUsage : words.backupUsage);
  const { RUNTIME_DIR: runtimeDirectory } = parseSettings(indexSettings, process.env);
  const namedFiles = namedFilesOf(process.env);
  const folder = isRestore ? values.from : values.to;
  if (!folder)
    throw botErrors.BACKUP_COMMAND_INVALID({ reason: `--${isRestore ? 'from' : 'to'} is missing` });
  if (isRestore) {
    const restored = await restoreBackup({
      from: resolve(folder),
      runtimeDirectory,
      isReplacing: values.replace === true,
      namedFiles,
    });
    return console.log(words.restored(runtimeDirectory, restored));
  }
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const parts = { runtimeDirectory, namedFiles, to: folder, version: String(version), clock: systemClock };
  console.log(words.written(resolve(folder), await writeBackup(parts)));
}

function readBackupWords(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        from: { type: 'string' },
        replace: { type: 'boolean' },
        language: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return { values, name: positionals[0] };
  } catch (error) {
    throw botErrors.BACKUP_COMMAND_INVALID({ reason: messageOf(error) });
  }
}
