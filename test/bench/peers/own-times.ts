import { readFileSync } from 'node:fs';

/** Times and memory of our own program; null where they were not measured. */
export interface OwnTimes {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly memoryMb: number | null;
}

/**
 * Our own program's times of a search with embedding, as benchmark `scale` measured them at its smallest number of
 * items (1,000, the size of these sets).
 * @param path the result of that benchmark
 */
export function readOwnTimes(path = 'test/bench/results/scale.json'): OwnTimes {
  const rows = listOf(field(field(readJson(path), 'result'), 'rows'));
  const [smallest] = rows.sort((left, right) => Number(field(left, 'items')) - Number(field(right, 'items')));
  const search = field(smallest, 'search');
  const times = field(search, 'withEmbedding');
  return {
    p50Ms: numberOf(field(times, 'p50Ms')),
    p95Ms: numberOf(field(times, 'p95Ms')),
    memoryMb: numberOf(field(field(search, 'memoryMb'), 'searched')),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...value] : [];
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
