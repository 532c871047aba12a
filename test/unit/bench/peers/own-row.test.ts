import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownRow } from '../../../bench/peers/own-row.js';
import { readOwnTimes } from '../../../bench/peers/own-times.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const NO_TIMES = { p50Ms: null, p95Ms: null, memoryMb: null };

it('takes the figures of an evaluation by name', () => {
  const said = { hit1: 0.9, hit3: 0.95, mrr: 0.92, auroc: null, cov90: 0.7, ece: 0.1, answerable: 12 };
  const row = ownRow(said, { p50Ms: 12, p95Ms: 18, memoryMb: 300 });
  expect(row).toMatchObject({ hit1: 0.9, hit3: 0.95, mrr: 0.92, auroc: null, cov90: 0.7, atThreshold: null });
  expect(row).toMatchObject({ p50Ms: 12, p95Ms: 18, memoryMb: 300 });
});

it('takes the figures at the threshold where they are there', () => {
  const { atThreshold } = ownRow({ precision: 0.91, falseAccepts: 0.05 }, NO_TIMES);
  expect(atThreshold).toEqual({ precision: 0.91, falseAccepts: 0.05 });
});

it('reads its times at the fewest items', () => {
  const search = (p50Ms: number) => ({
    withEmbedding: { p50Ms, p95Ms: p50Ms * 2 },
    memoryMb: { searched: 250 },
  });
  const rows = [
    { items: 10_000, search: search(20) },
    { items: 1_000, search: search(10) },
  ];
  const path = fileWith({ benchmark: 'scale', result: { rows } });
  expect(readOwnTimes(path)).toEqual({ p50Ms: 10, p95Ms: 20, memoryMb: 250 });
});

it('has no times where they were not measured', () => {
  expect(readOwnTimes(join(temporaryFolder(), 'none.json'))).toEqual(NO_TIMES);
  expect(readOwnTimes(fileWith({ result: [] }))).toEqual(NO_TIMES);
});

function fileWith(content: unknown): string {
  const path = join(temporaryFolder(), 'scale.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}
