import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../index/platform/log.js';
import type { IngestProcessEnd } from '../../../../ingest/releasing/ingest-process.js';
import { readCron } from '../../../../ingest/scheduling/read-cron.js';
import { type RunSchedule, startRunSchedule } from '../../../../ingest/scheduling/run-schedule.js';

const DONE: IngestProcessEnd = { isDone: true };
const failed = (code: string): IngestProcessEnd => ({ isDone: false, code, message: `${code}: words` });

let now: Date;
let logged: string[];
let live: string | null;
let schedule: RunSchedule;
/** Ends the wait that is on; the clock stands where it ends. */
let wake: () => void;
/** Runs that began, each with how to end it. */
let runs: ((end: IngestProcessEnd) => void)[];

beforeEach(() => {
  now = new Date('2026-03-02T00:10:00Z');
  logged = [];
  live = 'r1';
  runs = [];
  schedule = startRunSchedule({
    expression: '30 * * * *',
    timeZone: 'UTC',
    attempt: (stop) =>
      new Promise((resolve) => {
        runs.push(resolve);
        stop.addEventListener('abort', () => resolve(failed('SIGTERM')), { once: true });
      }),
    liveId: () => live,
    log: createLog('info', (line) => logged.push(String(JSON.parse(line).msg))),
    clock: { now: () => now },
    wait: (ms, stop) =>
      new Promise((resolve) => {
        wake = () => {
          now = new Date(now.getTime() + ms);
          resolve();
        };
        stop.addEventListener('abort', () => resolve(), { once: true });
      }),
  });
});
afterEach(() => schedule.stop());

/** Lets what was resolved go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

async function nextTime(): Promise<void> {
  wake();
  await settled();
}

async function endWith(end: IngestProcessEnd): Promise<void> {
  runs.at(-1)?.(end);
  await settled();
}

describe('a schedule', () => {
  it('begins a run whenever its time has come', async () => {
    expect(runs).toHaveLength(0);
    await nextTime();
    expect(now.toISOString()).toBe('2026-03-02T00:30:00.000Z');
    expect(runs).toHaveLength(1);
    await endWith(DONE);
    await nextTime();
    expect(now.toISOString()).toBe('2026-03-02T01:30:00.000Z');
    expect(runs).toHaveLength(2);
    expect(schedule.trouble()).toBeNull();
  });

  it('leaves a run out, with words, while the one before is at it', async () => {
    await nextTime();
    await nextTime();
    expect(runs).toHaveLength(1);
    expect(logged.at(-1)).toBe('A scheduled ingest was left out because the one before is still running.');
    await endWith(DONE);
    await nextTime();
    expect(runs).toHaveLength(2);
  });

  it('tells of a run that failed, until one goes well', async () => {
    await nextTime();
    await endWith(failed('SOURCE_UNREADABLE'));
    expect(schedule.trouble()).toEqual({ kind: 'failed', since: '2026-03-02T00:30:00.000Z' });
    expect(logged.at(-1)).toBe('The scheduled ingest failed; the live release stays.');
    await nextTime();
    await endWith(DONE);
    expect(schedule.trouble()).toBeNull();
  });

  it('tells of a release that was held back, until somebody publishes', async () => {
    await nextTime();
    await endWith(failed('RELEASE_HELD_BACK'));
    expect(schedule.trouble()).toMatchObject({ kind: 'held-back' });
    live = 'r2';
    expect(schedule.trouble()).toBeNull();
  });

  it('takes it as no failure when somebody runs ingest at that moment', async () => {
    await nextTime();
    await endWith(failed('INGEST_RUNNING'));
    expect(schedule.trouble()).toBeNull();
    expect(logged.at(-1)).toBe('A scheduled ingest was left out because another one is running.');
  });

  it('ends waiting and a running run when it is stopped', async () => {
    await nextTime();
    await schedule.stop();
    expect(schedule.trouble()).toBeNull();
    expect(runs).toHaveLength(1);
  });
});

describe('a cron expression', () => {
  it('is read in its time zone, also over the change of the clock', () => {
    const next = readCron('30 3 * * *', 'Europe/Amsterdam');
    expect(next(new Date('2026-03-28T12:00:00Z'))?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(next(new Date('2026-03-27T12:00:00Z'))?.toISOString()).toBe('2026-03-28T02:30:00.000Z');
  });

  it.each([
    ['every night', undefined],
    ['61 3 * * *', undefined],
    ['* * * * * *', undefined],
    ['30 3 * * *', 'Europe/Atlantis'],
  ])('that names no times is refused with what to write: %s %s', (expression, timeZone) => {
    expect(() => readCron(expression, timeZone)).toThrow(/"30 3 \* \* \*" for half past three each night/);
  });
});
