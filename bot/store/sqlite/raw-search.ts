import { close, openSync, read } from 'node:fs';
import { promisify } from 'node:util';

/** Looks for text in the bytes of a database's files, whatever SQLite would make of them. */
export interface RawSearch {
  /** Which pieces stand somewhere in them. */
  find(pieces: readonly string[]): Promise<ReadonlySet<string>>;
  /** Call it after the database was closed, and not before. */
  close(): Promise<void>;
}

/** Read at once; with forty pieces some milliseconds of looking. */
const PART_BYTES = 256 * 1024;

const readAt = promisify(read);
const closeFile = promisify(close);

/**
 * The file of the database is opened once and stays open: a process that closes any descriptor of a file gives up all its
 * locks on that file, SQLite's as well (sqlite.org/howtocorrupt.html, 2.2), and another process would take away the log under
 * a running server.
 * @param path null for a database in memory
 */
export function createRawSearch(path: string | null): RawSearch {
  const opened = new Map<string, number>();

  function descriptorOf(file: string): number | null {
    const known = opened.get(file);
    if (known !== undefined) return known;
    try {
      const descriptor = openSync(file, 'r');
      opened.set(file, descriptor);
      return descriptor;
    } catch {
      return null; // A log that is not there holds nothing.
    }
  }

  return {
    async find(pieces) {
      const found = new Set<string>();
      const wanted = pieces.map((piece) => ({ piece, bytes: Buffer.from(piece) }));
      if (path === null || wanted.length === 0) return found;
      for (const file of [path, `${path}-wal`]) {
        const descriptor = descriptorOf(file);
        if (descriptor !== null) await search(descriptor, wanted, found);
      }
      return found;
    },
    async close() {
      for (const descriptor of opened.values()) await closeFile(descriptor);
      opened.clear();
    },
  };
}

interface Wanted {
  readonly piece: string;
  readonly bytes: Buffer;
}

async function search(descriptor: number, wanted: readonly Wanted[], found: Set<string>): Promise<void> {
  const longest = Math.max(...wanted.map(({ bytes }) => bytes.length));
  const buffer = Buffer.alloc(PART_BYTES + longest);
  // The end of each part stands before the next: a piece may lie across.
  for (let place = 0, kept = 0; ; ) {
    const { bytesRead } = await readAt(descriptor, buffer, kept, PART_BYTES, place);
    if (bytesRead === 0) return;
    const part = buffer.subarray(0, kept + bytesRead);
    for (const { piece, bytes } of wanted) if (!found.has(piece) && part.includes(bytes)) found.add(piece);
    place += bytesRead;
    kept = Math.min(longest, part.length);
    buffer.copyWithin(0, part.length - kept, part.length);
  }
}
