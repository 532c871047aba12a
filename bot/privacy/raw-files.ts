import { open } from 'node:fs/promises';

/** Read at once; with forty pieces some milliseconds of looking. */
const PART_BYTES = 256 * 1024;

/**
 * Which pieces of text stand somewhere in the bytes of files, whatever a program would make of them. A file that is not
 * there holds nothing.
 */
export async function piecesInFiles(
  paths: readonly string[],
  pieces: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const wanted = pieces.map((piece) => ({ piece, bytes: Buffer.from(piece) }));
  const longest = Math.max(0, ...wanted.map(({ bytes }) => bytes.length));
  if (longest === 0) return found;
  for (const path of paths) {
    const file = await open(path, 'r').catch(() => null);
    if (!file) continue;
    try {
      const buffer = Buffer.alloc(PART_BYTES + longest);
      // The end of each part stands before the next: a piece may lie across.
      for (let place = 0, kept = 0; ; ) {
        const { bytesRead } = await file.read(buffer, kept, PART_BYTES, place);
        if (bytesRead === 0) break;
        const part = buffer.subarray(0, kept + bytesRead);
        for (const { piece, bytes } of wanted) {
          if (!found.has(piece) && part.includes(bytes)) found.add(piece);
        }
        place += bytesRead;
        kept = Math.min(longest, part.length);
        buffer.copyWithin(0, part.length - kept, part.length);
      }
    } finally {
      await file.close();
    }
  }
  return found;
}
