import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../index/contracts.js';
import { indexSettings } from '../../../index/knowledge-base.js';
import { openDatabase } from '../../../index/platform/database.js';
import { parseSettings } from '../../../index/platform/settings.js';
import type { Source } from '../../../ingest/contracts.js';
import { type IngestOptions, runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { createFakeEmbedder, fakeVector } from '../../support/embedding.js';
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

describe('a run with a companion model', () => {
  const DUTCH = answered('opzeggen', 'Hoe zeg ik mijn abonnement op?', 'Dat regel je in de app.', {
    language: 'nl',
  });
  const withCompanion = () => createFakeEmbedder('fake', 'en');

  it('embeds question and passage of the items in its language', async () => {
    const report = await run([community(DUTCH, SIM)], { embedder: withCompanion() });
    expect(report.embedded).toBe(6);
    const [dutch, other] = releases.itemsOf(releases.currentId());
    expect(dutch?.companion).toBeNull();
    expect(other?.companion).toEqual({
      questionVectors: [fakeVector(SIM.title)],
      passageVector: fakeVector(`${SIM.title} Put it in and restart.`),
    });
  });

  it('keeps its vectors apart, and makes a new release where it comes or goes', async () => {
    const rows = [community(DUTCH, SIM)];
    await run(rows);
    const more = await run(rows, { embedder: withCompanion() });
    expect(more).toMatchObject({ embedded: 2, outcome: 'published', releaseId: 'release-002' });
    expect(await run(rows, { embedder: withCompanion(), isRebuild: true })).toMatchObject({ embedded: 0 });
    expect(await run(rows)).toMatchObject({ embedded: 0, outcome: 'published', releaseId: 'release-001' });
  });

  it('drops its vectors of texts that are gone', async () => {
    await run([community(DUTCH, SIM)], { embedder: withCompanion() });
    await run([community(DUTCH)], { embedder: withCompanion() });
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    const kept = database.prepare('SELECT embedder, count(*) AS count FROM vector GROUP BY embedder').all();
    expect(kept).toEqual([{ embedder: 'fake', count: 2 }]);
    database.close();
  });

  it('goes on behind the last vector the companion made', async () => {
    const dying = withCompanion();
    const failing = { ...dying.companion, embedPassage: () => Promise.reject(new Error('died')) };
    const rows = [community(DUTCH, SIM)];
    await expect(run(rows, { embedder: { ...dying, companion: failing } as Embedder })).rejects.toThrow(
      'died',
    );
    expect(await run(rows, { embedder: withCompanion() })).toMatchObject({ embedded: 1 });
  });

  it('embeds the labels in its language, where items are', async () => {
    const labels = join(folder, 'labels.jsonl');
    const questions = [
      'Where do I put the card that came with my phone?',
      'Waar vind ik de kaart van mijn telefoon?',
    ];
    writeFileSync(
      labels,
      questions
        .map((question) => JSON.stringify({ text: question, relevant: ['forum:sim', 'forum:opzeggen'] }))
        .join('\n'),
    );
    await run([community(DUTCH, SIM)], { embedder: withCompanion() }, { INGEST_LABELS: labels });
    expect(releases.labelsOf(releases.currentId())).toMatchObject([
      { vector: fakeVector(questions[0] ?? ''), companionVector: fakeVector(questions[0] ?? '') },
      { vector: fakeVector(questions[1] ?? ''), companionVector: null },
    ]);
    await run([community(DUTCH)], { embedder: withCompanion() }, { INGEST_LABELS: labels });
    const inDutch = releases.labelsOf(releases.currentId());
    expect(inDutch.map(({ companionVector }) => companionVector)).toEqual([null, null]);
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
