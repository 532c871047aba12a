import { expect, it } from 'vitest';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import { tellRounds } from '../../../bench/offers/three-workers.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

// `npm run bench -- offers` tells many more.
it('no order of the transactions of three workers gives anybody too much, or offers anything twice', async () => {
  const told = await tellRounds({ rounds: 220, seed: 13, hear: openHearing() }, temporaryFolder());
  expect(told.wrong).toBeNull();
  // It was tried: places ran out, workers died, and much was offered and taken.
  for (const count of [told.offers, told.claims, told.refusedFull, told.deaths])
    expect(count).toBeGreaterThan(3);
});
