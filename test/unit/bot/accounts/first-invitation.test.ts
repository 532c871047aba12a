import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellFirstInvitation } from '../../../../bot/accounts/first-invitation.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const DESK = 'https://chat.example/desk';

describe('the link of the first administrator', () => {
  it('is printed at a terminal alone', () => {
    const directory = temporaryFolder();
    const told = tellFirstInvitation('secret', { directory, desk: DESK, isTerminal: true });
    expect(told).toBe('First administrator (one-time link): https://chat.example/desk/invitation#secret');
    expect(existsSync(join(directory, 'first-administrator.txt'))).toBe(false);
  });

  it('stands in a file for its owner where what is printed is collected, and is gone with an administrator', () => {
    const directory = temporaryFolder();
    const path = join(directory, 'first-administrator.txt');
    for (const token of ['first-secret', 'second-secret']) {
      const told = tellFirstInvitation(token, { directory, desk: DESK, isTerminal: false });
      expect(told).toContain(path);
      expect(told).not.toContain(token);
      expect(readFileSync(path, 'utf8')).toBe(`${DESK}/invitation#${token}\n`);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    expect(tellFirstInvitation(null, { directory, desk: DESK, isTerminal: false })).toBeNull();
    expect(existsSync(path)).toBe(false);
  });
});
