import type { Database } from '../platform/database.js';
import { centreOf } from '../search/centring.js';
import type { Proposals } from '../search/search-index.js';
import { createWordingVectors } from '../search/wording-vectors.js';
import { readGraphIndex, writeGraphIndex } from '../vector/graph-index.js';
import { openPackedTable } from '../vector/packed-table.js';
import { releaseFile } from './release-files.js';
import { arrayWriter, readArrays, type StoredArrays } from './stored-arrays.js';

/** The array with what the vectors of the graph are centred with. */
const CENTRE = 'graphCentre';

/**
 * Builds the graph that proposes wordings, from what is in the folder and the database already.
 * @param meanVector of the model; null where it brings none
 */
export async function writeWordingGraph(
  folder: string,
  database: Database,
  dimensions: number,
  meanVector: Float32Array | null,
): Promise<void> {
  const arrays = readArrays(database);
  const passageOfItem = arrays.int32('passageOfItem');
  const passageOfRow = Int32Array.from(arrays.uint32('itemOfWording'), (item) => passageOfItem[item] ?? -1);
  const centre = centreOf(arrays.float32('corpusMean'), passageOfItem.length, meanVector);
  const questions = openPackedTable(releaseFile(folder, 'questions'), dimensions);
  const passages = openPackedTable(releaseFile(folder, 'passages'), dimensions);
  try {
    const vectors = createWordingVectors({ questions, passages, passageOfRow }, centre);
    await writeGraphIndex(releaseFile(folder, 'graph'), vectors);
    arrayWriter(database).write(CENTRE, centre);
  } finally {
    questions.close();
    passages.close();
  }
}

/** How wordings are proposed by the graph of a release. */
export async function readWordingGraph(
  folder: string,
  arrays: StoredArrays,
  dimensions: number,
): Promise<Pick<Proposals, 'size' | 'byVector'>> {
  const graph = await readGraphIndex(releaseFile(folder, 'graph'), dimensions);
  const centre = arrays.float32(CENTRE);
  return {
    size: graph.size,
    byVector(vector, count, isWanted) {
      const centred = vector.map((value, axis) => value - (centre[axis] ?? 0));
      return graph.search(centred, count, isWanted).map(({ label }) => label);
    },
  };
}
