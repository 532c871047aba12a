import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a backup takes of a runtime folder, by name. */
export interface RuntimeContents {
  /** SQLite databases that are written, the conversation store among them. */
  readonly databases: readonly string[];
  /** Folders of files that never change once they are there: what people sent, and releases. */
  readonly folders: readonly string[];
  /** Small files: keys, and what was erased. */
  readonly files: readonly string[];
}

const DATABASE = /\.sqlite$/;
const LOCK = /-lock\.sqlite$/;
const FOLDERS = ['files', 'uploads', 'releases'];
/** Signs between programs, what is half written, and a link that opens everything and is made anew by a start. */
const PASSING =
  /(^|\.)tmp$|-wal$|-shm$|-journal$|\.tmp\b|^(compact-wanted|compact-begun|restore-unfinished|first-administrator\.txt)$/;

/** Lists what a runtime folder holds that a backup takes; nothing for a folder that is not there. */
export function contentsOf(directory: string): RuntimeContents {
  const names = namesIn(directory).filter((name) => !PASSING.test(name));
  const kind = (name: string) => statSync(join(directory, name), { throwIfNoEntry: false });
  const files = names.filter((name) => kind(name)?.isFile());
  return {
    databases: files.filter((name) => DATABASE.test(name) && !LOCK.test(name)),
    folders: FOLDERS.filter((name) => kind(name)?.isDirectory()),
    files: files.filter((name) => !DATABASE.test(name)),
  };
}

/** All of it in one row. */
export function namesOf({ databases, folders, files }: RuntimeContents): string[] {
  return [...databases, ...folders, ...files];
}

/** Paths of the files below a folder, with slashes, without what is half written. */
export function filesBelow(directory: string): string[] {
  return namesIn(directory)
    .filter((name) => !PASSING.test(name))
    .flatMap((name) => {
      const found = statSync(join(directory, name), { throwIfNoEntry: false });
      if (found?.isDirectory()) return filesBelow(join(directory, name)).map((path) => `${name}/${path}`);
      return found?.isFile() ? [name] : [];
    });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
