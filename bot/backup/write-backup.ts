import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CONVERSATIONS_FILE } from '../../index/learning/open-verdict-store.js';
import type { Clock } from '../../index/platform/clock.js';
import { checkDatabase, copyDatabase } from '../../index/platform/database.js';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { flush, writeFileAtomically } from '../../index/platform/files.js';
import { SECOND_FACTOR_KEY_FILE } from '../accounts/second-factor/secret-box.js';
import { botErrors } from '../errors.js';
import {
  BACKUP_FORMAT,
  BACKUP_MANIFEST,
  type BackupEntry,
  type BackupManifest,
  entryOf,
} from './backup-manifest.js';
import { copyKeptFile, linkKeptFile } from './copy-kept-file.js';
import { copyNamedFiles, type NamedFile } from './named-files.js';
import { contentsOf, filesBelow } from './runtime-contents.js';

export interface BackupParts {
  readonly runtimeDirectory: string;
  /** Folder of the backup: not there yet, or empty. */
  readonly to: string;
  /** Files outside of it that settings name; none where not given. */
  readonly namedFiles?: readonly NamedFile[];
  /** Version of the program. */
  readonly version: string;
  readonly clock: Clock;
}

const RELEASES = 'releases';
/** Publishing takes a run of an ingest; more than a few while one backup is written do not happen. */
const MOST_PUBLISHED = 5;

/**
 * Copies all that a runtime folder keeps, also while a server and an ingest work in it. Everything that was confirmed before
 * the conversation store is copied is in it; that comes last but for what is small. The folder gets its name when all of it
 * is on the disk: one that was cut short is called otherwise and has no manifest.
 *
 * Call it in a process of its own: SQLite's locks of a process end when it closes any handle of the file.
 * @throws NO_STORE, BACKUP_FAILED, BACKUP_COMMAND_INVALID, DATABASE_UNUSABLE
 */
export async function writeBackup(parts: BackupParts): Promise<BackupManifest> {
  const { runtimeDirectory, clock } = parts;
  const to = resolve(parts.to);
  checkPlaces(runtimeDirectory, to);
  const unfinished = join(dirname(to), `${basename(to)}.unfinished-${process.pid}`);
  try {
    mkdirSync(dirname(to), { recursive: true });
    removeLeftovers(to);
    mkdirSync(unfinished, { mode: 0o700 });
    const startedAt = clock.now().toISOString();
    copyNamedFiles(parts.namedFiles ?? [], unfinished);
    const copied = await copyAll(runtimeDirectory, unfinished, clock);
    const hasKey = copied.entries.some(({ path }) => path === SECOND_FACTOR_KEY_FILE);
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      version: parts.version,
      node: process.version,
      startedAt,
      holdsUntil: copied.holdsUntil,
      secondFactorKey: hasKey ? 'in-backup' : 'elsewhere',
      entries: copied.entries,
    };
    writeFileAtomically(join(unfinished, BACKUP_MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    renameSync(unfinished, to);
    flush(dirname(to));
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (isCoded(error)) throw error;
    throw botErrors.BACKUP_FAILED({ folder: to, reason: messageOf(error) }, error);
  }
}

async function copyAll(
  from: string,
  to: string,
  clock: Clock,
): Promise<{ readonly entries: BackupEntry[]; readonly holdsUntil: string }> {
  // What is big and does not change first; what came or went meanwhile is made up for when the store is copied.
  for (const folder of contentsOf(from).folders) {
    if (folder !== RELEASES) copyNewer(join(from, folder), join(to, folder));
  }
  copyReleases(from, to);
  const early = new Map<string, BackupEntry>();
  for (const path of filesBelow(to)) early.set(path, await entryOf(to, path));
  const databases = contentsOf(from).databases.filter((name) => name !== CONVERSATIONS_FILE);
  for (const name of databases) {
    await copyStore(join(from, name), join(to, name));
    early.set(name, await entryOf(to, name));
  }
  checkDatabase(join(from, CONVERSATIONS_FILE));
  const holdsUntil = clock.now().toISOString();
  await copyStore(join(from, CONVERSATIONS_FILE), join(to, CONVERSATIONS_FILE));
  const { folders, files } = contentsOf(from);
  for (const folder of folders) {
    if (folder === RELEASES) continue;
    copyNewer(join(from, folder), join(to, folder));
    // What was erased before the store was copied has no row that leads to it.
    for (const path of filesBelow(join(to, folder))) {
      if (!existsSync(join(from, folder, path))) rmSync(join(to, folder, path), { force: true });
    }
  }
  // After the store: what was erased is written down before its rows go.
  for (const name of files) copyKeptFile(join(from, name), join(to, name));
  const entries: BackupEntry[] = [];
  for (const path of filesBelow(to)) entries.push(known(early, to, path) ?? (await entryOf(to, path)));
  return { entries, holdsUntil };
}

async function copyStore(from: string, to: string): Promise<void> {
  await copyDatabase(from, to);
  chmodSync(to, 0o600);
  flush(to);
}

/** Copies of a folder what is not there yet. Files get their name when they are whole and never change. */
function copyNewer(from: string, to: string): void {
  const there = new Set(filesBelow(to));
  for (const path of filesBelow(from)) {
    if (!there.has(path)) copyKeptFile(join(from, path), join(to, path));
  }
}

/** Until what is live now is in it: a run may publish a release, and sweep older ones, meanwhile. */
function copyReleases(from: string, to: string): void {
  const pointer = join(from, RELEASES, 'current');
  for (let times = 0; times < MOST_PUBLISHED; times += 1) {
    const before = readIfThere(pointer);
    rmSync(join(to, RELEASES), { recursive: true, force: true });
    for (const path of filesBelow(join(from, RELEASES))) {
      const name = join(RELEASES, path);
      // The pointer is replaced, the releases are never written again.
      if (path.includes('/')) linkKeptFile(join(from, name), join(to, name));
      else copyKeptFile(join(from, name), join(to, name));
    }
    if (readIfThere(pointer) === before) return;
  }
  throw botErrors.BACKUP_FAILED({ folder: to, reason: 'releases were published all the time' });
}

function known(early: ReadonlyMap<string, BackupEntry>, folder: string, path: string): BackupEntry | null {
  const entry = early.get(path);
  return entry?.bytes === statSync(join(folder, path)).size ? entry : null;
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function checkPlaces(runtimeDirectory: string, to: string): void {
  const path = join(runtimeDirectory, CONVERSATIONS_FILE);
  if (!existsSync(path)) throw botErrors.NO_STORE({ path });
  const inside = relative(resolve(runtimeDirectory), to);
  if (inside === '' || !(inside.startsWith('..') || inside.startsWith('/'))) {
    throw botErrors.BACKUP_COMMAND_INVALID({ reason: '--to leads into the folder that is backed up' });
  }
  if (existsSync(to) && (!statSync(to).isDirectory() || readdirSync(to).length > 0)) {
    throw botErrors.BACKUP_FAILED({ folder: to, reason: 'something is there already' });
  }
}

/** Of runs that were killed, for the same folder. */
function removeLeftovers(to: string): void {
  const start = `${basename(to)}.unfinished-`;
  for (const name of readdirSync(dirname(to))) {
    const owner = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (Number.isInteger(owner) && !isAlive(owner)) {
      rmSync(join(dirname(to), name), { recursive: true, force: true });
    }
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
