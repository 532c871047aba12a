import { describe, expect, it } from 'vitest';
import { backAt } from '../../../../../bot/hours/back-at.js';
import { holidaysOf } from '../../../../../bot/hours/holidays.js';
import type { Schedule } from '../../../../../bot/hours/schedule.js';
import { tellOpening } from '../../../../../bot/turn/phrases/tell-opening.js';

const DAY = [
  { from: 480, to: 720 },
  { from: 810, to: 1200 },
];
const DESK: Schedule = {
  timeZone: 'Europe/Amsterdam',
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  exceptions: new Map(),
  isHoliday: holidaysOf({ country: 'NL' }),
};
const told = (now: string, schedule: Schedule = DESK) => {
  const opening = backAt(schedule, new Date(now));
  return opening && [tellOpening(opening, 'nl'), tellOpening(opening, 'en')];
};

describe('when somebody is there again', () => {
  it.each([
    [
      'later today',
      '2026-03-02T11:30:00Z',
      'Wij zijn er vandaag weer vanaf 13.30 uur.',
      'We are back today from 13:30.',
    ],
    [
      'today, after midnight',
      '2026-03-03T00:30:00Z',
      'Wij zijn er vandaag weer vanaf 8.00 uur.',
      'We are back today from 8:00.',
    ],
    [
      'tomorrow, before midnight',
      '2026-03-02T22:30:00Z',
      'Wij zijn er morgen weer vanaf 8.00 uur.',
      'We are back tomorrow from 8:00.',
    ],
    [
      'today, where the day begins before it does in UTC',
      '2026-03-02T23:30:00Z',
      'Wij zijn er vandaag weer vanaf 8.00 uur.',
      'We are back today from 8:00.',
    ],
    [
      'on a weekday',
      '2026-03-07T12:00:00Z',
      'Wij zijn er maandag weer vanaf 8.00 uur.',
      'We are back on Monday from 8:00.',
    ],
    [
      'after a weekend with holidays',
      '2026-04-03T19:00:00Z',
      'Wij zijn er dinsdag weer vanaf 8.00 uur.',
      'We are back on Tuesday from 8:00.',
    ],
  ])('is told as people say it: %s', (_when, now, nl, en) => {
    expect(told(now)).toEqual([nl, en]);
  });

  it('is told with its date from a week ahead on, and with its year from far ahead on', () => {
    const closed = (from: string, days: number) => {
      const first = Date.parse(from);
      const dates = Array.from({ length: days }, (_, day) => new Date(first + day * 86_400_000));
      return { ...DESK, exceptions: new Map(dates.map((date) => [date.toISOString().slice(0, 10), []])) };
    };
    expect(told('2026-12-24T12:00:00Z', closed('2026-12-24', 11))).toEqual([
      'Wij zijn er maandag 4 januari weer vanaf 8.00 uur.',
      'We are back on Monday 4 January from 8:00.',
    ]);
    expect(told('2026-03-02T12:00:00Z', closed('2026-03-02', 365))).toEqual([
      'Wij zijn er dinsdag 2 maart 2027 weer vanaf 8.00 uur.',
      'We are back on Tuesday 2 March 2027 from 8:00.',
    ]);
  });

  it('is not told within the hours, where they are not known, and where none come', () => {
    expect(backAt(DESK, new Date('2026-03-02T09:00:00Z'))).toBeNull();
    expect(backAt(null, new Date('2026-03-02T03:00:00Z'))).toBeNull();
    expect(backAt({ ...DESK, week: [] }, new Date('2026-03-02T03:00:00Z'))).toBeNull();
  });
});
