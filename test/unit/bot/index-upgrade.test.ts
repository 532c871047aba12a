import { describe, expect, it } from 'vitest';
import { createIndexUpgrade, type UpgradeEnd } from '../../../bot/index-upgrade.js';
import { createLog } from '../../../index/platform/log.js';
import { SetClock } from './support/set-clock.js';

const DONE: UpgradeEnd = { isDone: true };
const failed = (code: string): UpgradeEnd => ({ isDone: false, code, message: `${code}: the disk is full` });

describe('an upgrade of the index', () => {
  it('says nothing before it begins and when it is done', async () => {
    const { upgrade } = open([DONE], [true]);
    expect(upgrade.pause()).toBeNull();
    expect(upgrade.notReadyBecause()).toBeNull();
    const running = upgrade.run();
    expect(upgrade.pause()).toMatchObject({ kind: 'upgrading', since: expect.stringMatching(/^20/) });
    expect(upgrade.notReadyBecause()).toBe('upgrading the index');
    await running;
    expect(upgrade.pause()).toBeNull();
    expect(upgrade.notReadyBecause()).toBeNull();
  });

  it.each([
    ['failed', failed('INGEST_DISK_FULL'), 'INGEST_DISK_FULL'],
    ['published nothing', DONE, 'nothing was published'],
  ])('goes on saying why where it %s', async (_, end, reason) => {
    const { upgrade, lines, attempts } = open([end], [false]);
    await upgrade.run();
    expect(upgrade.pause()).toMatchObject({ kind: 'upgrade-failed' });
    expect(upgrade.notReadyBecause()).toContain(reason);
    expect(lines.join('\n')).toContain('npm run ingest');
    expect(attempts()).toBe(1);
  });

  it('waits for another ingest that runs, whose release is as good', async () => {
    const busy = failed('INGEST_RUNNING');
    const { upgrade, attempts } = open([busy, busy, busy], [false, false, true]);
    await upgrade.run();
    expect(attempts()).toBe(3);
    expect(upgrade.pause()).toBeNull();
  });

  it('is a failure, not the end of the program, where what was published cannot be used', async () => {
    const { upgrade } = open([DONE], [new Error('damaged')]);
    await upgrade.run();
    expect(upgrade.pause()).toMatchObject({ kind: 'upgrade-failed' });
  });

  it('ends its attempt when the program stops, and tells of no failure', async () => {
    const { upgrade, lines } = open([failed('SIGTERM')], [false], () => upgrade.stop());
    await upgrade.run();
    expect(lines.filter((line) => line.includes('could not be upgraded'))).toEqual([]);
  });
});

function open(
  ends: readonly UpgradeEnd[],
  takenUp: readonly (boolean | Error)[],
  during: () => void = () => {},
) {
  const lines: string[] = [];
  let attempts = 0;
  let looks = 0;
  const upgrade = createIndexUpgrade({
    async attempt(_, tell) {
      tell('embedding 1/2');
      during();
      attempts += 1;
      return ends[attempts - 1] ?? DONE;
    },
    async takeUp() {
      looks += 1;
      const found = takenUp[looks - 1] ?? false;
      if (found instanceof Error) throw found;
      return found;
    },
    clock: new SetClock(),
    log: createLog('debug', (line) => lines.push(line)),
    betweenMs: 0,
  });
  return { upgrade, lines, attempts: () => attempts };
}
