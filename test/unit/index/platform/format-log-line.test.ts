import { describe, expect, it } from 'vitest';
import { formatLogLine } from '../../../../index/platform/format-log-line.js';
import { createLog } from '../../../../index/platform/log.js';

function readable(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(
    createLog('debug', (line) => {
      text += formatLogLine(line);
    }),
  );
  return text;
}

describe('a readable log line', () => {
  it('says when, how grave, who, what and the facts', () => {
    const text = readable((log) =>
      log.child('ingest').info('Release published', { items: 93, source: 'samples' }),
    );
    expect(text).toMatch(/^\d\d:\d\d:\d\d info ingest: Release published items=93 source="samples"\n$/);
  });

  it('shows the trace of an error below', () => {
    const text = readable((log) => log.error('Turn failed', { error: new TypeError('no such thing') }));
    expect(text).toMatch(/ERROR Turn failed\n {2}TypeError: no such thing\n {6}at /);
  });

  it('keeps secrets hidden', () => {
    expect(readable((log) => log.warn('Token refused', { token: 'abc' }))).toContain('token="[hidden]"');
  });
});
