import { wordingKey } from '../../index/learning/wording-key.js';

/** What stands in somebody's rows and lies elsewhere as well: files, wordings; and words by which to see that all is gone. */
export interface KeptWords {
  /** Names at the end of addresses of files; not all are files of ours. */
  readonly fileNames: ReadonlySet<string>;
  /** Keys of what they said and were understood to ask. */
  readonly wordingKeys: ReadonlySet<string>;
  /** Distinctive pieces of what they said, as bytes would show them. */
  readonly pieces: readonly string[];
}

export interface WordCollector extends KeptWords {
  take(table: string, row: Readonly<Record<string, unknown>>): void;
}

/** A piece that is looked for in raw files: long enough to be nobody else's, short enough to stand on one page. */
const PIECE = { least: 16, most: 60 };
const MOST_PIECES = 40;
const MOST_KEYS = 20_000;
/** The last two parts of the path of an address: the id of a file, and its name. */
const FILE_ADDRESS = /https?:\/\/[^\s"\\<>]+/g;

/** Gathers it from rows as they are read; what it keeps is bounded. */
export function createWordCollector(): WordCollector {
  const fileNames = new Set<string>();
  const wordingKeys = new Set<string>();
  const pieces: string[] = [];

  function takeText(text: unknown): void {
    if (typeof text !== 'string' || text === '') return;
    if (wordingKeys.size < MOST_KEYS) wordingKeys.add(wordingKey(text.slice(0, 500)));
    const [piece] = text.split(/["\\\n\r\t]/).filter((part) => part.trim().length >= PIECE.least);
    if (piece !== undefined && pieces.length < MOST_PIECES) pieces.push(piece.trim().slice(0, PIECE.most));
  }

  return {
    fileNames,
    wordingKeys,
    pieces,
    take(table, row) {
      for (const address of `${row.message ?? ''} ${row.activity ?? ''}`.match(FILE_ADDRESS) ?? []) {
        for (const part of address.split(/[/?#]/).slice(-3)) if (part.includes('.')) fileNames.add(part);
      }
      if (table === 'messages' && row.speakerKind === 'customer') takeText(row.text);
      if (table === 'turns') {
        takeText(row.question);
        takeText(row.wholeQuestion);
      }
    },
  };
}
