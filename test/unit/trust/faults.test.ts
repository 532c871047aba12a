import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/product-files.js';

const text = readFileSync(join(ROOT, 'security/faults.md'), 'utf8');
/** Rows of the tables but their heads. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| what broke/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

describe('every fault that is known', () => {
  it('names a test that is there', () => {
    expect(rows.length).toBeGreaterThan(30);
    const named = rows.flatMap(([fault, , cell = '']) =>
      cell.split('<br>').map((part) => [fault, ...(/^`([^`]+)`: (.+)$/.exec(part)?.slice(1) ?? ['', ''])]),
    );
    const gone = named.filter(([, path = '', title = '']) => {
      if (title === '' || !existsSync(join(ROOT, path))) return true;
      // The whole of what a test is called may go over its groups: the last words count.
      return !readFileSync(join(ROOT, path), 'utf8').includes(title);
    });
    expect(gone).toEqual([]);
  });
});
