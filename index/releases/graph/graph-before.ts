import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDatabase } from '../../platform/database.js';
import { RECIPE } from '../../search/recipe.js';
import { openPackedTable, type PackedTable } from '../../vector/packed-table.js';
import { releaseFile } from '../release-files.js';
import { readArrays } from '../stored-arrays.js';

/** The vectors of wordings, and the row of the passage of each; -1 for none. */
interface WordingTables {
  readonly questions: PackedTable;
  readonly passages: PackedTable;
  readonly passageOfRow: Int32Array;
}

/** How the graph of another release becomes the one of this release. */
interface GraphBefore {
  /** Its file. */
  readonly path: string;
  /** What its vectors are centred with. */
  readonly centre: Float32Array;
  /** The label of each wording of this release. */
  readonly labels: Uint32Array;
  /** How many labels were given out, also to wordings that are gone. */
  readonly used: number;
  /** Labels of wordings that are there no more. */
  readonly gone: readonly number[];
  /** New labels with the rows of the wordings that get them. */
  readonly added: readonly { readonly label: number; readonly row: number }[];
}

/** Shares of all wordings: beyond so many new ones, or so many that are only ways to others, a graph is built anew. */
const MOST = { added: 0.2, gone: 0.25 } as const;
/** A centre that moved so far makes vectors of two releases incomparable; 1 % of new items move it by less than a hundredth of that. */
const MOST_MOVED = 0.05;
const ROWS_AT_ONCE = 2_000;

/**
 * Compares the wordings of a release with those of one before, by their vectors.
 * @param folder of the release before, of the same model
 * @param centre of this release
 * @returns null where its graph cannot be taken, or too little of it stays
 */
export async function readGraphBefore(
  folder: string,
  now: WordingTables,
  centre: Float32Array,
): Promise<GraphBefore | null> {
  if (!isOfThisRecipe(folder)) return null;
  const database = openDatabase(releaseFile(folder, 'items'), { isReadOnly: true });
  const dimensions = now.questions.dimensions;
  const questions = openPackedTable(releaseFile(folder, 'questions'), dimensions);
  const passages = openPackedTable(releaseFile(folder, 'passages'), dimensions);
  try {
    const arrays = readArrays(database);
    const before = arrays.float32('graphCentre');
    if (before.length !== centre.length || distance(before, centre) > MOST_MOVED) return null;
    const passageOfItem = arrays.int32('passageOfItem');
    const passageOfRow = Int32Array.from(arrays.uint32('itemOfWording'), (item) => passageOfItem[item] ?? -1);
    const kept = arrays.uint32('graphLabels');
    const labelOf = (row: number) => (kept.length === 0 ? row : (kept[row] as number));
    const open = await labelsByVector({ questions, passages, passageOfRow }, labelOf);
    // Labels are given out one after the other, also to those that are gone by now.
    const usedBefore = arrays.uint32('graphLabelsUsed')[0] ?? questions.size;
    const { labels, added } = await matched(now, open, usedBefore);
    const used = usedBefore + added.length;
    const gone = [...open.values()].flat();
    const isTooMuch =
      added.length > MOST.added * labels.length || used - labels.length > MOST.gone * labels.length;
    return isTooMuch
      ? null
      : { path: releaseFile(folder, 'graph'), centre: before, labels, used, gone, added };
  } finally {
    questions.close();
    passages.close();
    database.close();
  }
}

/** Takes the label of a wording with the same vectors for each that has one, and gives new ones to the others. */
async function matched(now: WordingTables, open: Map<string, number[]>, used: number) {
  const labels = new Uint32Array(now.questions.size);
  const added: { label: number; row: number }[] = [];
  for (let row = 0; row < labels.length; row++) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await nextTurn();
    const known = open.get(keyOf(now, row))?.pop();
    labels[row] = known ?? used + added.length;
    if (known === undefined) added.push({ label: used + added.length, row });
  }
  return { labels, added };
}

async function labelsByVector(
  tables: WordingTables,
  labelOf: (row: number) => number,
): Promise<Map<string, number[]>> {
  const labels = new Map<string, number[]>();
  for (let row = 0; row < tables.questions.size; row++) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await nextTurn();
    const key = keyOf(tables, row);
    const known = labels.get(key);
    if (known) known.push(labelOf(row));
    else labels.set(key, [labelOf(row)]);
  }
  return labels;
}

/** Two wordings with one key have one vector in the graph. */
function keyOf({ questions, passages, passageOfRow }: WordingTables, row: number): string {
  const passage = passageOfRow[row] ?? -1;
  const hash = createHash('sha1').update(questions.row(row));
  if (passage >= 0) hash.update(passages.row(passage));
  return hash.digest('base64');
}

/** Whether the graph weighs questions and passages as this version does. */
function isOfThisRecipe(folder: string): boolean {
  try {
    const { recipe } = JSON.parse(readFileSync(releaseFile(folder, 'calibration'), 'utf8')) as {
      recipe: unknown;
    };
    return JSON.stringify(recipe) === JSON.stringify(RECIPE);
  } catch {
    return false;
  }
}

function distance(left: Float32Array, right: Float32Array): number {
  return Math.hypot(...left.map((value, axis) => value - (right[axis] ?? 0)));
}
