import { createBm25 } from '../lexical/bm25.js';
import { fullTextReader } from '../lexical/full-text.js';
import type { Database } from '../platform/database.js';
import type { SearchIndex } from '../search/search-index.js';
import { openPackedTable } from '../vector/packed-table.js';
import { openTokenRows } from '../vector/token-rows.js';
import { readWordingGraph } from './graph/wording-graph.js';
import type { Dimensions } from './item-writer.js';
import { releaseFile } from './release-files.js';
import { readArrays } from './stored-arrays.js';

/** A search index over the files of a release. */
export interface StoredIndex extends SearchIndex {
  /** Closes the vector files that are held open; the database is its owner's to close. */
  close(): void;
}

/**
 * Reads what a search needs from the folder of a release. All but the full-text tables and large tables of vectors is
 * copied into memory; the former are read through `database`, which must stay open as long as the index is used.
 */
export async function readSearchIndex(
  folder: string,
  database: Database,
  dimensions: Dimensions,
): Promise<StoredIndex> {
  const arrays = readArrays(database);
  // The graphs are read beside this thread, so that a server goes on answering while it takes up a release.
  const graph = await readWordingGraph(folder, arrays, dimensions.texts);
  const answerOfItem = arrays.uint32('answerOfItem');
  const questionWords = createBm25(arrays.documentTerms('questionWords'));
  const itemWords = createBm25(arrays.documentTerms('itemWords'));
  const questionTrigrams = createBm25(arrays.documentTerms('questionTrigrams'));
  const questions = openPackedTable(releaseFile(folder, 'questions'), dimensions.texts);
  const passages = openPackedTable(releaseFile(folder, 'passages'), dimensions.texts);
  const sentences = openPackedTable(releaseFile(folder, 'sentences'), dimensions.texts);
  const tokenRows = openTokenRows(releaseFile(folder, 'tokens'), dimensions.tokens);
  return {
    items: answerOfItem.length,
    itemOfWording: arrays.uint32('itemOfWording'),
    firstWordingOfItem: arrays.uint32('firstWordingOfItem'),
    firstAskedOfItem: arrays.uint32('firstAskedOfItem'),
    answerOfItem,
    twinOfItem: arrays.uint32('twinOfItem'),
    passageOfItem: arrays.int32('passageOfItem'),
    itemOfPassage: arrays.uint32('itemOfPassage'),
    questions,
    passages,
    sentences,
    firstSentenceOfItem: arrays.uint32('firstSentenceOfItem'),
    corpusMean: arrays.float32('corpusMean'),
    tokens:
      tokenRows.size === 0
        ? null
        : {
            dimensions: dimensions.tokens,
            starts: arrays.uint32('tokenStarts'),
            rows: tokenRows,
            itemsWith: pairsOf(arrays.uint32('tokenIds'), arrays.uint32('itemsWithToken')),
          },
    rejections: {
      items: arrays.uint32('rejectedItems'),
      weights: arrays.float32('rejectionWeights'),
      vectors: arrays.float32('rejectedVectors'),
    },
    questionWords,
    itemWords,
    questionTrigrams,
    proposals: {
      ...graph,
      byWords: fullTextReader(database, 'words', itemWords),
      byTrigrams: fullTextReader(database, 'trigrams', questionTrigrams),
    },
    close() {
      for (const table of [questions, passages, sentences, tokenRows]) table.close();
    },
  };
}

function pairsOf(keys: Uint32Array, values: Uint32Array): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  keys.forEach((key, at) => {
    pairs.set(key, values[at] as number);
  });
  return pairs;
}
