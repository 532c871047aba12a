import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApprovedAnswer, ApprovedAnswers } from '../../../../index/contracts/approved-answers.js';
import { openApprovedAnswers } from '../../../../index/edits/open-approved-answers.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const THREAD = {
  ...{ id: 'sim', title: 'How do I activate my SIM?', language: 'en', author: { name: 'Kim' } },
  replies: [{ id: 'r', body: 'Put it in and restart.', accepted: true, author: { name: 'Lee' } }],
};
const ESIM: ApprovedAnswer = {
  ...{ id: 'b3', question: 'Hoe zet ik een eSIM over?', language: 'nl' },
  ...{ answer: 'Scan de code op het **nieuwe** toestel.', author: 'Sam', company: 'Zwaluw' },
  ...{ writtenAt: '2026-03-01T10:00:00.000Z', approvedAt: '2026-03-02T10:00:00.000Z', approvedBy: 'Tijs' },
};

let folder: string;
let approved: ApprovedAnswers;
let releases: MemoryReleases;
beforeEach(() => {
  folder = temporaryFolder();
  approved = openApprovedAnswers(folder);
  releases = createMemoryReleases();
  writeFileSync(join(folder, 'forum.jsonl'), `${JSON.stringify(THREAD)}\n`);
});
afterEach(() => {
  approved.close();
  rmSync(folder, { recursive: true });
});

function run(sources = `forum=file:${join(folder, 'forum.jsonl')}`) {
  const environment = { INGEST_JOIN_THREADS: 'off', INGEST_SOURCES: sources };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, environment);
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder: createFakeEmbedder() });
}

const liveItems = () => releases.itemsOf(releases.currentId()).map(({ item }) => item);
const liveIds = () => liveItems().map(({ id }) => id);

describe('answers that content people approved', () => {
  it('are read beside the sources that are set, from the first one on', async () => {
    expect((await run()).sources).toEqual(['forum']);
    approved.keep(ESIM);
    const report = await run();
    expect(report).toMatchObject({ sources: ['forum', 'desk'], added: 1, outcome: 'published' });
    expect(liveItems().find(({ id }) => id === 'desk:b3')).toMatchObject({
      question: ESIM.question,
      answer: ESIM.answer,
      author: { name: 'Sam', rank: 'Zwaluw' },
      answeredAt: ESIM.writtenAt,
    });
  });

  it('leave with the next release when they are taken back, the last one too', async () => {
    approved.keep(ESIM);
    await run();
    approved.takeBack(ESIM.id, new Date('2026-03-03T10:00:00Z'));
    expect(await run()).toMatchObject({ removed: 1, outcome: 'published' });
    expect(liveIds()).toEqual(['forum:sim']);
    expect(await run()).toMatchObject({ outcome: 'unchanged' });
  });

  it('do not come back under the id of one that was taken back', async () => {
    approved.keep(ESIM);
    approved.takeBack(ESIM.id, new Date('2026-03-03T10:00:00Z'));
    approved.keep(ESIM);
    expect(approved.all()).toEqual([]);
    expect(approved.hides('desk:b3')).toBe(true);
  });

  it('are read once where the settings name the desk', async () => {
    approved.keep(ESIM);
    const named = `forum=file:${join(folder, 'forum.jsonl')},balie=desk:${folder}`;
    expect((await run(named)).sources).toEqual(['forum', 'balie']);
    expect(liveIds()).toEqual(['balie:b3', 'forum:sim']);
  });

  it('are seen by a server at its next look', () => {
    const server = openApprovedAnswers(folder);
    expect(server.hides('desk:b3')).toBe(false);
    approved.keep(ESIM);
    approved.takeBack(ESIM.id, new Date('2026-03-03T10:00:00Z'));
    expect(server.hides('desk:b3')).toBe(true);
    server.close();
  });
});
