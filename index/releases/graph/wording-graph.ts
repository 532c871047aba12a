import type { Embedder } from '../../contracts/embedder.js';
import type { Database } from '../../platform/database.js';
import { centreOf } from '../../search/centring.js';
import type { Proposals } from '../../search/search-index.js';
import { createWordingVectors } from '../../search/wording-vectors.js';
import { changeGraphIndex, readGraphIndex, writeGraphIndex } from '../../vector/graph-index.js';
import { openPackedTable } from '../../vector/packed-table.js';
import { releaseFile } from '../release-files.js';
import { arrayWriter, readArrays, type StoredArrays } from '../stored-arrays.js';
import { readGraphBefore } from './graph-before.js';

/** The array with what the vectors of the graph are centred with. */
const CENTRE = 'graphCentre';
/** The array with the label of each wording in the graph; empty where wordings are their labels. */
const LABELS = 'graphLabels';
/** The array with how many labels were given out. */
const USED = 'graphLabelsUsed';

interface GraphOrder {
  /** With the vectors of the release. */
  readonly folder: string;
  readonly database: Database;
  readonly embedder: Pick<Embedder, 'dimensions' | 'meanVector'>;
  /** Folder of a release of this model whose graph is copied and changed where most of it stays; null for none. */
  readonly before: string | null;
}

/**
 * Writes the graph that proposes wordings, from what is in the folder and the database already: the graph of the release before with
 * what changed since, or one of its own where too much did.
 * @returns whether it is the one before with what changed: then wordings that stay have the labels that they had there
 */
export async function writeWordingGraph({
  folder,
  database,
  embedder,
  before,
}: GraphOrder): Promise<boolean> {
  const { dimensions, meanVector } = embedder;
  const arrays = readArrays(database);
  const passageOfItem = arrays.int32('passageOfItem');
  const passageOfRow = Int32Array.from(arrays.uint32('itemOfWording'), (item) => passageOfItem[item] ?? -1);
  const centre = centreOf(arrays.float32('corpusMean'), passageOfItem.length, meanVector);
  const questions = openPackedTable(releaseFile(folder, 'questions'), dimensions);
  const passages = openPackedTable(releaseFile(folder, 'passages'), dimensions);
  const tables = { questions, passages, passageOfRow };
  const { write } = arrayWriter(database);
  try {
    const known = before === null ? null : await readGraphBefore(before, tables, centre);
    if (known) {
      const vectors = createWordingVectors(tables, known.centre);
      const added = known.added.map(({ label, row }) => ({ label, vector: vectors.row(row) }));
      const { gone } = known;
      await changeGraphIndex(known.path, releaseFile(folder, 'graph'), dimensions, { gone, added });
    } else await writeGraphIndex(releaseFile(folder, 'graph'), createWordingVectors(tables, centre));
    write(CENTRE, known?.centre ?? centre);
    write(LABELS, known?.labels ?? new Uint32Array());
    write(USED, Uint32Array.of(known?.used ?? questions.size));
    return known !== null;
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
  const labels = arrays.uint32(LABELS);
  const live = labels.length === 0 ? undefined : labels.length;
  const graph = await readGraphIndex(releaseFile(folder, 'graph'), dimensions, live);
  const centre = arrays.float32(CENTRE);
  const wordingOf = wordingByLabel(labels);
  return {
    size: graph.size,
    byVector(vector, count, isWanted) {
      const centred = vector.map((value, axis) => value - (centre[axis] ?? 0));
      const isWantedLabel = isWanted && ((label: number) => isWanted(wordingOf(label)));
      return graph.search(centred, count, isWantedLabel).map(({ label }) => wordingOf(label));
    },
  };
}

function wordingByLabel(labels: Uint32Array): (label: number) => number {
  if (labels.length === 0) return (label) => label;
  const wordings = new Uint32Array(1 + labels.reduce((most, label) => Math.max(most, label), 0));
  for (const [wording, label] of labels.entries()) wordings[label] = wording;
  return (label) => wordings[label] as number;
}
