import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseManifest } from '../../index/contracts/releases.js';
import { openDatabase } from '../../index/platform/database.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { ROOT } from '../support/product-files.js';
import { runProgram } from '../support/run-program.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Threads of the community before and after it grew; each is two texts to embed: its question, and the question with its one sentence. */
const FEW = 3;
const MANY = 25;
const TEXTS = 2 * MANY;

/** Holds a live release of the few threads and the file of the many; tests work on copies. */
let home: string;
/** What a run on the many threads leads to when nobody disturbs it. */
let undisturbed: ReleaseManifest;
let directory: string;

beforeAll(async () => {
  home = temporaryFolder();
  writeCommunity(home, FEW);
  await runToEnd(home);
  writeCommunity(home, MANY);
  const other = temporaryFolder();
  cpSync(home, other, { recursive: true });
  expect((await runToEnd(other)).output).toContain(`Embedded    ${TEXTS - 2 * FEW} texts`);
  undisturbed = liveRelease(other);
  rmSync(other, { recursive: true });
}, 180_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  directory = temporaryFolder();
  cpSync(home, directory, { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('ingest killed at one moment after the other', () => {
  it('leaves a whole release live each time, keeps what it made, and gets there', {
    timeout: 240_000,
  }, async () => {
    const before = liveRelease(directory);
    const known = new Set(releaseIds(directory));
    const unbuilt = () => releaseIds(directory).filter((id) => !known.has(id));
    let made = vectorsMade(directory);
    // Each run finds what the one before it left; a count of texts that are still to be embedded falls with each kill.
    for (const { line, makes } of MOMENTS) {
      expect(await runUntil(directory, line)).toBe('killed');
      expect(vectorsMade(directory)).toBeGreaterThanOrEqual(made + makes);
      made = vectorsMade(directory);
      // Either the release from before, or, when the kill came behind the last moment, the new one: never a part.
      const live = liveRelease(directory);
      if (live.id !== before.id) expectSameRelease(live, undisturbed);
      // Nothing that began to be built counts as a release unless it is whole.
      for (const id of unbuilt()) expectSameRelease(manifestOf(directory, id), undisturbed);
    }
    const end = await runToEnd(directory);
    expect(end).toMatchObject({ exitCode: 0, complaints: '' });
    expect(end.output).toContain('Embedded    0 texts');
    expectSameRelease(liveRelease(directory), undisturbed);
    expect(vectorsMade(directory)).toBe(TEXTS);
  });
});

/** The beginnings of the lines at which a run is killed, and how many vectors it has stored by then at least. */
const MOMENTS = [
  { line: 'reading community', makes: 0 },
  { line: 'comparing threads 25 texts', makes: 0 },
  { line: 'comparing threads 20/', makes: 20 },
  { line: 'comparing threads 25/', makes: 2 },
  { line: 'building release', makes: 0 },
  { line: 'publishing ', makes: 0 },
];

const WORDS = ['--source', 'file', '--path', 'community.jsonl', '--name', 'community'];
const SETTINGS = { RUNTIME_DIR: 'runtime' };

function runToEnd(folder: string) {
  return runProgram('ingest/main.js', WORDS, { directory: folder, settings: SETTINGS });
}

/** Runs ingest and kills it, as `kill -9` does, when it prints a line that begins so. */
async function runUntil(folder: string, start: string): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/ingest/main.js'), ...WORDS], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MODELS_DIR: join(ROOT, 'data/models'),
      ...SETTINGS,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith(start)) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return child.signalCode === 'SIGKILL' ? 'killed' : 'ended';
}

function writeCommunity(folder: string, threads: number): void {
  const rows = Array.from({ length: threads }, (_, number) => ({
    id: `${number}`,
    title: `How do I reach floor ${number} of the tower?`,
    language: 'en',
    replies: [
      {
        id: `${number}-1`,
        accepted: true,
        body: `<p>Take lift ${number % 4} and press ${number} twice.</p>`,
      },
    ],
  }));
  writeFileSync(join(folder, 'community.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function store(folder: string) {
  return createReleaseStore({ directory: join(folder, 'runtime/releases'), now: () => new Date() });
}

function releaseIds(folder: string): string[] {
  return store(folder)
    .list()
    .map(({ id }) => id);
}

function manifestOf(folder: string, id: string | null): ReleaseManifest {
  const path = join(folder, 'runtime/releases', id ?? 'none', 'manifest.json');
  return JSON.parse(readFileSync(path, 'utf8')) as ReleaseManifest;
}

function liveRelease(folder: string): ReleaseManifest {
  return manifestOf(folder, store(folder).currentId());
}

/** Same items, same vectors: the id ends in the hash of the items, the checksums are those of the files. */
function expectSameRelease(release: ReleaseManifest, other: ReleaseManifest): void {
  expect(release.id.split('-')[1]).toBe(other.id.split('-')[1]);
  expect(release).toMatchObject({ items: other.items, wordings: other.wordings, sources: other.sources });
  for (const [file, checksum] of Object.entries(other.checksums)) {
    if (file.endsWith('.i8')) expect(release.checksums[file]).toBe(checksum);
  }
}

function vectorsMade(folder: string): number {
  const database = openDatabase(join(folder, 'runtime/ingest.sqlite'));
  try {
    return database.prepare<[], number>('SELECT count(*) FROM vector').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
