import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/product-files.js';

interface Row {
  readonly id: string;
  readonly answer: string;
  readonly how: string;
  readonly tests: readonly { readonly path: string; readonly title: string }[];
}

const text = readFileSync(join(ROOT, 'security/asvs.md'), 'utf8');
const rows = text.split('\n').flatMap((line): Row[] => {
  const cells = line.split(' | ').map((cell) => cell.replace(/^\|\s*|\s*\|$/g, '').trim());
  const [id = '', , , answer = '', how = '', named = ''] = cells;
  if (!/^\d+\.\d+\.\d+$/.test(id)) return [];
  return [{ id, answer, how, tests: testsIn(named) }];
});

/** Tests as `path`: title, one a line of the cell. */
function testsIn(cell: string): Row['tests'] {
  if (cell === '') return [];
  return cell.split('<br>').map((part) => {
    const [, path = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(part) ?? [];
    return { path, title };
  });
}

const withAnswer = (answer: string) => rows.filter((row) => row.answer === answer).length;

describe('the answers to ASVS 5.0.0', () => {
  it('are there for every requirement of levels 1 and 2, each once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    // 70 of level 1 and 183 of level 2.
    expect(rows).toHaveLength(253);
  });

  it('say what is met, what is not, and why', () => {
    const answers = new Set(rows.map(({ answer }) => answer));
    expect([...answers].sort()).toEqual(['met', 'n/a', 'not met', 'partly']);
    expect(rows.filter(({ how }) => how === '')).toEqual([]);
  });

  it('name tests that are there, for six in ten of what applies', () => {
    const named = rows.flatMap(({ tests }) => tests);
    const gone = named.filter(
      ({ path, title }) =>
        title === '' ||
        !existsSync(join(ROOT, path)) ||
        !readFileSync(join(ROOT, path), 'utf8').includes(title),
    );
    expect(gone).toEqual([]);
    const applying = rows.filter(({ answer }) => answer !== 'n/a');
    const tested = applying.filter(({ answer, tests }) => answer !== 'not met' && tests.length > 0);
    expect(tested.length / applying.length).toBeGreaterThanOrEqual(0.6);
    expect(text.replace(/\s+/g, ' ')).toContain(
      `${withAnswer('met')} are met, ${withAnswer('partly')} partly, ${withAnswer('not met')} not met, and ${withAnswer('n/a')} do not apply. Of the ${applying.length} that apply, ${tested.length} name a test`,
    );
  });
});
