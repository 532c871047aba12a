import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';

interface Ended {
  readonly code: number;
  readonly complaint: string;
}

describe('the index command', () => {
  it('says what to do while nothing is live', async () => {
    const { code, complaint } = await run(['status']);
    expect(code).toBe(1);
    expect(complaint).toContain('KNOWLEDGE_NOT_READY');
    expect(complaint).toContain('npm run ingest');
  });

  it('names the commands it knows', async () => {
    const { code, complaint } = await run(['dance']);
    expect(code).toBe(1);
    expect(complaint.trim()).toBe(
      'COMMAND_UNKNOWN: "dance" is not a command. Known: ask, status, learn, learn-words, train-classifiers.',
    );
  });
});

function run(words: readonly string[]): Promise<Ended> {
  const environment = { ...process.env, RUNTIME_DIR: temporaryFolder(), LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    execFile('node', ['dist/index/main.js', ...words], { env: environment }, (error, _output, complaint) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, complaint });
    });
  });
}
