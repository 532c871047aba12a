import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase, holdLock } from '../../index/platform/database.js';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { flush, makePrivateFolder } from '../../index/platform/files.js';
import { botErrors } from '../errors.js';
import { type AppliedErasures, applyErasures } from '../privacy/apply-erasures.js';
import { RESTORE_MARK, RESTORE_STAGING, SERVER_LOCK } from '../store/sqlite/server-lock.js';
import { type BackupEntry, type BackupManifest, entryOf, readBackupManifest } from './backup-manifest.js';
import { copyKeptFile } from './copy-kept-file.js';
import { LEDGER_FILES, mergeLedgers } from './merge-ledgers.js';
import { type NamedFile, type RestoredFile, restoreNamedFiles } from './named-files.js';
import { contentsOf, namesOf } from './runtime-contents.js';

export interface RestoreParts {
  /** Folder of the backup. */
  readonly from: string;
  readonly runtimeDirectory: string;
  /** Whether what is in the runtime folder may be deleted, and files that settings name may give way. */
  readonly isReplacing: boolean;
  /** Where files belong that settings name; none where not given. */
  readonly namedFiles?: readonly NamedFile[];
}

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  /** What was erased since the backup was made, or before, and came back with it. */
  readonly erased: AppliedErasures;
  /** What became of the files that settings name. */
  readonly namedFiles: readonly RestoredFile[];
}

/** What was there before, while the backup takes its place. */
const REPLACED = 'restore-old.tmp';
const STORE_LOG = /(?<!-lock)\.sqlite-(wal|shm)$/;
/** Held by every run of an ingest. */
const INGEST_LOCK = 'ingest-lock.sqlite';

/**
 * Puts a backup back into a runtime folder in which neither a server nor an ingest works. All files are gathered beside what
 * is there, held against their hashes and cleared of what was erased; only then they take their place. A restore that is cut
 * short before that has changed nothing; one that is cut short then leaves a mark, with which no server starts, and the next
 * restore goes on.
 * @throws BACKUP_INCOMPLETE, BACKUP_DAMAGED, SERVER_RUNNING, INGEST_AT_WORK, RESTORE_FOLDER_USED, ERASURE_KEYS_DIFFER,
 *   RESTORE_FAILED, STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function restoreBackup(parts: RestoreParts): Promise<RestoredBackup> {
  const { from, runtimeDirectory: directory } = parts;
  const manifest = readBackupManifest(from);
  try {
    makePrivateFolder(directory);
    const unlock = lockFolder(directory);
    try {
      checkEmpty(parts);
      return { manifest, ...(await putBack(parts, manifest)) };
    } finally {
      unlock();
    }
  } catch (error) {
    if (isCoded(error)) throw error;
    throw botErrors.RESTORE_FAILED({ directory, reason: messageOf(error) }, error);
  }
}

async function putBack(
  { from, runtimeDirectory: directory, isReplacing, namedFiles: named = [] }: RestoreParts,
  manifest: BackupManifest,
): Promise<Pick<RestoredBackup, 'erased' | 'namedFiles'>> {
  const staging = join(directory, RESTORE_STAGING);
  rmSync(staging, { recursive: true, force: true });
  try {
    mkdirSync(staging, { mode: 0o700 });
    for (const entry of manifest.entries) await takeEntry(from, staging, entry);
    for (const name of contentsOf(staging).databases) {
      checkDatabase(join(staging, name));
    }
    mergeLedgers(directory, staging);
    const erased = await applyErasures(staging);
    // The one in the folder holds both by now, and was never away.
    for (const name of LEDGER_FILES) rmSync(join(staging, name), { force: true });
    flush(staging);
    // Before the swap, which clears the folder away: one that is cut short here finds them the same next time.
    const namedFiles = restoreNamedFiles(named, staging, isReplacing);
    swap(directory, staging);
    return { erased, namedFiles };
  } catch (error) {
    // Once the mark is there, what was gathered is half in its place.
    if (!existsSync(join(directory, RESTORE_MARK))) rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

async function takeEntry(from: string, staging: string, entry: BackupEntry): Promise<void> {
  const refuse = (reason: string) => botErrors.BACKUP_DAMAGED({ folder: from, file: entry.path, reason });
  if (!copyKeptFile(join(from, entry.path), join(staging, entry.path))) throw refuse('is not there');
  const found = await entryOf(staging, entry.path);
  if (found.bytes !== entry.bytes) throw refuse(`has ${found.bytes} bytes in place of ${entry.bytes}`);
  if (found.sha256 !== entry.sha256) throw refuse('is not what was written: its SHA-256 is another');
}

/** Every step is one change of a name on one disk. */
function swap(directory: string, staging: string): void {
  const [mark, replaced] = [join(directory, RESTORE_MARK), join(directory, REPLACED)];
  writeFileSync(mark, '', { mode: 0o600 });
  flush(directory);
  rmSync(replaced, { recursive: true, force: true });
  mkdirSync(replaced, { mode: 0o700 });
  for (const name of replacedNames(directory)) renameSync(join(directory, name), join(replaced, name));
  for (const name of namesOf(contentsOf(staging))) renameSync(join(staging, name), join(directory, name));
  flush(directory);
  rmSync(mark);
  flush(directory);
  for (const path of [staging, replaced]) rmSync(path, { recursive: true, force: true });
}

/**
 * With what SQLite left beside a database, also beside one that was moved already: the log of another database would be taken
 * for that of the one from the backup.
 */
function replacedNames(directory: string): string[] {
  const logs = readdirSync(directory).filter((name) => STORE_LOG.test(name));
  const names = namesOf(contentsOf(directory)).filter((name) => !LEDGER_FILES.includes(name));
  return [...logs, ...names];
}

function checkEmpty({ runtimeDirectory: directory, isReplacing }: RestoreParts): void {
  if (isReplacing) return;
  if (existsSync(join(directory, RESTORE_MARK))) throw botErrors.RESTORE_UNFINISHED({ directory });
  const found = replacedNames(directory);
  if (found.length > 0)
    throw botErrors.RESTORE_FOLDER_USED({ directory, found: found.slice(0, 5).join(', ') });
}

/** No server and no ingest works in the folder, and none begins; gives how to let go. */
function lockFolder(directory: string): () => void {
  const unlockServer = holdLock(join(directory, SERVER_LOCK));
  if (unlockServer === null) throw botErrors.SERVER_RUNNING({ directory });
  try {
    const unlockIngest = holdLock(join(directory, INGEST_LOCK));
    if (unlockIngest === null) throw botErrors.INGEST_AT_WORK({ directory });
    return () => {
      unlockIngest();
      unlockServer();
    };
  } catch (error) {
    unlockServer();
    throw error;
  }
}
