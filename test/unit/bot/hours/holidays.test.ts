import { describe, expect, it } from 'vitest';
import { holidaysOf, knowsHolidaysOf } from '../../../../bot/hours/holidays.js';

describe('holidays', () => {
  it.each(['NL', 'BE', 'DE', 'GB', 'FR'])('are known in %s', (country) => {
    expect(knowsHolidaysOf({ country })).toBe(true);
    const isHoliday = holidaysOf({ country });
    const dates = ['2026-01-01', '2026-12-24', '2026-12-25', '2028-12-25'];
    expect(dates.map(isHoliday)).toEqual([true, false, true, true]);
  });

  it('are those on which everybody is free: neither Good Friday nor Liberation Day in the Netherlands', () => {
    const dates = ['2026-04-03', '2026-05-05', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14'];
    expect(dates.map(holidaysOf({ country: 'NL' }))).toEqual([false, false, true, true, true, true]);
  });

  it('are kept on a weekday where the law says so', () => {
    // Christmas of 2027 is a Saturday.
    const dates = ['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28', '2027-12-29'];
    expect(dates.map(holidaysOf({ country: 'GB' }))).toEqual([true, true, true, true, false]);
  });

  it('last as many days as they last', () => {
    const dates = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'];
    const isHoliday = holidaysOf({ country: 'CN' });
    expect(dates.filter(isHoliday).length).toBeGreaterThan(1);
  });

  it('are not known of a country or a region that is none', () => {
    expect(knowsHolidaysOf({ country: 'XX' })).toBe(false);
    expect(knowsHolidaysOf({ country: 'toString' })).toBe(false);
    expect(knowsHolidaysOf({ country: 'DE', region: 'BY' })).toBe(true);
    expect(knowsHolidaysOf({ country: 'NL', region: 'BY' })).toBe(false);
  });
});
