import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { type IngestOptions, runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import type { Source } from '../../../ingest/sources/contracts.js';
import { createFakeEmbedder, fakeTokens, fakeVector, withTokens } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { answered, memorySource } from './make-thread.js';
import { createMemoryReleases, type MemoryReleases } from './memory-releases.js';

let folder: string;
let releases: MemoryReleases;
let embedder: ReturnType<typeof createFakeEmbedder>;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  embedder = createFakeEmbedder();
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(sources: readonly Source[], options: Partial<IngestOptions> = {}, environment = {}) {
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, environment);
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and restart.');
const community = (...threads: (typeof SIM)[]) => memorySource('forum', threads);

describe('the sentences of an answer', () => {
  it('get a vector each, with the question before them', async () => {
    const answer = 'Put it in the tray first.\n\nThen restart your phone to finish.';
    const report = await run([community(answered('sim', SIM.title, answer))]);
    expect(report.embedded).toBe(4);
    const [entry] = releases.itemsOf(releases.currentId());
    expect(entry?.sentenceVectors).toEqual([
      fakeVector(`${SIM.title} Put it in the tray first.`),
      fakeVector(`${SIM.title} Then restart your phone to finish.`),
    ]);
  });
});

describe('a run with a model that compares tokens', () => {
  const reading = () => withTokens(createFakeEmbedder());

  it('keeps the tokens of questions and passages, and gives them to the release', async () => {
    await run([community(SIM)], { embedder: reading() });
    const [entry] = releases.itemsOf(releases.currentId());
    expect(entry?.tokens?.question.ids).toEqual(fakeTokens(SIM.title).ids);
    expect(entry?.tokens?.passage).toMatchObject({
      ids: fakeTokens(`${SIM.title} Put it in and restart.`).ids,
      rows: fakeTokens(`${SIM.title} Put it in and restart.`).rows,
    });
    const again = await run([community(SIM)], { embedder: reading(), isRebuild: true });
    expect(again).toMatchObject({ embedded: 0 });
  });

  it('gives the labels their tokens', async () => {
    const labels = join(folder, 'labels.jsonl');
    writeFileSync(labels, JSON.stringify({ text: 'Where does my card go?', relevant: ['forum:sim'] }));
    await run([community(SIM)], { embedder: reading() }, { INGEST_LABELS: labels });
    const [label] = releases.labelsOf(releases.currentId());
    expect(label?.tokens?.ids).toEqual(fakeTokens('Where does my card go?').ids);
  });
});

describe('the wanted precision', () => {
  it('goes into the release', async () => {
    const report = await run([community(SIM)], {}, { WANTED_PRECISION: '0.8' });
    expect(report.confidence).toMatchObject({ wantedPrecision: 0.8 });
  });

  it('makes a new release when it changes, without embedding', async () => {
    await run([community(SIM)]);
    const report = await run([community(SIM)], {}, { WANTED_PRECISION: '0.95' });
    expect(report).toMatchObject({ embedded: 0, outcome: 'published', releaseId: 'release-002' });
    expect(await run([community(SIM)], {}, { WANTED_PRECISION: '0.95' })).toMatchObject({
      outcome: 'unchanged',
      confidence: { wantedPrecision: 0.95 },
    });
  });
});
