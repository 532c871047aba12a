import type { Database } from '../platform/database.js';
import { centreOf } from '../search/centring.js';
import { createWordingVectors } from '../search/wording-vectors.js';
import { readGraphIndex, writeGraphIndex } from '../vector/graph-index.js';
import { openPackedTable } from '../vector/packed-table.js';
import { releaseFile } from './release-files.js';
import { arrayWriter, readArrays, type StoredArrays } from './stored-arrays.js';

/**
 * Builds the graph that proposes wordings, from what is in the folder and the database already, and stores beside it what
 * its vectors are centred with.
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
  const centre = centreOf(arrays.float32('corpusMean'), passageOfItem.length, meanVector);
  const questions = openPackedTable(releaseFile(folder, 'questions'), dimensions);
  const passages = openPackedTable(releaseFile(folder, 'passages'), dimensions);
  try {
    const index = { questions, passages, itemOfWording: arrays.uint32('itemOfWording'), passageOfItem };
    await writeGraphIndex(releaseFile(folder, 'graph'), createWordingVectors(index, centre));
    arrayWriter(database).write('graphCentre', centre);
  } finally {
    questions.close();
    passages.close();
  }
}

/** A graph that proposes wordings. */
export interface WordingGraph {
  readonly size: number;
  /** The nearest wordings, nearest first, of a vector of unit length, uncentred. */
  search(vector: Float32Array, count: number): number[];
}

export async function readWordingGraph(
  folder: string,
  arrays: StoredArrays,
  dimensions: number,
): Promise<WordingGraph> {
  const graph = await readGraphIndex(releaseFile(folder, 'graph'), dimensions);
  const centre = arrays.float32('graphCentre');
  return {
    size: graph.size,
    search(vector, count) {
      const centred = vector.map((value, axis) => value - (centre[axis] ?? 0));
      return graph.search(centred, count).map(({ label }) => label);
    },
  };
}
