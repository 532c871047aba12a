import { describe, expect, it } from 'vitest';
import { readGraphUsage } from '../../../../channels/messenger/graph/graph-usage.js';
import { fc } from '../../../support/properties.js';

const APP = 'X-App-Usage';
const BUSINESS = 'X-Business-Use-Case-Usage';

describe('how much is used', () => {
  it.each([
    [{}, null],
    [{ [APP]: 'no JSON' }, null],
    [{ [APP]: '{"call_count":68,"total_cputime":0,"total_time":20}' }, { percent: 68, minutesToWait: null }],
    [{ [APP]: '{"call_count":"many"}' }, { percent: 0, minutesToWait: null }],
    [
      { [APP]: '{"call_count":5}', [BUSINESS]: '{"12":[{"type":"messenger","total_time":90}]}' },
      { percent: 90, minutesToWait: null },
    ],
    [
      { [BUSINESS]: '{"12":[{"call_count":100,"estimated_time_to_regain_access":19}]}' },
      { percent: 100, minutesToWait: 19 },
    ],
    [{ [BUSINESS]: '[]' }, null],
  ])('is read from %j', (headers, usage) => {
    expect(readGraphUsage(new Headers(headers as Record<string, string>))).toEqual(usage);
  });

  it('is read from any header, or not at all', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (app, business) => {
        const headers = new Map([
          ['x-app-usage', app],
          ['x-business-use-case-usage', business],
        ]);
        const usage = readGraphUsage({ get: (name) => headers.get(name) ?? null });
        expect(usage === null || usage.percent >= 0).toBe(true);
      }),
    );
  });
});
