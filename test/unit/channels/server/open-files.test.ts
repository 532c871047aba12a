import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  countOpenFiles,
  createOpenFiles,
  readOpenFilesLimit,
} from '../../../../channels/server/operations/open-files.js';
import { createLog } from '../../../../index/platform/log.js';

function watchFiles(limit: number) {
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  const openFiles = createOpenFiles(log, { limit: () => limit, open: countOpenFiles });
  return { openFiles, lines };
}

describe('files that the program may open', () => {
  it('are told of with advice while they run short, once, and when that is over', () => {
    const open = countOpenFiles();
    if (open === null) throw new Error('This system does not tell how many files are open.');
    const { openFiles, lines } = watchFiles(Math.ceil((open + 20) / 0.9));
    openFiles.look();
    expect(openFiles.reason()).toBeNull();
    const more = Array.from({ length: 60 }, () => openSync('/dev/null', 'r'));
    openFiles.look();
    openFiles.look();
    expect(openFiles.reason()).toMatch(/raise the limit \(ulimit -n/);
    expect(lines.filter((line) => line.includes('OPEN_FILES_SHORT'))).toHaveLength(1);
    for (const file of more) closeSync(file);
    const roomy = watchFiles(10_000).openFiles;
    roomy.look();
    expect(roomy.reason()).toBeNull();
  });

  it('are enough again once some were closed', () => {
    let open = 95;
    const lines: string[] = [];
    const openFiles = createOpenFiles(
      createLog('debug', (line) => lines.push(line)),
      { limit: () => 100, open: () => open },
    );
    openFiles.look();
    open = 85;
    openFiles.look();
    expect(openFiles.reason()).not.toBeNull();
    open = 70;
    openFiles.look();
    expect(openFiles.reason()).toBeNull();
    expect(lines.at(-1)).toContain('enough files again');
  });

  it('are told of at the start where the system lets us open few', () => {
    const { openFiles, lines } = watchFiles(256);
    openFiles.watch()();
    expect(lines.join()).toContain('OPEN_FILES_FEW');
    expect(lines.join()).toContain('LimitNOFILE');
    const enough = watchFiles(65_536);
    enough.openFiles.watch()();
    expect(enough.lines).toEqual([]);
  });

  it('are counted by what the system tells', () => {
    expect(readOpenFilesLimit()).toBeGreaterThan(10);
    expect(countOpenFiles()).toBeGreaterThan(3);
  });
});
