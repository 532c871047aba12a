import { describe, expect, it } from 'vitest';
import { readSteps } from '../support/follow-document.js';
import { readProductFiles } from '../support/product-files.js';

const files = new Map(readProductFiles().map((file) => [file.path, file]));
const steps = readSteps();

/** A file that is started as a thread is named by its address, not imported. */
const THREAD = /new URL\('\.\/([\w/-]+)\.js', import\.meta\.url\)/g;

// That each function runs on the way it is told of, not only that it is there, is proven by test/e2e/follow.test.ts.
describe('FOLLOW.md', () => {
  it('tells of a message, a thread and a release', () => {
    expect([...new Set(steps.map(({ journey }) => journey))]).toEqual(['A message', 'A thread', 'A release']);
    expect(steps.length).toBeGreaterThan(40);
  });

  it('names functions that stand in the files beside them', () => {
    const wrong = steps.filter(
      ({ path, runs }) => !new RegExp(`\\b${runs}\\b`).test(files.get(path)?.text ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('names only files that a server or an ingest reaches by its imports', () => {
    const reached = reachedFrom(['bot/main.ts', 'ingest/main.ts']);
    expect(steps.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
    expect(reached.has('channels/messenger/main.ts')).toBe(false);
  });
});

function reachedFrom(roots: readonly string[]): ReadonlySet<string> {
  const reached = new Set(roots);
  for (const path of reached) {
    const { imports = [], text = '' } = files.get(path) ?? {};
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const threads = [...text.matchAll(THREAD)].map(([, name]) => `${folder}${name}.ts`);
    for (const next of [...imports, ...threads]) if (files.has(next)) reached.add(next);
  }
  return reached;
}
