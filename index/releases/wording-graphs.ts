import type { Database } from '../platform/database.js';
import { centreOf } from '../search/centring.js';
import type { Proposals } from '../search/search-index.js';
import { createWordingVectors } from '../search/wording-vectors.js';
import { readGraphIndex, writeGraphIndex } from '../vector/graph-index.js';
import { openPackedTable } from '../vector/packed-table.js';
import type { Dimensions } from './item-writer.js';
import { releaseFile } from './release-files.js';
import { arrayWriter, readArrays, type StoredArrays } from './stored-arrays.js';

/** The parts of a graph of each model: files of the release, and the array with what its vectors are centred with. */
const GRAPHS = {
  main: { questions: 'questions', passages: 'passages', graph: 'graph', centre: 'graphCentre' },
  companion: {
    questions: 'companionQuestions',
    passages: 'companionPassages',
    graph: 'companionGraph',
    centre: 'companionGraphCentre',
  },
} as const;

/** Wordings with a vector of the model, in the order of their rows; the row of each item's passage; the centre. */
interface GraphRows {
  readonly wordings: readonly number[];
  readonly passageOfItem: Int32Array;
  readonly centre: Float32Array;
}

/**
 * Builds the graphs that propose wordings, one a model, from what is in the folder and the database already.
 * @param meanVector of the main model; null where it brings none
 */
export async function writeWordingGraphs(
  folder: string,
  database: Database,
  dimensions: Dimensions,
  meanVector: Float32Array | null,
): Promise<void> {
  const arrays = readArrays(database);
  const passageOfItem = arrays.int32('passageOfItem');
  const wordings = [...arrays.uint32('itemOfWording').keys()];
  const centre = centreOf(arrays.float32('corpusMean'), passageOfItem.length, meanVector);
  await writeGraph('main', folder, database, dimensions.main, { wordings, passageOfItem, centre });

  const rowOfItem = arrays.int32('companionRowOfItem');
  const inCompanion = wordingsIn(arrays.int32('companionRowOfWording'));
  const passages = rowOfItem.filter((row) => row >= 0).length;
  // As the companion's dense scores are centred: it brings no mean of its own.
  const companionCentre = centreOf(arrays.float32('companionMean'), passages || inCompanion.length, null);
  const rows = { wordings: inCompanion, passageOfItem: rowOfItem, centre: companionCentre };
  await writeGraph('companion', folder, database, dimensions.companion, rows);
}

/** How wordings are proposed by the graphs of a release. */
export async function readWordingGraphs(
  folder: string,
  arrays: StoredArrays,
  dimensions: Dimensions,
): Promise<Pick<Proposals, 'size' | 'byVectors'>> {
  const main = await openGraph('main', folder, arrays, dimensions.main);
  const companion = await openGraph('companion', folder, arrays, dimensions.companion);
  const inCompanion = wordingsIn(arrays.int32('companionRowOfWording'));
  return {
    size: main.size,
    byVectors({ vector, companionVector }, count) {
      const wordings = main.search(vector, count);
      if (!companionVector) return wordings;
      const others = companion.search(companionVector, count).map((row) => inCompanion[row] ?? 0);
      return [...wordings, ...others];
    },
  };
}

async function writeGraph(
  model: keyof typeof GRAPHS,
  folder: string,
  database: Database,
  dimensions: number,
  { wordings, passageOfItem, centre }: GraphRows,
): Promise<void> {
  const names = GRAPHS[model];
  const itemOfWording = readArrays(database).uint32('itemOfWording');
  const passageOfRow = Int32Array.from(
    wordings,
    (wording) => passageOfItem[itemOfWording[wording] ?? 0] ?? -1,
  );
  const questions = openPackedTable(releaseFile(folder, names.questions), dimensions);
  const passages = openPackedTable(releaseFile(folder, names.passages), dimensions);
  try {
    const vectors = createWordingVectors({ questions, passages, passageOfRow }, centre);
    await writeGraphIndex(releaseFile(folder, names.graph), vectors);
    arrayWriter(database).write(names.centre, centre);
  } finally {
    questions.close();
    passages.close();
  }
}

async function openGraph(
  model: keyof typeof GRAPHS,
  folder: string,
  arrays: StoredArrays,
  dimensions: number,
) {
  const graph = await readGraphIndex(releaseFile(folder, GRAPHS[model].graph), dimensions);
  const centre = arrays.float32(GRAPHS[model].centre);
  return {
    size: graph.size,
    /** Rows nearest to a vector of unit length, nearest first. */
    search(vector: Float32Array, count: number): number[] {
      const centred = vector.map((value, axis) => value - (centre[axis] ?? 0));
      return graph.search(centred, count).map(({ label }) => label);
    },
  };
}

/** The wordings that have a row, in the order of the rows. */
function wordingsIn(rowOfWording: Int32Array): number[] {
  return [...rowOfWording.keys()].filter((wording) => (rowOfWording[wording] ?? -1) >= 0);
}
