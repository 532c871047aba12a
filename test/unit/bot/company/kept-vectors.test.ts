import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFactFinder } from '../../../../bot/company/fact-finder.js';
import { openKeptVectors } from '../../../../bot/company/kept-vectors.js';
import type { CompanyFacts } from '../../../../bot/company/read-company-facts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const FIRST = ['when are you open', 'where do you live', 'what does it cost'];
const facts = (asked: readonly string[]): CompanyFacts => ({
  hours: {
    nl: { answer: 'Altijd.', asked: ['altijd open'], near: [] },
    en: { answer: 'Always.', asked, near: ['how open is the sea'] },
  },
});

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'facts.vectors');
});

/** Unit vectors that depend on every character of a text. */
function vectorFor(text: string): Float32Array {
  const sums = [1, 0, 0];
  for (const [at, letter] of [...text].entries()) {
    sums[at % 3] = (sums[at % 3] as number) + letter.charCodeAt(0) / 100;
  }
  return Float32Array.from(sums, (sum) => sum / Math.hypot(...sums));
}

/** One start of a program: prepares a finder and tells what the model was asked for. */
async function start(
  asked: readonly string[],
  { embedder = 'a', vectorOf = vectorFor, signal }: StartOptions = {},
) {
  const read: string[] = [];
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const finder = createFactFinder(facts(asked), {
    company: 'Zwaluw',
    vectorsOf: async (text) => {
      read.push(text);
      return { vector: vectorOf(text) };
    },
    kept: openKeptVectors(path, { embedder, onFailure }),
    onFailure,
  });
  await finder.prepare(signal);
  const found = finder.find(`you ${FIRST[0]}`, vectorOf(FIRST[0] as string), null);
  return { read, failures, found };
}

interface StartOptions {
  readonly embedder?: string;
  readonly vectorOf?: (text: string) => Float32Array;
  readonly signal?: AbortSignal;
}

const ALL = ['altijd open', ...FIRST, 'how open is the sea'];

describe('vectors of the company facts', () => {
  it('are computed once, and held against the model with one text at the next start', async () => {
    const first = await start(FIRST);
    expect(first.read).toEqual(ALL);
    expect(first.found).toBe('hours');
    const second = await start(FIRST);
    expect(second).toEqual({ ...first, read: ['altijd open'] });
  });

  it('are computed for new questions alone, and those that are gone are not kept', async () => {
    await start(FIRST);
    const fresh = await start([...FIRST.slice(1), 'do you ever close']);
    expect(fresh.read).toEqual(['altijd open', 'do you ever close']);
    expect(readFileSync(path, 'latin1')).not.toContain(FIRST[0]);
  });

  it('of another model count for nothing', async () => {
    await start(FIRST);
    expect((await start(FIRST, { embedder: 'b' })).read).toEqual(ALL);
  });

  it('count for nothing where the same text now comes out otherwise', async () => {
    await start(FIRST);
    const turned = (text: string) => vectorFor(text).map((number, axis) => (axis === 0 ? -number : number));
    const { read } = await start(FIRST, { vectorOf: turned });
    expect(read).toEqual(['altijd open', ...ALL]);
  });

  it.each([
    ['cut off', () => truncateSync(path, readFileSync(path).length - 5)],
    ['empty', () => writeFileSync(path, '')],
    ['of other things', () => writeFileSync(path, '{"texts": 7}\n')],
    ['of an older form', () => writeFileSync(path, replaced('"version":1', '"version":0'))],
    [
      'of numbers that are none',
      () => writeFileSync(path, Buffer.concat([headOf(path), Buffer.alloc(60, 0xff)])),
    ],
  ])('are computed anew where the file is %s', async (_, spoil) => {
    await start(FIRST);
    spoil();
    const { read, failures } = await start(FIRST);
    expect(read).toEqual(ALL);
    expect(failures).toEqual([]);
    expect((await start(FIRST)).read).toEqual(['altijd open']);
  });

  it('serve without being kept where the file cannot be written, which is told', async () => {
    mkdirSync(path);
    const { failures, found } = await start(FIRST);
    expect(failures).toHaveLength(1);
    expect(found).toBe('hours');
  });

  it('are no longer computed once the program stops', async () => {
    const stop = new AbortController();
    const vectorOf = (text: string) => {
      if (text === FIRST[1]) stop.abort();
      return vectorFor(text);
    };
    const { read, failures } = await start(FIRST, { vectorOf, signal: stop.signal });
    expect(read).toEqual(ALL.slice(0, 3));
    expect(failures).toEqual([]);
    expect((await start(FIRST)).read).toEqual(ALL);
  });
});

function replaced(part: string, by: string): Buffer {
  return Buffer.from(readFileSync(path, 'latin1').replace(part, by), 'latin1');
}

function headOf(file: string): Buffer {
  const whole = readFileSync(file);
  return whole.subarray(0, whole.indexOf('\n') + 1);
}
