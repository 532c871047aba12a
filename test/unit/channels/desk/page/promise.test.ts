import { describe, expect, it } from 'vitest';
import { promiseStanding, promisesAtRisk } from '../../../../../channels/desk/page/state/promise.js';
import { entry } from './scene.js';

const at = (time: string) => Date.parse(`2026-03-03T${time}:00Z`);
const promised = (dueAt: string, warnAt: string) => ({
  promise: {
    dueAt: `2026-03-03T${dueAt}:00.000Z`,
    warnAt: `2026-03-03T${warnAt}:00.000Z`,
    brokenAt: null,
  },
});

describe('a promised answer at the desk', () => {
  it('is told by its time while that is far, by what is left in the last hours, and is at risk from the warning on', () => {
    const row = entry('a', promised('11:00', '10:00'));
    expect(promiseStanding(row, at('06:59'))).toMatchObject({ kind: 'running', leftMs: null });
    expect(promiseStanding(row, at('09:59'))).toMatchObject({ isAtRisk: false, leftMs: 61 * 60_000 });
    expect(promiseStanding(row, at('10:00'))).toMatchObject({ isAtRisk: true, leftMs: 60 * 60_000 });
    expect(promiseStanding(row, at('11:30'))).toMatchObject({ isAtRisk: true, leftMs: 0 });
  });

  it('stands still, is broken, or is none', () => {
    const standing = (promise: ReturnType<typeof entry>['promise']) =>
      promiseStanding(entry('a', { promise }), at('10:00')).kind;
    expect(standing(null)).toBe('none');
    expect(standing({ dueAt: null, warnAt: null, brokenAt: null })).toBe('stopped');
    expect(standing({ dueAt: null, warnAt: null, brokenAt: '2026-03-03T09:00:00.000Z' })).toBe('broken');
  });

  it('is among those at risk, the one that is due first in front', () => {
    const rows = [
      entry('later', promised('11:00', '10:00')),
      entry('calm', promised('14:00', '13:00')),
      entry('first', promised('10:30', '09:30')),
      entry('none'),
    ];
    expect(promisesAtRisk(rows, at('10:00')).map((row) => row.conversationId)).toEqual(['first', 'later']);
  });
});
