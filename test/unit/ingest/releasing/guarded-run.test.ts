import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseStore } from '../../../../index/contracts/releases.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { indexSettings } from '../../../../index/settings.js';
import { nameRelease, publishRelease } from '../../../../ingest/releasing/switch-release.js';
import { formatHistory } from '../../../../ingest/reports/format-history.js';
import { formatTrace } from '../../../../ingest/reports/format-trace.js';
import { tellRun } from '../../../../ingest/reports/tell-run.js';
import { en } from '../../../../ingest/reports/words/en.js';
import { nl } from '../../../../ingest/reports/words/nl.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { openReleaseHistory, type ReleaseHistory } from '../../../../ingest/store/release-history.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { answered, makeThread, memorySource } from '../make-thread.js';

const DEVICES = ['router', 'phone', 'tablet', 'watch', 'sensor', 'camera', 'doorbell', 'printer'];
const LOOK = { words: en, isAll: false, width: 100 };

const restart = (device: string, seconds = 5) =>
  answered(device, `How do I restart my ${device}?`, `Hold the ${device} button for ${seconds} seconds.`, {
    url: `https://forum.example.com/t/${device}`,
  });
const COMMUNITY = DEVICES.map((device) => restart(device));

let folder: string;
let releases: ReleaseStore;
let now: Date;

beforeEach(() => {
  folder = temporaryFolder();
  now = new Date('2026-03-02T09:30:00Z');
  releases = createReleaseStore({ directory: join(folder, 'releases'), now: () => now });
});

/** A day passes before each run. */
function run(threads: readonly Thread[], options: Partial<IngestOptions> = {}, environment = {}) {
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  const settings = parseSettings(
    { ...indexSettings, ...ingestSettings },
    { INGEST_LABELS: join(folder, 'questions.jsonl'), ...environment },
  );
  return runIngest({
    runtimeDirectory: folder,
    settings,
    releases,
    embedder: createFakeEmbedder(),
    sources: [memorySource('forum', threads)],
    clock: { now: () => now },
    ...options,
  });
}

/** The company's questions: one of each device, in other words than the thread's. */
function ask(changes: Readonly<Record<string, object>> = {}): void {
  const rows = DEVICES.map((device) => ({
    id: `q-${device}`,
    text: `how to restart my ${device}`,
    relevant: [`forum:${device}`],
    ...changes[device],
  }));
  writeFileSync(join(folder, 'questions.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
}

function onHistory<Result>(work: (history: ReleaseHistory) => Result): Result {
  const history = openReleaseHistory(folder);
  try {
    return work(history);
  } finally {
    history.close();
  }
}

const withoutRouter = COMMUNITY.slice(1);

describe('the known questions', () => {
  it('hold a candidate back that loses one which must pass', async () => {
    ask({ router: { mustPass: true } });
    const { releaseId: first } = await run(COMMUNITY);
    const report = await run(withoutRouter);
    expect(report).toMatchObject({
      outcome: 'guarded',
      against: [{ kind: 'must-pass-lost', names: ['q-router'] }],
      questions: { kind: 'asked', effect: { asked: 8, worse: [{ known: { name: 'q-router' } }] } },
    });
    expect(report.heldBackBecause).toEqual(['1 question that must pass loses its right answer: q-router']);
    expect(releases.currentId()).toBe(first);
    expect(tellRun(report, LOOK)).toContain(
      'q-router  how to restart my router [must pass]\n    now: right answer',
    );
  });

  it('hold back what loses right answers for sure, though no item goes', async () => {
    ask();
    await run(COMMUNITY);
    // An export in which the texts slipped by one row against their ids.
    const slipped = COMMUNITY.map((thread, at) => ({
      ...(COMMUNITY[at - 1] ?? restart('lamp')),
      id: thread.id,
    }));
    const { against = [] } = await run(slipped);
    expect(against.map(({ kind }) => kind)).toContain('fewer-right');
  });

  it('let a candidate pass that answers as before, and say how many it takes to be sure', async () => {
    ask({ router: { mustPass: true } });
    await run(COMMUNITY);
    const report = await run([...COMMUNITY, restart('speaker')]);
    expect(report).toMatchObject({ outcome: 'published', questions: { effect: { needed: 137, worse: [] } } });
    expect(tellRun(report, LOOK)).toContain('too few to tell a change of two points: it takes about 137');
  });

  it('are not asked where they are about another community', async () => {
    ask();
    await run(COMMUNITY);
    const labels = join(folder, 'others.jsonl');
    writeFileSync(labels, JSON.stringify({ text: 'Where is my tea?', relevant: ['tea:1'], mustPass: true }));
    const report = await run(withoutRouter, {}, { INGEST_LABELS: labels });
    expect(report).toMatchObject({
      outcome: 'published',
      questions: { kind: 'not-asked', because: 'no-questions' },
    });
  });

  it('cannot be compared with a release of another model, which does not end the run', async () => {
    ask();
    await run(COMMUNITY);
    const report = await run(COMMUNITY, { embedder: createFakeEmbedder('other') });
    expect(report).toMatchObject({
      outcome: 'published',
      questions: { kind: 'not-asked', because: 'live-unreadable' },
    });
  });

  it('are embedded once, however often a release is asked', async () => {
    ask();
    await run(COMMUNITY);
    const embedder = createFakeEmbedder();
    await run([...COMMUNITY, restart('speaker')], { embedder });
    expect(embedder.embedded.filter((text) => text.startsWith('how to restart'))).toEqual([]);
  });
});

describe('a person', () => {
  beforeEach(async () => {
    ask({ router: { mustPass: true } });
    await run(COMMUNITY);
  });

  it('publishes by force, and leaves a trace', async () => {
    const report = await run(withoutRouter, {
      isForced: true,
      decision: { by: 'Noor', why: 'The router is not sold any more' },
    });
    expect(report).toMatchObject({ outcome: 'published', against: [{ kind: 'must-pass-lost' }] });
    const acts = onHistory((history) => history.find(report.releaseId ?? '')?.acts);
    expect(acts?.at(-1)).toMatchObject({ kind: 'forced', by: 'Noor' });
    expect(acts?.at(-1)?.why).toContain('The router is not sold any more — 1 question that must pass');
    expect(tellRun(report, LOOK)).toContain('Published by force, although');
  });

  it('stops at the candidate, and hears what speaks against it', async () => {
    const report = await run(withoutRouter, { mode: 'build' });
    expect(report).toMatchObject({ outcome: 'built', against: [{ kind: 'must-pass-lost' }] });
    expect(releases.currentId()).not.toBe(report.releaseId);
  });

  it('publishes what was held back by the name they gave it', async () => {
    const { releaseId } = await run(withoutRouter);
    nameRelease(releaseId ?? '', 'Without routers', folder);
    const decision = { by: 'Noor', why: 'agreed on Monday' };
    expect(publishRelease('Without routers', folder, releases, decision)).toBe(releaseId);
    expect(releases.currentId()).toBe(releaseId);
    const list = onHistory((history) =>
      formatHistory(history.releases(10), releases.list(), releases.currentId(), en),
    );
    expect(list).toMatch(/^\* \S+ {2}2026-03-04T\S+ {2}"Without routers" {2}7 items \(forum 7\)$/m);
    expect(list).toMatch(/published by Noor: agreed on Monday$/m);
    expect(list).toMatch(
      /held back by the server: 1 question that must pass loses its right answer: q-router$/m,
    );
  });

  it('gives no two releases one name, and none that cannot be typed', async () => {
    const { releaseId } = await run(withoutRouter);
    expect(() => nameRelease(releaseId ?? '', '2026-03-03', folder)).toThrow('another release is called');
    expect(() => nameRelease(releaseId ?? '', ' ', folder)).toThrow('1 to 60 characters');
    expect(() => nameRelease('none', 'A name', folder)).toThrow('no release "none" is remembered');
  });
});

describe('a plan', () => {
  beforeEach(async () => {
    ask({ router: { mustPass: true } });
    await run(COMMUNITY);
  });

  it('names what would change, with old and new answer beside each other', async () => {
    const twin = makeThread({ id: 'again', title: 'My phone wants a restart', duplicateOf: 'phone' });
    const mail = answered('mail', 'Mail?', 'Open the app. Or write to jan@example.com.');
    const threads = [
      ...COMMUNITY.slice(2),
      restart('phone', 9),
      restart('speaker'),
      twin,
      mail,
      makeThread({ id: 'open' }),
    ];
    const report = await run(threads, { mode: 'plan' });
    expect(report).toMatchObject({
      outcome: 'planned',
      plan: {
        added: { count: 2, first: [{ id: 'forum:mail' }, { id: 'forum:speaker' }] },
        changed: { count: 1, first: [{ parts: ['answer', 'phrasings'] }] },
        withdrawn: { count: 1, first: [{ id: 'forum:router' }] },
        joined: { count: 1, first: [{ wording: 'My phone wants a restart', into: { id: 'forum:phone' } }] },
      },
      threads: {
        redacted: { count: 1, first: [{ title: 'Mail?', detail: 'email' }] },
        leftOut: {
          'no-accepted-answer': { count: 1, first: [{ title: 'My box does not work, what now?' }] },
        },
      },
      against: [{ kind: 'must-pass-lost', names: ['q-router'] }],
    });
    const told = tellRun(report, LOOK);
    expect(told).toContain(
      'Withdrawn (1)\n  How do I restart my router?\n    https://forum.example.com/t/router',
    );
    expect(told).toMatch(/Hold the phone button for 5 seconds\. +│ Hold the phone button for 9 seconds\./);
    expect(told).toContain('A run would hold this back:\n  - 1 question that must pass loses');
  });

  it('changes nothing, and its vectors are there for the run', async () => {
    const [before, live] = [releases.list().length, releases.currentId()];
    await run([...COMMUNITY, restart('speaker')], { mode: 'plan' });
    expect(releases.list()).toHaveLength(before);
    expect(releases.currentId()).toBe(live);
    expect(existsSync(join(folder, 'ingest-staging'))).toBe(false);
    const report = await run([...COMMUNITY, restart('speaker')]);
    expect(report).toMatchObject({ outcome: 'published', embedded: 0, added: 1 });
  });

  it('is told in Dutch as well', async () => {
    const report = await run(withoutRouter, { mode: 'plan' });
    const told = tellRun(report, { ...LOOK, words: nl });
    expect(told).toContain('Ingetrokken (1)\n  How do I restart my router?');
    expect(told).toContain('nu: goed antwoord — How do I restart my router?');
    expect(told).toContain(
      'Een run zou dit tegenhouden:\n  - 1 vraag die goed moet gaan, verliest het goede antwoord',
    );
  });

  it('says that no answer changes where the live release holds the same', async () => {
    expect(await run(COMMUNITY, { mode: 'plan' })).toMatchObject({
      questions: { kind: 'not-asked', because: 'nothing-changes' },
    });
  });
});

describe('what an item said', () => {
  it('can be read after the folder of its release is gone', async () => {
    const { releaseId: first, releaseName } = await run(COMMUNITY);
    const changed = (seconds: number) => [restart('router', seconds), ...withoutRouter];
    await run(changed(7), {}, { INGEST_KEEP_RELEASES: '2' });
    await run(changed(8), {}, { INGEST_KEEP_RELEASES: '2' });
    await run(changed(9), {}, { INGEST_KEEP_RELEASES: '2' });
    expect(releases.list().map(({ id }) => id)).not.toContain(first);
    const trace = (release: string | null) =>
      onHistory((history) => formatTrace('forum:router', release, history, en));
    expect(releaseName).toBe('2026-03-03');
    expect(trace('2026-03-03')).toContain('Hold the router button for 5 seconds.');
    expect(trace(first)).toContain('https://forum.example.com/t/router');
    expect(trace('2026-03-04')).toContain('Hold the router button for 7 seconds.');
    expect(trace(null).match(/Hold the router/g)).toHaveLength(4);
    expect(onHistory((history) => formatTrace('forum:none', null, history, en))).toContain('No release');
  });

  it('is forgotten when no conversation can hold it any more', async () => {
    await run(COMMUNITY);
    await run(withoutRouter, { isEmptyAllowed: true }, { INGEST_KEEP_RELEASES: '2' });
    now = new Date(now.getTime() + 100 * 24 * 60 * 60 * 1000);
    // The release without the router was live when the ninety days began, so what it held is kept.
    await run([...withoutRouter, restart('speaker')], {}, { INGEST_KEEP_RELEASES: '2' });
    await run([...withoutRouter, restart('lamp'), restart('speaker')], {}, { INGEST_KEEP_RELEASES: '2' });
    const versions = (id: string) => onHistory((history) => history.versionsOf(id).length);
    expect([versions('forum:router'), versions('forum:phone')]).toEqual([0, 1]);
  });
});
