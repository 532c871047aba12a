import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanKind } from '../../../../index/contracts/release-plans.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { keepPlan } from '../../../../ingest/releasing/keep-plan.js';
import type { AnswerOutcome, AskedTwice } from '../../../../ingest/releasing/questions/contracts.js';
import { tellEffect } from '../../../../ingest/releasing/questions/tell-effect.js';
import { rollbackRelease } from '../../../../ingest/releasing/switch-release.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { SourceRow, Thread } from '../../../../ingest/sources/contracts.js';
import { openIngestDatabase } from '../../../../ingest/store/open-ingest-database.js';
import { openReleasePlans } from '../../../../ingest/store/release-plans.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { answered, makeThread, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

let folder: string;
let releases: MemoryReleases;
let plans: ReturnType<typeof openReleasePlans>;
beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  plans = openReleasePlans(folder);
});
afterEach(() => {
  plans.close();
  rmSync(folder, { recursive: true });
});

function run(rows: readonly (Thread | SourceRow)[], options: Partial<IngestOptions> = {}) {
  const environment = { INGEST_JOIN_THREADS: 'off', INGEST_LABELS: '' };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, environment);
  const sources = [memorySource('forum', rows)];
  const embedder = createFakeEmbedder();
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

const titles = (id: string | null, kind: PlanKind) =>
  plans.entries(id ?? '', kind, 0, 100).map(({ title }) => title);
const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and restart.');
const BILL = answered('bill', 'When is the bill sent?', 'Around the fifth.');
const ROAMING = answered('roaming', 'Does roaming cost extra?', 'Not within the EU.');

describe('what a release changes', () => {
  it('is kept by the run that built it, by name and kind', async () => {
    const first = await run([SIM, BILL]);
    expect(plans.gist(first.releaseId ?? '')).toMatchObject({
      comparedWith: null,
      counts: { added: 2, changed: 0, withdrawn: 0 },
    });
    const later = { ...BILL, replies: BILL.replies.map((reply) => ({ ...reply, body: 'On the seventh.' })) };
    const { releaseId } = await run([later, ROAMING, makeThread({ id: 'open', title: 'Who knows?' })]);
    expect(plans.gist(releaseId ?? '')).toMatchObject({
      comparedWith: first.releaseId,
      counts: { added: 1, changed: 1, withdrawn: 1, 'left-out': 1, better: 0 },
      against: [],
    });
    expect(titles(releaseId, 'added')).toEqual(['Does roaming cost extra?']);
    expect(titles(releaseId, 'withdrawn')).toEqual(['How do I activate my SIM?']);
    expect(plans.entries(releaseId ?? '', 'changed', 0, 100)).toEqual([
      {
        title: 'When is the bill sent?',
        url: null,
        note: { nl: 'antwoord', en: 'answer' },
        before: 'Around the fifth.',
        after: 'On the seventh.',
      },
    ]);
    expect(plans.entries(releaseId ?? '', 'left-out', 0, 100)).toMatchObject([
      { title: 'Who knows?', note: { en: 'no accepted answer', nl: 'geen geaccepteerd antwoord' } },
    ]);
  });

  it('is told against the live release, also behind one that was held back', async () => {
    const first = await run([SIM]);
    await run([SIM, BILL], { mode: 'build' });
    const { releaseId } = await run([SIM, BILL, ROAMING], { mode: 'build' });
    expect(plans.gist(releaseId ?? '')?.comparedWith).toBe(first.releaseId);
    expect(titles(releaseId, 'added')).toEqual(['When is the bill sent?', 'Does roaming cost extra?']);
  });

  it('is told against what somebody went back to', async () => {
    const first = await run([SIM]);
    await run([SIM, BILL]);
    rollbackRelease(folder, releases);
    const { releaseId, outcome } = await run([SIM, BILL, ROAMING]);
    expect(outcome).toBe('published');
    expect(plans.gist(releaseId ?? '')?.comparedWith).toBe(first.releaseId);
    expect(titles(releaseId, 'added')).toHaveLength(2);
  });

  it('says why a release waits, in both languages, and goes in pages', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      answered(`t${at}`, `What is word${at}?`, `It is ${at}.`),
    );
    await run(many);
    const { releaseId, outcome } = await run(many.slice(0, 10));
    expect(outcome).toBe('guarded');
    const gist = plans.gist(releaseId ?? '');
    expect(gist?.against).toHaveLength(1);
    expect(gist?.against[0]?.nl).toContain('20');
    expect(gist?.against[0]?.nl).not.toBe(gist?.against[0]?.en);
    expect(plans.entries(releaseId ?? '', 'withdrawn', 15, 10)).toHaveLength(5);
  });

  it('says why no question was asked', async () => {
    const { releaseId } = await run([SIM]);
    const [line] = plans.gist(releaseId ?? '')?.questions ?? [];
    expect(line?.en).toContain('no question with a known answer');
    expect(line?.nl).toContain('INGEST_LABELS');
  });

  it('names the company’s questions that get better and worse, and none of customers', () => {
    const given = (outcome: AnswerOutcome) => ({
      ...{ outcome, isSure: true, itemId: 'forum:sim', title: 'SIM', probability: 0.91 },
    });
    const asked = (name: string, from: 'file' | 'verdict'): AskedTwice => ({
      known: { name, question: `${name}?`, right: [], wrong: [], isComplete: true, mustPass: true, from },
      before: given('person'),
      after: given('right'),
    });
    const effect = tellEffect([asked('esim', 'file'), asked('my own bill', 'verdict')]);
    const database = openIngestDatabase(join(folder, 'ingest.sqlite'));
    const place = { database, releases, releasesDirectory: join(folder, 'releases') };
    const sight = { joins: undefined, threads: undefined };
    keepPlan(place, 'r1', { questions: { kind: 'asked', effect }, against: [] }, sight);
    database.close();
    expect(plans.gist('r1')?.counts).toMatchObject({ better: 1, worse: 0, failing: 0 });
    expect(plans.entries('r1', 'better', 0, 10)).toMatchObject([
      {
        title: 'esim esim?',
        note: { en: expect.stringContaining('new: right answer — SIM (0.91) [must pass]') },
      },
    ]);
  });
});
