import { createBm25 } from '../lexical/bm25.js';
import { fullTextReader } from '../lexical/full-text.js';
import type { Database } from '../platform/database.js';
import type { SearchIndex } from '../search/search-index.js';
import { readGraphIndex } from '../vector/graph-index.js';
import { readVectorTable } from '../vector/vector-table.js';
import { releaseFile } from './release-files.js';
import { readArrays } from './stored-arrays.js';

/**
 * Reads what a search needs from the folder of a release. All but the full-text tables is copied into memory; those are
 * read through `database`, which must stay open as long as the index is used.
 */
export function readSearchIndex(folder: string, database: Database, dimensions: number): SearchIndex {
  const arrays = readArrays(database);
  const answerOfItem = arrays.uint32('answerOfItem');
  const questionWords = createBm25(arrays.postings('questionWords'));
  const itemWords = createBm25(arrays.postings('itemWords'));
  const questionTrigrams = createBm25(arrays.postings('questionTrigrams'));
  return {
    items: answerOfItem.length,
    itemOfWording: arrays.uint32('itemOfWording'),
    firstWordingOfItem: arrays.uint32('firstWordingOfItem'),
    answerOfItem,
    passageOfItem: arrays.int32('passageOfItem'),
    itemOfPassage: arrays.uint32('itemOfPassage'),
    questions: readVectorTable(releaseFile(folder, 'questions'), dimensions),
    passages: readVectorTable(releaseFile(folder, 'passages'), dimensions),
    corpusMean: arrays.float32('corpusMean'),
    questionWords,
    itemWords,
    questionTrigrams,
    proposals: {
      questions: readGraphIndex(releaseFile(folder, 'questionGraph'), dimensions),
      passages: readGraphIndex(releaseFile(folder, 'passageGraph'), dimensions),
      byWords: fullTextReader(database, 'words', itemWords),
      byTrigrams: fullTextReader(database, 'trigrams', questionTrigrams),
    },
  };
}
