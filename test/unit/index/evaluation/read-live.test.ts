import { describe, expect, it } from 'vitest';
import { drawnFrom } from '../../../../index/evaluation/read-live.js';

const query = (at: number) => ({ text: `question ${at}`, relevant: [], split: null });
const set = (count: number) => ({
  name: 'many',
  items: [],
  queries: Array.from({ length: count }, (_, at) => query(at)),
});

describe('questions drawn from a set', () => {
  it('are all of them where there are few', () => {
    expect(drawnFrom(set(5), 5)).toEqual(set(5));
  });

  it.each([6, 7, 10, 599, 5_000])('are as many as wanted of %i, from the first on, each once', (count) => {
    const { queries } = drawnFrom(set(count), 5);
    expect(queries).toHaveLength(5);
    expect(queries[0]).toEqual(query(0));
    expect(new Set(queries.map(({ text }) => text)).size).toBe(5);
  });
});
