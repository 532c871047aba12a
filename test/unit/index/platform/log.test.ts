import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../index/platform/log.js';

function capture(level: 'debug' | 'info' = 'info') {
  const lines: Record<string, unknown>[] = [];
  return { log: createLog(level, (line) => lines.push(JSON.parse(line))), lines };
}

describe('the log', () => {
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
