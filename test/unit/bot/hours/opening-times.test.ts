import { describe, expect, it } from 'vitest';
import { holidaysOf } from '../../../../bot/hours/holidays.js';
import { afterOpenMs, isOpen, nextOpening, openMsBetween } from '../../../../bot/hours/opening-times.js';
import type { Period, Schedule } from '../../../../bot/hours/schedule.js';
import { fc, runs } from '../../../support/properties.js';
import { bothAnswers, hoursCase } from '../../../support/random-hours.js';

const HOUR = 3_600_000;
const between = (from: number, to: number): Period => ({ from: from * 60, to: to * 60 });
const weekOf = (weekday: readonly Period[], saturday: readonly Period[], sunday: readonly Period[] = []) => [
  ...Array.from({ length: 5 }, () => weekday),
  saturday,
  sunday,
];
const DESK: Schedule = {
  timeZone: 'Europe/Amsterdam',
  week: weekOf([between(8, 12), between(13, 20)], [between(9, 17)]),
  exceptions: new Map(),
  isHoliday: holidaysOf({ country: 'NL' }),
};
const at = (iso: string) => new Date(iso);
const opensAfter = (iso: string, schedule: Schedule = DESK) =>
  nextOpening(schedule, at(iso))?.toISOString() ?? null;
const hoursBetween = (from: string, to: string, schedule: Schedule = DESK) =>
  openMsBetween(schedule, at(from), at(to)) / HOUR;
const promised = (from: string, hours: number, schedule: Schedule = DESK) =>
  afterOpenMs(schedule, at(from), hours * HOUR)?.toISOString() ?? null;

describe('opening times', () => {
  it('begin on the minute and end before the minute', () => {
    expect(isOpen(DESK, at('2026-03-02T06:59:59.999Z'))).toBe(false);
    expect(isOpen(DESK, at('2026-03-02T07:00:00.000Z'))).toBe(true);
    expect(isOpen(DESK, at('2026-03-02T18:59:59.999Z'))).toBe(true);
    expect(isOpen(DESK, at('2026-03-02T19:00:00.000Z'))).toBe(false);
  });

  it('leave out a lunch break', () => {
    expect(isOpen(DESK, at('2026-03-02T11:30:00Z'))).toBe(false);
    expect(opensAfter('2026-03-02T11:30:00Z')).toBe('2026-03-02T12:00:00.000Z');
    expect(promised('2026-03-02T10:00:00Z', 2)).toBe('2026-03-02T13:00:00.000Z');
  });

  it('go on at once where it is open already', () => {
    expect(opensAfter('2026-03-02T10:00:00Z')).toBe('2026-03-02T10:00:00.000Z');
  });

  it('are their own on a Saturday, and none on a Sunday', () => {
    expect(opensAfter('2026-03-06T19:00:00Z')).toBe('2026-03-07T08:00:00.000Z');
    expect(opensAfter('2026-03-07T16:00:00Z')).toBe('2026-03-09T07:00:00.000Z');
    expect(hoursBetween('2026-03-06T23:00:00Z', '2026-03-08T23:00:00Z')).toBe(8);
  });

  it('carry a promise over a night and a weekend, and end it with the day rather than the next morning', () => {
    expect(promised('2026-03-06T17:00:00Z', 4)).toBe('2026-03-07T10:00:00.000Z');
    expect(promised('2026-03-07T15:00:00Z', 1)).toBe('2026-03-07T16:00:00.000Z');
    expect(promised('2026-03-07T15:00:00Z', 2)).toBe('2026-03-09T08:00:00.000Z');
    expect(promised('2026-03-08T12:00:00Z', 0)).toBe('2026-03-08T12:00:00.000Z');
  });

  it('know that King’s Day is kept on the Saturday where it falls on a Sunday', () => {
    expect(opensAfter('2025-04-25T18:00:00Z')).toBe('2025-04-28T06:00:00.000Z');
    expect(opensAfter('2026-04-26T18:00:00Z')).toBe('2026-04-28T06:00:00.000Z');
  });

  it('know Christmas, and Easter wherever it falls', () => {
    expect(hoursBetween('2026-12-24T23:00:00Z', '2026-12-26T23:00:00Z')).toBe(0);
    expect(opensAfter('2026-12-24T19:00:00Z')).toBe('2026-12-28T07:00:00.000Z');
    expect(opensAfter('2026-04-05T10:00:00Z')).toBe('2026-04-07T06:00:00.000Z');
    expect(opensAfter('2027-03-28T10:00:00Z')).toBe('2027-03-30T06:00:00.000Z');
  });

  it('follow an exception before a holiday and before the week', () => {
    const exceptions = new Map([
      ['2026-12-25', [between(10, 14)]],
      ['2026-12-24', []],
    ]);
    const schedule = { ...DESK, exceptions };
    expect(opensAfter('2026-12-23T20:00:00Z', schedule)).toBe('2026-12-25T09:00:00.000Z');
    expect(hoursBetween('2026-12-23T23:00:00Z', '2026-12-26T23:00:00Z', schedule)).toBe(4);
  });

  it('are those of their zone, not of the server', () => {
    const mumbai = { ...DESK, timeZone: 'Asia/Kolkata', isHoliday: () => false };
    expect(opensAfter('2026-03-02T01:00:00Z', mumbai)).toBe('2026-03-02T02:30:00.000Z');
    const auckland = { ...DESK, timeZone: 'Pacific/Auckland', isHoliday: () => false };
    expect(opensAfter('2026-03-01T12:00:00Z', auckland)).toBe('2026-03-01T19:00:00.000Z');
  });

  it('follow the holidays of a region', () => {
    const england = {
      ...DESK,
      timeZone: 'Europe/London',
      isHoliday: holidaysOf({ country: 'GB', region: 'ENG' }),
    };
    expect(opensAfter('2026-08-31T09:00:00Z', england)).toBe('2026-09-01T07:00:00.000Z');
    const scotland = { ...england, isHoliday: holidaysOf({ country: 'GB', region: 'SCT' }) };
    expect(isOpen(scotland, at('2026-08-31T09:00:00Z'))).toBe(true);
  });
});

describe('in a night in which clocks are changed', () => {
  const nights: Schedule = {
    timeZone: 'Europe/Amsterdam',
    week: Array.from({ length: 7 }, () => [between(1, 4), between(22, 24)]),
    exceptions: new Map(),
    isHoliday: () => false,
  };

  it('an hour that the clocks leave out is not open', () => {
    expect(hoursBetween('2026-03-28T23:00:00Z', '2026-03-29T10:00:00Z', nights)).toBe(2);
    expect(promised('2026-03-29T00:30:00Z', 1, nights)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('an hour that they show twice is open twice', () => {
    expect(hoursBetween('2026-10-24T22:00:00Z', '2026-10-25T11:00:00Z', nights)).toBe(4);
    expect(promised('2026-10-24T23:00:00Z', 3, nights)).toBe('2026-10-25T02:00:00.000Z');
  });

  it('a period that lies in the hour left out does not come', () => {
    const early = { ...nights, week: Array.from({ length: 7 }, () => [between(2, 3)]) };
    expect(opensAfter('2026-03-28T12:00:00Z', early)).toBe('2026-03-30T00:00:00.000Z');
  });

  it('the desk opens at eight by the clock of that day', () => {
    expect(opensAfter('2026-03-27T20:00:00Z')).toBe('2026-03-28T08:00:00.000Z');
    expect(opensAfter('2026-03-28T20:00:00Z')).toBe('2026-03-30T06:00:00.000Z');
    expect(opensAfter('2026-10-24T20:00:00Z')).toBe('2026-10-26T07:00:00.000Z');
  });
});

describe('a schedule that is open day and night', () => {
  const always: Schedule = {
    ...DESK,
    week: Array.from({ length: 7 }, () => [between(0, 24)]),
    isHoliday: () => false,
  };

  it('has no gap at midnight', () => {
    expect(hoursBetween('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', always)).toBe(365 * 24);
    expect(promised('2026-03-02T12:00:00Z', 100, always)).toBe('2026-03-06T16:00:00.000Z');
  });
});

describe('a schedule that is never open', () => {
  const never: Schedule = { ...DESK, week: weekOf([], []) };

  it('gives null instead of looking for ever', () => {
    expect(nextOpening(never, at('2026-03-02T12:00:00Z'))).toBeNull();
    expect(afterOpenMs(never, at('2026-03-02T12:00:00Z'), 1)).toBeNull();
    expect(hoursBetween('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', never)).toBe(0);
  });

  it('is never open even where its holidays are all that is left of the year', () => {
    const holidays = { ...DESK, isHoliday: () => true };
    expect(nextOpening(holidays, at('2026-03-02T12:00:00Z'))).toBeNull();
  });

  it('finds an opening that is more than a year away', () => {
    const once = { ...never, exceptions: new Map([['2027-03-30', [between(9, 10)]]]) };
    expect(nextOpening(once, at('2026-03-02T12:00:00Z'))?.toISOString()).toBe('2027-03-30T07:00:00.000Z');
    expect(nextOpening(once, at('2026-02-02T12:00:00Z'))).toBeNull();
  });

  it('has no time between two moments in the wrong order', () => {
    expect(hoursBetween('2026-03-02T12:00:00Z', '2026-03-02T09:00:00Z')).toBe(0);
  });
});

describe('any schedule', () => {
  it('answers what the clock on the wall shows, minute by minute', () => {
    fc.assert(
      fc.property(hoursCase, (asked) => {
        const { product, oracle } = bothAnswers(asked);
        expect(product).toEqual(oracle);
      }),
      { numRuns: runs(300) },
    );
  });
});
