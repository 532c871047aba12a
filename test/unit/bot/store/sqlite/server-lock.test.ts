import { describe, expect, it } from 'vitest';
import { takeServerLock } from '../../../../../bot/store/sqlite/server-lock.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

describe('a folder of a server', () => {
  it('is one server’s at a time, and the next one’s when that has ended', () => {
    const directory = temporaryFolder();
    const release = takeServerLock(directory);
    expect(() => takeServerLock(directory)).toThrow(/Another server works in .* RUNTIME_DIR of its own/);
    takeServerLock(temporaryFolder())();
    release();
    takeServerLock(directory)();
  });

  it('that cannot be written is told so, not as one that is taken', () => {
    expect(() => takeServerLock('/dev/null/x')).toThrow(/cannot be used/);
  });
});
