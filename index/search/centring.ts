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

/** The cosine of a vector with another one, both centred, from their inner product. */
interface Centring {
  /**
   * @param vector unit length, uncentred
   * @returns for the inner product of `vector` with another one, and that of the centre with it: their centred cosine
   */
  query(vector: Float32Array): (product: number, projection: number, length?: number) => number;
  /** The length of a centred unit vector, from its inner product with the centre. */
  lengthOf(projection: number): number;
}

/**
 * Centres without changing a vector. With unit vectors q and v,
 * `cos(q - m, v - m) = (q·v - q·m - v·m + m·m) / (|q - m| |v - m|)`.
 */
export function createCentring(centre: Float32Array): Centring {
  const centreSquare = dot(centre, centre);
  // Never zero, so that a vector equal to the centre has the cosine 0.
  const lengthOf = (projection: number) => Math.sqrt(Math.max(1e-9, 1 - 2 * projection + centreSquare));
  return {
    lengthOf,
    query(vector) {
      const own = dot(vector, centre);
      const ownLength = lengthOf(own);
      const constant = centreSquare - own;
      return (product, projection, length = lengthOf(projection)) =>
        (product + constant - projection) / (ownLength * length);
    },
  };
}

/** Cosines of a question with the rows of a table, both centred. */
interface CentredTable {
  query(vector: Float32Array): (row: number) => number;
}

/**
 * Centres a table without changing it: beside `q·v`, everything is known beforehand, so that another mean needs one pass
 * over the table and no rebuilding.
 * @param rowsAsked of a small table by one query
 */
export function createCentredTable(
  table: VectorTable,
  centre: Float32Array,
  rowsAsked: 'nearly all' | 'few' = 'nearly all',
): CentredTable {
  const centring = createCentring(centre);
  const projections = projectionsOf(table, centre);
  const lengths = projections.map(centring.lengthOf);
  const isSmall = rowsAsked === 'nearly all' && table.size <= RECIPE.candidates.scanUpTo;
  return {
    query(vector) {
      const cosine = centring.query(vector);
      // All rows at once cost less than each alone, and of a small table nearly all are asked for.
      const all = isSmall && table.size > 0 ? table.dots(vector, 0, table.size) : null;
      return (row) =>
        cosine(
          all ? (all[row] as number) : table.dot(vector, row),
          projections[row] as number,
          lengths[row] as number,
        );
    },
  };
}

/** So many rows are multiplied at once, which bounds the memory that it takes. */
const ROWS_AT_ONCE = 1_024;

function projectionsOf(table: VectorTable, centre: Float32Array): Float64Array {
  const projections = new Float64Array(table.size);
  for (let row = 0; row < table.size; row += ROWS_AT_ONCE) {
    projections.set(table.dots(centre, row, Math.min(ROWS_AT_ONCE, table.size - row)), row);
  }
  return projections;
}
