import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { parseNamedSource } from '../../../../ingest/reading/named-source.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { createIngestRuns } from '../../../../ingest/scheduling/ingest-runs.js';
import { noteRun, readRunNote } from '../../../../ingest/scheduling/run-notes.js';
import { createRunTrouble } from '../../../../ingest/scheduling/run-trouble.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { takeRunLock } from '../../../../ingest/store/run-lock.js';
import { readSourceReads } from '../../../../ingest/store/source-reads.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { answered, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

let folder: string;
let releases: MemoryReleases;
beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
});

const THREADS = Array.from({ length: 40 }, (_, at) =>
  answered(`t${at}`, `What is question ${at} about?`, `It is about thing ${at}.`),
);

function run(threads: readonly Thread[], options: Partial<IngestOptions> = {}, environment = {}) {
  const own = {
    INGEST_JOIN_THREADS: 'off',
    INGEST_REPORT_LANGUAGE: 'nl',
    INGEST_SOURCES: 'forum=file:f.jsonl',
  };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, { ...own, ...environment });
  const sources = [memorySource('forum', threads)];
  const embedder = createFakeEmbedder();
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

/** As a server sees it that did not begin the run. */
const trouble = () =>
  createRunTrouble({
    liveId: () => releases.currentId(),
    notes: { read: () => readRunNote(folder), write: (note) => noteRun(folder, note) },
  });

describe('what a run came to, wherever it ran', () => {
  it('is trouble for a server when the release was held back, with what speaks against it, until one goes well', async () => {
    await run(THREADS);
    expect(trouble().look()).toBeNull();
    const { releaseName } = await run(THREADS.slice(0, 10));
    expect(trouble().look()).toMatchObject({
      ...{ kind: 'held-back', code: null, releaseName },
      reasons: expect.arrayContaining([
        expect.objectContaining({ key: 'items-go forum', text: expect.stringContaining('30') }),
      ]),
    });
    await run(THREADS);
    expect(trouble().look()).toBeNull();
  });

  it('is trouble when it failed, by its code, and none where another run was at it', async () => {
    await run(THREADS);
    await expect(run([])).rejects.toMatchObject({ code: 'INGEST_SOURCE_EMPTY' });
    expect(trouble().look()).toMatchObject({ kind: 'failed', code: 'INGEST_SOURCE_EMPTY' });
    await run(THREADS);
    const letGo = takeRunLock(folder);
    await expect(run(THREADS)).rejects.toMatchObject({ code: 'INGEST_RUNNING' });
    letGo();
    expect(trouble().look()).toBeNull();
  });

  it('says nothing of plans and candidates', async () => {
    await run(THREADS);
    await run(THREADS.slice(0, 10), { mode: 'plan' });
    await run(THREADS.slice(0, 10), { mode: 'build' });
    expect(trouble().look()).toBeNull();
  });

  it('is nothing where the file is broken', () => {
    for (const text of ['', '{}', '{"kind":"failed","at":"soon","reasons":[]}', '[1]']) {
      writeFileSync(join(folder, 'last-run.json'), text);
      expect(readRunNote(folder)).toBeNull();
    }
  });

  it('is noted by the server for a run that died, and left as the run itself noted it', async () => {
    const looking = trouble();
    const at = new Date().toISOString();
    looking.note({ isDone: false, code: 'SIGKILL', message: '' }, at);
    expect(looking.look()).toMatchObject({ kind: 'failed', code: 'SIGKILL' });
    await run(THREADS);
    const begun = new Date().toISOString();
    await run(THREADS.slice(0, 10));
    looking.note({ isDone: false, code: 'RELEASE_HELD_BACK', message: '' }, begun);
    expect(looking.look()?.reasons).not.toEqual([]);
  });
});

describe('a run that cannot be begun', () => {
  it('has failed, is trouble, and holds up no other', async () => {
    const looking = trouble();
    const runs = createIngestRuns({
      attempt: async () => {
        throw new Error('spawn EAGAIN');
      },
      trouble: looking,
      log: silentLog,
    });
    runs.start('noor', false);
    await expect.poll(() => runs.last()?.outcome).toBe('failed');
    expect(runs.last()).toMatchObject({ code: 'NOT_STARTED', endedAt: expect.any(String) });
    expect(looking.look()).toMatchObject({ kind: 'failed', code: 'NOT_STARTED' });
    await expect.poll(() => runs.start('noor', false)).toBe(true);
    await runs.stop();
  });
});

describe('when sources were read last', () => {
  it('is forgotten of a source that somebody took out of the settings', async () => {
    const file = join(folder, 'f.jsonl');
    writeFileSync(file, '{"id":"a","question":"What is it?","answer":"It is a thing to have."}\n');
    const both = { INGEST_SOURCES: `forum=file:${file},shop=file:${file}` };
    await run([], { sources: undefined }, both);
    expect(Object.keys(readSourceReads(folder)).sort()).toEqual(['forum', 'shop']);
    // A run of one source alone says nothing of the others.
    const named = [parseNamedSource(`forum=file:${file}`)];
    await run([], { sources: undefined, named }, both);
    expect(Object.keys(readSourceReads(folder)).sort()).toEqual(['forum', 'shop']);
    await run([], { sources: undefined }, { INGEST_SOURCES: `forum=file:${file}` });
    expect(Object.keys(readSourceReads(folder))).toEqual(['forum']);
  });
});
