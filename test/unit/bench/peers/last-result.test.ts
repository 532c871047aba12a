import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLastResult, withOwnRow } from '../../../bench/peers/last-result.js';
import { OWN } from '../../../bench/peers/own-row.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const MEASURED = {
  tiny: { items: 1, questions: 2, rows: { [OWN]: { reason: 'old' }, one: { reason: 'slow' } } },
};

it('reads what the last run found', () => {
  const path = join(temporaryFolder(), 'peers.json');
  writeFileSync(path, JSON.stringify({ benchmark: 'peers', result: MEASURED }));
  expect(readLastResult(path)).toEqual(MEASURED);
});

it('has nothing to go on without a last run', () => {
  expect(readLastResult(join(temporaryFolder(), 'none.json'))).toEqual({});
});

it('replaces our own row only', () => {
  const rows = withOwnRow(MEASURED.tiny.rows, { reason: 'new' });
  expect(rows).toEqual({ [OWN]: { reason: 'new' }, one: { reason: 'slow' } });
});
