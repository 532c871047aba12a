import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpeningHours } from '../../../../bot/company/read-opening-hours.js';
import { isOpen, openMsBetween } from '../../../../bot/hours/opening-times.js';
import type { Schedule } from '../../../../bot/hours/schedule.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { TestBot } from '../support/test-bot.js';

const DAY = ['08:00–12:00', '13:00-24:00'];
const HOURS = {
  company: 'Anders',
  timeZone: 'Europe/Brussels',
  holidays: { country: 'BE' },
  week: {
    monday: DAY,
    tuesday: DAY,
    wednesday: DAY,
    thursday: DAY,
    friday: DAY,
    saturday: ['00:00–02:00'],
    sunday: [],
  },
};

function written(content: unknown): string {
  const path = join(temporaryFolder(), 'opening-hours.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const read = (content: unknown) => readOpeningHours(written(content), 'Anders');
const hoursOn = (schedule: Schedule | null, date: string, offset: string) => {
  const begins = new Date(`${date}T00:00:00${offset}`);
  return schedule && openMsBetween(schedule, begins, new Date(begins.getTime() + 86_400_000)) / 3_600_000;
};

describe('the bundled opening hours', () => {
  const bundled = readOpeningHours(undefined, 'Zwaluw');

  it('are what data/facts/company.json tells in words', () => {
    expect(hoursOn(bundled, '2026-03-02', '+01:00')).toBe(12);
    expect(hoursOn(bundled, '2026-03-06', '+01:00')).toBe(12);
    expect(hoursOn(bundled, '2026-03-07', '+01:00')).toBe(8);
    expect(hoursOn(bundled, '2026-03-08', '+01:00')).toBe(0);
    expect(hoursOn(bundled, '2026-12-25', '+01:00')).toBe(0);
    expect(bundled && isOpen(bundled, new Date('2026-03-02T07:00:00Z'))).toBe(true);
    expect(bundled && isOpen(bundled, new Date('2026-03-07T07:59:00Z'))).toBe(false);
  });

  it('are those of the sample company alone', () => {
    expect(readOpeningHours(undefined, 'Anders')).toBeNull();
  });
});

describe('a file with opening hours', () => {
  it('holds several periods a day, up to midnight, in its zone, with the holidays of its country', () => {
    const schedule = read(HOURS);
    expect(hoursOn(schedule, '2026-03-06', '+01:00')).toBe(15);
    expect(hoursOn(schedule, '2026-03-07', '+01:00')).toBe(2);
    // Belgium's national day, a Tuesday.
    expect(hoursOn(schedule, '2026-07-21', '+02:00')).toBe(0);
  });

  it('may leave holidays out, and have days of its own', () => {
    const exceptions = { '2026-07-20': [], '2026-07-22': ['10:00–11:00'] };
    const schedule = read({ ...HOURS, holidays: null, exceptions });
    expect(hoursOn(schedule, '2026-07-20', '+02:00')).toBe(0);
    expect(hoursOn(schedule, '2026-07-21', '+02:00')).toBe(15);
    expect(hoursOn(schedule, '2026-07-22', '+02:00')).toBe(1);
  });

  it('that says nothing leaves the hours unknown', () => {
    expect(read(null)).toBeNull();
  });

  it.each([
    ['a time zone that is none', { timeZone: 'Europe/Utrecht' }, /timeZone: must be a time zone/],
    ['a country that is none', { holidays: { country: 'XX' } }, /holidays: must be a country/],
    ['a region of another country', { holidays: { country: 'NL', region: 'ENG' } }, /holidays: must be/],
    [
      'a time that is none',
      { week: { ...HOURS.week, monday: ['8–25'] } },
      /week\.monday\.0: must be written/,
    ],
    [
      'a period over midnight',
      { week: { ...HOURS.week, friday: ['22:00–02:00'] } },
      /week\.friday\.0: must end later than it begins; .*"22:00–24:00"/,
    ],
    [
      'periods that overlap',
      { week: { ...HOURS.week, friday: ['12:00–14:00', '08:00–12:30'] } },
      /week\.friday: must not have periods that overlap/,
    ],
    ['a day that is missing', { week: { ...HOURS.week, sunday: undefined } }, /week\.sunday: must be a list/],
    ['a date that is none', { exceptions: { '2026-02-30': [] } }, /2026-02-30.*must be a date/],
  ])('is refused with %s', (_what, change, complaint) => {
    expect(() => read({ ...HOURS, ...change })).toThrow(complaint);
  });

  it('stops the start with everything that is wrong', async () => {
    const path = written({ ...HOURS, timeZone: '', week: {} });
    expect(() => readOpeningHours(path, 'Anders')).toThrow(/timeZone[\s\S]*week\.monday[\s\S]*week\.sunday/);
    await expect(TestBot.open({ settings: { OPENING_HOURS: path } })).rejects.toMatchObject({
      code: 'OPENING_HOURS_INVALID',
    });
    await expect(TestBot.open({ settings: { OPENING_HOURS: '/nowhere.json' } })).rejects.toMatchObject({
      code: 'OPENING_HOURS_UNREADABLE',
    });
  });
});
