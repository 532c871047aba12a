import type { EmbeddedItem } from '../contracts/releases.js';
import { createTokenWriter } from '../vector/token-rows.js';
import { releaseFile } from './release-files.js';
import type { arrayWriter } from './stored-arrays.js';

/** Writes the tokens of items: those of the question with its answer, then those of the question alone. */
interface ItemTokenWriter {
  /** Adds an item; one without tokens still takes its place. */
  add(tokens: EmbeddedItem['tokens']): void;
  /** Writes where each item's rows begin and in how many items each token occurs, and closes the file. */
  finish(write: ReturnType<typeof arrayWriter>['write']): void;
  close(): void;
}

export function createItemTokenWriter(folder: string, dimensions: number): ItemTokenWriter {
  const writer = createTokenWriter(releaseFile(folder, 'tokens'), dimensions);
  /** Of each item where its passage begins and where its question does; at the end the number of rows. */
  const starts: number[] = [];
  const itemsWith = new Map<number, number>();
  let rows = 0;
  return {
    add(tokens) {
      starts.push(rows);
      if (tokens) {
        rows = writer.add(tokens.passage);
        for (const id of new Set(tokens.passage.ids)) itemsWith.set(id, (itemsWith.get(id) ?? 0) + 1);
      }
      starts.push(rows);
      if (tokens) rows = writer.add(tokens.question);
    },
    finish(write) {
      writer.close();
      write('tokenStarts', Uint32Array.from([...starts, rows]));
      write('tokenIds', Uint32Array.from(itemsWith.keys()));
      write('itemsWithToken', Uint32Array.from(itemsWith.values()));
    },
    close: () => writer.close(),
  };
}
