import { describe, expect, it } from 'vitest';
import { createShadowProcess } from '../../../../bot/composition/shadow/shadow-process.js';
import type { ShadowReport } from '../../../../bot/contracts/content/desk-shadow.js';
import { createShadowRuns, type ShadowEnd } from '../../../../bot/desk/releases/shadow-runs.js';
import { silentLog } from '../../../../index/platform/log.js';
import { SetClock } from '../support/set-clock.js';

const COUNTS = { answer: 1, doubt: 0, choices: 0, person: 0 };

function reportOf(releaseId: string, changed: number): ShadowReport {
  const before = { releaseId: 'live', verdict: 'person', hits: [] } as const;
  const after = { ...before, releaseId, verdict: 'answer' } as const;
  const changes = Array.from({ length: changed }, (_, place) => ({
    ...({ question: `question ${place}`, language: 'en', times: 1, kind: 'gained' } as const),
    ...{ before, after },
  }));
  const counts = { before: COUNTS, after: COUNTS, asked: changed, different: changed, leftOut: 0 };
  return { releaseId, liveId: 'live', since: '2026-03-01T09:00:00.000Z', ...counts, changed, changes };
}

/** Runs that a test ends. */
function runs() {
  const clock = new SetClock();
  let end: (how: ShadowEnd) => void = () => {};
  let tell: (done: number, total: number) => void = () => {};
  const room = createShadowRuns({
    attempt: (_wanted, stop, telling) => {
      tell = telling;
      return new Promise((resolve) => {
        end = resolve;
        stop.addEventListener('abort', () => resolve({ isDone: false, code: 'SIGTERM' }));
      });
    },
    clock,
    log: silentLog,
  });
  const settled = () => expect.poll(() => room.look()?.outcome).not.toBeNull();
  return {
    room,
    clock,
    end: (how: ShadowEnd) => end(how),
    tell: (...step: [number, number]) => tell(...step),
    settled,
  };
}

const WANTED = { releaseId: 'r1', days: 1, by: 'Noor' };

describe('a run of customers’ questions', () => {
  it('tells how far it is, and then what it came to, page by page', async () => {
    const { room, end, tell, settled } = runs();
    expect(room.look()).toBeNull();
    expect(room.start(WANTED)).toBe(true);
    expect(room.look()).toMatchObject({ by: 'Noor', done: 0, total: null, outcome: null });
    tell(3, 40);
    expect(room.look()).toMatchObject({ done: 3, total: 40 });
    expect(room.changes('r1', 0)).toBeNull();
    end({ isDone: true, report: reportOf('r1', 25) });
    await settled();
    expect(room.look()).toMatchObject({ outcome: 'done', gist: { changed: 25 } });
    expect(room.look()?.gist).not.toHaveProperty('changes');
    const first = room.changes('r1', 0);
    expect([first?.changes.length, first?.next]).toEqual([20, 20]);
    const last = room.changes('r1', 20);
    expect([last?.changes.length, last?.next]).toEqual([5, null]);
    expect(room.changes('r2', 0)).toBeNull();
  });

  it('is one at a time', async () => {
    const { room, end, settled } = runs();
    room.start(WANTED);
    expect(room.start({ ...WANTED, releaseId: 'r2' })).toBe(false);
    expect(room.look()?.releaseId).toBe('r1');
    end({ isDone: true, report: reportOf('r1', 1) });
    await settled();
    expect(room.start({ ...WANTED, releaseId: 'r2' })).toBe(true);
    expect(room.changes('r1', 0)).toBeNull();
    await room.close();
  });

  it('is stopped by whoever wants that, and by the end of the server', async () => {
    const { room, settled } = runs();
    room.start(WANTED);
    room.stop();
    await settled();
    expect(room.look()).toMatchObject({ outcome: 'stopped', gist: null, code: null });
    room.start(WANTED);
    await room.close();
    expect(room.look()).toBeNull();
  });

  it('says which error ended it', async () => {
    const { room, end, settled } = runs();
    room.start(WANTED);
    end({ isDone: false, code: 'RELEASE_OUTDATED' });
    await settled();
    expect(room.look()).toMatchObject({ outcome: 'failed', code: 'RELEASE_OUTDATED' });
  });

  it('is forgotten a quarter of an hour after its end', async () => {
    const { room, clock, end, settled } = runs();
    room.start(WANTED);
    end({ isDone: true, report: reportOf('r1', 1) });
    await settled();
    clock.forward({ minutes: 14 });
    expect(room.changes('r1', 0)?.changes).toHaveLength(1);
    clock.forward({ minutes: 1 });
    expect(room.changes('r1', 0)).toBeNull();
    expect(room.look()).toBeNull();
  });
});

describe('the process of a run', () => {
  const stop = new AbortController().signal;

  it('yields to customers, and is read line by line', async () => {
    const report = reportOf('r1', 2);
    const begun: unknown[] = [];
    const steps: unknown[] = [];
    const attempt = createShadowProcess(async (start, _stop, tell) => {
      begun.push([start.words, start.isYielding]);
      for (const said of [{ done: 1, total: 2 }, { report }]) tell(JSON.stringify(said));
      tell('a line of something else');
      return { isDone: true };
    });
    const end = await attempt({ releaseId: 'r1', days: 7 }, stop, (...step) => steps.push(step));
    expect(end).toEqual({ isDone: true, report });
    expect(begun).toEqual([[['--release=r1', '--days=7', '--progress'], true]]);
    expect(steps).toEqual([[1, 2]]);
  });

  it('failed where it gave no report, or says so itself', async () => {
    const silent = createShadowProcess(async () => ({ isDone: true }));
    expect(await silent({ releaseId: 'r1', days: 1 }, stop, () => {})).toEqual({
      isDone: false,
      code: 'NO_REPORT',
    });
    const failed = createShadowProcess(async () => ({ isDone: false, code: 'NO_STORE', message: 'words' }));
    expect(await failed({ releaseId: 'r1', days: 1 }, stop, () => {})).toEqual({
      isDone: false,
      code: 'NO_STORE',
    });
  });
});
