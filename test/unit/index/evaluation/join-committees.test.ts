import { describe, expect, it } from 'vitest';
import type { NetCommittee } from '../../../../index/contracts/learned-ranking.js';
import { joinCommittees } from '../../../../index/evaluation/join-committees.js';
import { ask } from '../../../../index/search/committee.js';
import { fc } from '../../../support/properties.js';

const number = fc.double({ min: -2, max: 2, noNaN: true });
const pair = fc.tuple(number, number).map(([one, other]) => [one, other]);
const positive = fc.double({ min: 0.1, max: 3, noNaN: true });
const net = fc.record({
  hidden: fc.tuple(pair).map(([row]) => [row]),
  bias: fc.tuple(number).map(([one]) => [one]),
  out: fc.tuple(number).map(([one]) => [one]),
  straight: pair,
  last: number,
});
const committee: fc.Arbitrary<NetCommittee> = fc.record({
  means: pair,
  deviations: fc.tuple(positive, positive).map(([one, other]) => [one, other]),
  nets: fc.array(net, { minLength: 1, maxLength: 3 }),
});

describe('two committees joined', () => {
  it('say the mean of what both say, however each standardises', () => {
    fc.assert(
      fc.property(committee, committee, pair, (first, second, features) => {
        const mean = (ask(first, features) + ask(second, features)) / 2;
        expect(ask(joinCommittees(first, second), features)).toBeCloseTo(mean, 6);
      }),
    );
  });
});
