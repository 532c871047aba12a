import { dot, type VectorTable } from '../vector/vector-table.js';
import { RECIPE } from './recipe.js';

/**
 * What vectors are centred with: `m = strength * (n * corpusMean + prior * meanVector) / (n + prior)`. Small corpora
 * lean on the mean the model brings; where it brings none, on zero.
 */
export function centreOf(
  corpusMean: Float32Array,
  items: number,
  meanVector: Float32Array | null,
): Float32Array {
  const { strength, prior } = RECIPE.centring;
  return corpusMean.map(
    (value, axis) => (strength * (items * value + prior * (meanVector?.[axis] ?? 0))) / (items + prior),
  );
}

/** Cosines of a question with the rows of a table, both centred. */
export interface CentredTable {
  query(vector: Float32Array): (row: number) => number;
}

/**
 * Centres a table without changing it. With unit vectors q and v,
 * `cos(q - m, v - m) = (q·v - q·m - v·m + m·m) / (|q - m| |v - m|)`: beside `q·v`, everything is known beforehand, so
 * that another mean needs one pass over the table and no rebuilding.
 */
export function createCentredTable(table: VectorTable, centre: Float32Array): CentredTable {
  const centreSquare = dot(centre, centre);
  const projections = new Float64Array(table.size);
  const lengths = new Float64Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const projection = table.dot(centre, row);
    projections[row] = projection;
    lengths[row] = centredLength(projection, centreSquare);
  }
  return {
    query(vector) {
      const projection = dot(vector, centre);
      const length = centredLength(projection, centreSquare);
      const constant = centreSquare - projection;
      return (row) =>
        (table.dot(vector, row) + constant - (projections[row] as number)) /
        (length * (lengths[row] as number));
    },
  };
}

/** `|v - m|` of a unit vector; never zero, so that a vector equal to the centre has the cosine 0. */
export function centredLength(projection: number, centreSquare: number): number {
  return Math.sqrt(Math.max(1e-9, 1 - 2 * projection + centreSquare));
}
