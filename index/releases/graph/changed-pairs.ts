import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCentring } from '../../search/centring.js';
import { changeGraphIndex, readGraphIndex } from '../../vector/graph-index.js';
import { dot } from '../../vector/vector-table.js';
import type { ItemVectors } from './near-pairs.js';
import { joinedVector } from './near-pairs.js';

/** More neighbours than where all are compared: there an item is also found from the other side. */
const NEIGHBOURS = 36;
/** Where more than such a share of all items changed, all are compared anew. */
export const MOST_CHANGED = 0.1;
/** So large a share of a graph may be only a way to others. */
const MOST_GONE = 0.25;

/** The graph over items that were compared. */
export interface NearGraph {
  /** Name of its file. */
  readonly file: string;
  /** What its vectors are centred with. */
  readonly centre: Float32Array;
  /** How many labels were given out, also to items that are gone. */
  readonly used: number;
}

/** What is not as it was compared. The changed items get labels from `graph.used` on, in order. */
export interface ItemsChange {
  readonly graph: NearGraph;
  /** Items that are there now, changed ones with them. */
  readonly items: number;
  /** Labels of items that are gone or have changed. */
  readonly gone: readonly number[];
  /** New and changed items with what the model read of them. */
  readonly changed: readonly {
    readonly id: string;
    readonly vectors: ItemVectors;
  }[];
}

/** Two items that are near each other. */
interface FoundPair {
  readonly ids: readonly [string, string];
  readonly question: number;
  readonly passage: number;
}

/** Whether so little changed that it can be compared by itself. */
export function isLittle({ graph, items, gone, changed }: ItemsChange, folder: string): boolean {
  return (
    existsSync(join(folder, graph.file)) &&
    Math.max(gone.length, changed.length) <= MOST_CHANGED * items &&
    graph.used + changed.length - items <= MOST_GONE * items
  );
}

/**
 * Compares what changed among items with all of them, over a copy of the graph of the last comparison.
 * @param folder of the graphs
 * @param file name of the new graph
 * @param known items by their labels, those that are gone or have changed left out
 * @param vectorsOf what the model read of an item that did not change
 * @param least nearness from which a pair is given
 */
export async function compareChanged(
  { graph, items, gone, changed }: ItemsChange,
  {
    folder,
    file,
    known,
    vectorsOf,
    least,
  }: {
    readonly folder: string;
    readonly file: string;
    readonly known: ReadonlyMap<number, string>;
    readonly vectorsOf: (id: string) => Promise<ItemVectors | null>;
    readonly least: number;
  },
): Promise<{ pairs: FoundPair[]; graph: NearGraph }> {
  const { centre, used } = graph;
  const added = changed.map(({ vectors }, at) => ({
    label: used + at,
    vector: joinedVector(vectors, centre),
  }));
  await changeGraphIndex(join(folder, graph.file), join(folder, file), centre.length, { gone, added });
  const index = await readGraphIndex(join(folder, file), centre.length, items);
  const fresh = new Map(changed.map(({ id, vectors }) => [id, vectors]));
  const idOf = (label: number) => known.get(label) ?? changed[label - used]?.id;
  const pairs = new Map<string, FoundPair>();
  for (const [at, { id, vectors }] of changed.entries()) {
    const nearnessTo = nearness(vectors, centre);
    const near = index.search(joinedVector(vectors, centre), NEIGHBOURS + 1);
    for (const { label } of near) {
      const other = label === used + at ? undefined : idOf(label);
      const others = other === undefined ? null : (fresh.get(other) ?? (await vectorsOf(other)));
      if (other === undefined || !others) continue;
      const found = nearnessTo(others);
      if ((found.question + found.passage) / 2 < least) continue;
      const ids = [id, other].sort() as [string, string];
      pairs.set(ids.join('\n'), { ids, ...found });
    }
  }
  return { pairs: [...pairs.values()], graph: { file, centre, used: used + changed.length } };
}

function nearness({ question, passage }: ItemVectors, centre: Float32Array) {
  const { query } = createCentring(centre);
  const [questionCosine, passageCosine] = [query(question), query(passage)];
  return (other: ItemVectors) => ({
    question: questionCosine(dot(question, other.question), dot(other.question, centre)),
    passage: passageCosine(dot(passage, other.passage), dot(other.passage, centre)),
  });
}
