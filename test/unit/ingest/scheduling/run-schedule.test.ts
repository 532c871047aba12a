import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../index/platform/log.js';
import type { ProcessEnd } from '../../../../index/platform/processes/run-in-process.js';
import { createIngestRuns, type IngestRuns } from '../../../../ingest/scheduling/ingest-runs.js';
import { readCron } from '../../../../ingest/scheduling/read-cron.js';
import { type RunSchedule, startRunSchedule } from '../../../../ingest/scheduling/run-schedule.js';
import { createRunTrouble, type RunTrouble } from '../../../../ingest/scheduling/run-trouble.js';

const DONE: ProcessEnd = { isDone: true };
const failed = (code: string): ProcessEnd => ({ isDone: false, code, message: `${code}: words` });

let now: Date;
let logged: string[];
let live: string | null;
let schedule: RunSchedule;
let ingest: IngestRuns;
let trouble: RunTrouble;
/** For whom runs began, and what the last one says. */
let begun: { readonly by: string; readonly isFull: boolean }[];
let say: (line: string) => void;
/** Ends the wait that is on; the clock stands where it ends. */
let wake: () => void;
/** Runs that began, each with how to end it. */
let runs: ((end: ProcessEnd) => void)[];

beforeEach(() => {
  now = new Date('2026-03-02T00:10:00Z');
  logged = [];
  live = 'r1';
  runs = [];
  begun = [];
  const clock = { now: () => now };
  trouble = createRunTrouble({ liveId: () => live, clock });
  ingest = createIngestRuns({
    attempt: (who, stop, tell) =>
      new Promise((resolve) => {
        runs.push(resolve);
        begun.push(who);
        say = tell;
        stop.addEventListener('abort', () => resolve(failed('SIGTERM')), { once: true });
      }),
    trouble,
    log: createLog('info', (line) => logged.push(String(JSON.parse(line).msg))),
    clock,
  });
  schedule = startRunSchedule({
    expression: '30 * * * *',
    timeZone: 'UTC',
    attempt: (stop) => ingest.runBySchedule(stop),
    liveId: () => live,
    log: createLog('info', (line) => logged.push(String(JSON.parse(line).msg))),
    clock,
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
afterEach(async () => {
  await schedule.stop();
  await ingest.stop();
});

/** Lets what was resolved go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

async function nextTime(): Promise<void> {
  wake();
  await settled();
}

async function endWith(end: ProcessEnd): Promise<void> {
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
    expect(trouble.look()).toBeNull();
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
    expect(trouble.look()).toMatchObject({
      ...{ kind: 'failed', at: '2026-03-02T00:30:00.000Z', code: 'SOURCE_UNREADABLE' },
    });
    expect(logged.at(-1)).toBe('The scheduled ingest failed; the live release stays.');
    await nextTime();
    await endWith(DONE);
    expect(trouble.look()).toBeNull();
  });

  it('tells of a release that was held back, until somebody publishes', async () => {
    await nextTime();
    await endWith(failed('RELEASE_HELD_BACK'));
    expect(trouble.look()).toMatchObject({ kind: 'held-back' });
    live = 'r2';
    expect(trouble.look()).toBeNull();
  });

  it('takes it as no failure when somebody runs ingest at that moment', async () => {
    await nextTime();
    await endWith(failed('INGEST_RUNNING'));
    expect(trouble.look()).toBeNull();
    expect(logged.at(-1)).toBe('A scheduled ingest was left out because another one is running.');
  });

  it('ends waiting and a running run when it is stopped', async () => {
    await nextTime();
    await schedule.stop();
    expect(trouble.look()).toBeNull();
    expect(runs).toHaveLength(1);
  });
});

describe('a run that somebody begins at the desk', () => {
  it('is watched step by step until it is done', async () => {
    expect(ingest.last()).toBeNull();
    expect(ingest.start('noor', true)).toBe(true);
    expect(begun).toEqual([{ by: 'noor', isFull: true }]);
    expect(ingest.last()).toMatchObject({ by: 'noor', step: null, outcome: null });
    say('{"phase":"embedding","done":20,"total":640}');
    say('Release 2026 is live.');
    expect(ingest.last()?.step).toEqual({ phase: 'embedding', done: 20, total: 640 });
    await endWith(DONE);
    expect(ingest.last()).toMatchObject({ outcome: 'done', code: null, endedAt: now.toISOString() });
  });

  it('is alone: neither a second one nor the schedule begins beside it', async () => {
    ingest.start('noor', false);
    expect(ingest.start('tijs', false)).toBe(false);
    await nextTime();
    expect(runs).toHaveLength(1);
    expect(logged.at(-1)).toBe('A scheduled ingest was left out because another one is running.');
    await endWith(DONE);
    expect(ingest.start('tijs', false)).toBe(true);
  });

  it('says that another one is at it elsewhere, and that is no trouble', async () => {
    ingest.start('noor', false);
    await endWith(failed('INGEST_RUNNING'));
    expect(ingest.last()).toMatchObject({ outcome: 'elsewhere', code: null });
    expect(trouble.look()).toBeNull();
  });

  it.each([
    ['SOURCE_UNREADABLE', 'failed', 'SOURCE_UNREADABLE'],
    ['RELEASE_HELD_BACK', 'held-back', null],
  ] as const)('is trouble for everybody when it ends with %s', async (code, outcome, told) => {
    ingest.start('noor', false);
    await endWith(failed(code));
    expect(ingest.last()).toMatchObject({ outcome, code: told });
    expect(trouble.look()?.kind).toBe(outcome);
  });

  it('ends the trouble of the schedule when it goes well', async () => {
    await nextTime();
    await endWith(failed('SOURCE_UNREADABLE'));
    ingest.start('noor', false);
    await endWith(DONE);
    expect(trouble.look()).toBeNull();
  });

  it('ends with the server', async () => {
    ingest.start('noor', false);
    await ingest.stop();
    expect(ingest.last()).toMatchObject({ outcome: 'stopped' });
    expect(trouble.look()).toBeNull();
    expect(ingest.start('noor', false)).toBe(false);
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
