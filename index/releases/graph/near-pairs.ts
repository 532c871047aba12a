import { centreOf, createCentredTable } from '../../search/centring.js';
import { readGraphIndex, writeGraphIndex } from '../../vector/graph-index.js';
import { dot, type VectorTable } from '../../vector/vector-table.js';
import { createVectorMean } from '../vector-mean.js';

/** Vectors of an item: of its question, and of that with the first words of its answer. */
export interface ItemVectors {
  readonly question: Float32Array;
  readonly passage: Float32Array;
}

/** How near two items are: centred cosines, as the search has them. */
export interface Nearness {
  /** Of the questions. */
  readonly question: number;
  /** Of the questions with the first words of their answers. */
  readonly passage: number;
}

/** Two items by their places, the lower first. */
interface NearPair extends Nearness {
  readonly left: number;
  readonly right: number;
}

/** Of so many neighbours each item is compared with; a question asked more often is joined through its leader all the same. */
const NEIGHBOURS = 12;
/** Up to so many items everything is compared with everything. */
export const SCAN_UP_TO = 1_000;

/**
 * Items that are near each other, each pair once. Above a thousand items the graph of the vector index proposes, so that the time
 * grows with the items and hardly with their square.
 * @param centre what vectors are centred with
 * @param graphFile where the graph is written; labels are places
 * @param least nearness from which a pair is given
 */
export async function* nearPairs(
  items: readonly ItemVectors[],
  centre: Float32Array,
  graphFile: string,
  least: number,
): AsyncGenerator<NearPair> {
  const dimensions = items[0]?.question.length ?? 0;
  if (items.length < 2) return;
  const [questions, passages] = [tableOf(items, 'question'), tableOf(items, 'passage')];
  const [questionsCentred, passagesCentred] = [questions, passages].map((table) =>
    createCentredTable(table, centre, items.length <= SCAN_UP_TO ? 'nearly all' : 'few'),
  ) as [ReturnType<typeof createCentredTable>, ReturnType<typeof createCentredTable>];
  const both = (place: number) => joinedVector(items[place] as ItemVectors, centre);
  const neighboursOf = await proposer(items.length, dimensions, both, graphFile);
  for (let left = 0; left < items.length; left++) {
    if (left % 16 === 15) await new Promise(setImmediate);
    const questionOf = questionsCentred.query(questions.row(left));
    const passageOf = passagesCentred.query(passages.row(left));
    for (const right of neighboursOf(left)) {
      const [question, passage] = [questionOf(right), passageOf(right)];
      if ((question + passage) / 2 < least) continue;
      // What each finds in the other is given once, what only the later one finds as well.
      if (right > left) yield { left, right, question, passage };
      else if (!neighboursOf(right).includes(left)) yield { left: right, right: left, question, passage };
    }
  }
}

async function proposer(
  size: number,
  dimensions: number,
  row: (place: number) => Float32Array,
  path: string,
): Promise<(place: number) => readonly number[]> {
  if (size <= SCAN_UP_TO) {
    const places = Array.from({ length: size }, (_, place) => place);
    return (place) => places.slice(place + 1);
  }
  await writeGraphIndex(path, { size, dimensions, row });
  const graph = await readGraphIndex(path, dimensions);
  const found = new Map<number, readonly number[]>();
  return (place) => {
    const known = found.get(place);
    if (known) return known;
    const near = graph
      .search(row(place), NEIGHBOURS + 1)
      .flatMap(({ label }) => (label === place ? [] : [label]));
    found.set(place, near);
    return near;
  };
}

/** What the vectors of items are centred with. */
export function centreOfItems(items: readonly ItemVectors[], meanVector: Float32Array | null): Float32Array {
  const mean = createVectorMean(items[0]?.question.length ?? 0);
  for (const { question, passage } of items) mean.add(question, passage);
  return centreOf(mean.value(), items.length, meanVector);
}

/** The vectors of one part as a table, where they are. */
function tableOf(items: readonly ItemVectors[], part: keyof ItemVectors): VectorTable {
  const row = (place: number) => (items[place] as ItemVectors)[part];
  return {
    size: items.length,
    dimensions: items[0]?.[part].length ?? 0,
    row,
    dot: (vector, place) => dot(vector, row(place)),
    dots: (vector, from, count) =>
      Float32Array.from({ length: count }, (_, at) => dot(vector, row(from + at))),
  };
}

/** The centred sum of both vectors, of unit length. */
export function joinedVector({ question, passage }: ItemVectors, centre: Float32Array): Float32Array {
  const unit = (vector: Float32Array) => {
    const length = Math.sqrt(Math.max(1e-9, dot(vector, vector)));
    return vector.map((value) => value / length);
  };
  const [one, other] = [question, passage].map((vector) =>
    unit(vector.map((value, axis) => value - (centre[axis] as number))),
  ) as [Float32Array, Float32Array];
  return unit(one.map((value, axis) => value + (other[axis] as number)));
}
