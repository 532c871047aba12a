import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../index/platform/log.js';

function capture(level: 'debug' | 'info' = 'info') {
  const lines: Record<string, unknown>[] = [];
  return { log: createLog(level, (line) => lines.push(JSON.parse(line))), lines };
}

const BUILT = new URL('../../../../dist/index/platform/log.js', import.meta.url);

describe('the log', () => {
  // A device that is always full; only Linux has it.
  it.runIf(existsSync('/dev/full'))('ends nothing when its line cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const program = `
      const { createLog } = await import(${JSON.stringify(BUILT.href)});
      const log = createLog('info');
      for (let line = 0; line < 3; line++) log.info('Nobody reads this');
      console.error('still here');`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(stderr).toBe('still here\n');
    expect(status).toBe(0);
  });

  it('writes one event a line with its facts', () => {
    const { log, lines } = capture();
    log.child('ingest', { source: 'samples' }).info('Release published', { items: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ name: 'ingest', source: 'samples', items: 3, msg: 'Release published' });
  });

  it('hides secrets by the name of their key', () => {
    const { log, lines } = capture();
    log.info('Asked for a token', { token: 'abc', request: { authorization: 'Bearer abc' } });
    expect(JSON.stringify(lines)).not.toContain('abc');
  });

  it('keeps the cause of an error', () => {
    const { log, lines } = capture();
    log.error('Turn failed', { error: new Error('outer', { cause: new Error('inner') }) });
    expect(JSON.stringify(lines[0])).toContain('inner');
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = capture();
    log.debug('Quiet');
    expect(lines).toEqual([]);
  });
});
