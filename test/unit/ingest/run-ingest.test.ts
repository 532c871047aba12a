import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../index/contracts/items.js';
import { openDatabase } from '../../../index/platform/database.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { publishRelease, rollbackRelease } from '../../../ingest/releasing/switch-release.js';
import { formatReport } from '../../../ingest/reports/format-report.js';
import { type IngestOptions, runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import type { Source, SourceRow, Thread } from '../../../ingest/sources/contracts.js';
import { takeRunLock } from '../../../ingest/store/run-lock.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { answered, makeReply, makeThread, memorySource } from './make-thread.js';
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
  // Threads of these tests sound alike; how they are joined has a test of its own, as have the labels, which are of another community.
  const off = { INGEST_JOIN_THREADS: 'off', INGEST_LABELS: ',' };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, { ...off, ...environment });
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

const community = (...rows: (Thread | SourceRow)[]) => memorySource('forum', rows);
const SIM = answered('sim', 'How do I activate my SIM?', 'Put it in and restart.');
const BILL = answered('bill', 'When is the bill sent?', 'Around the fifth.');
const ROAMING = answered('roaming', 'Does roaming cost extra?', 'Not within the EU.');

function liveItems(): Item[] {
  return releases.itemsOf(releases.currentId()).map(({ item }) => item);
}
const liveIds = () => liveItems().map(({ id }) => id);

describe('a first run', () => {
  it('publishes an item for each answered thread', async () => {
    const report = await run([community(SIM, BILL, makeThread({ id: 'open' }))]);
    expect(report).toMatchObject({
      sources: ['forum'],
      ...{ read: 3, added: 2, changed: 0, removed: 0, unchanged: 0, items: 2 },
      skipped: { 'no-accepted-answer': { count: 1, examples: ['row 3'] } },
      ...{ embedded: 4, releaseId: releases.currentId(), outcome: 'published' },
    });
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim']);
  });

  it('gives each item its vectors', async () => {
    await run([community(SIM)]);
    const [entry] = releases.itemsOf(releases.currentId());
    expect(entry?.questionVectors).toEqual([await embedder.embedQuestion('How do I activate my SIM?')]);
    const passage = 'How do I activate my SIM? Put it in and restart.';
    expect(entry?.passageVector).toEqual(await embedder.embedPassage(passage));
  });

  it('redacts and tells how often', async () => {
    const report = await run([community(answered('a', 'Mail?', 'Write to jan@example.com.'))]);
    expect(report.redacted).toEqual({ email: 1 });
    expect(liveItems()[0]?.answer).toBe('Write to [e-mail address].');
  });

  it('shows no torn sentence, and tells of answers of which nothing is left', async () => {
    const torn = answered('torn', 'Mail?', 'Write to jan@example.com.');
    const mended = answered('mended', 'Bills?', 'Open the app and tap Bills. Or write to jan@example.com.');
    const report = await run([community(torn), memorySource('other', [mended])]);
    expect(report.withheld).toEqual({ count: 1, examples: ['row 1'] });
    expect(formatReport(report)).toContain('Withheld    1');
    const entries = releases.itemsOf(releases.currentId());
    expect(entries.map(({ shown }) => shown?.answer).sort()).toEqual(['', 'Open the app and tap Bills.']);
    expect(entries.map(({ passageVector }) => passageVector === null).sort()).toEqual([false, true]);
  });

  it('follows the rule that the content team switched on', async () => {
    const voted = makeThread({ id: 'voted', replies: [makeReply({ votes: 5 })] });
    const environment = { INGEST_ANSWER_RULE: 'accepted-or-top-voted', INGEST_MINIMUM_VOTES: '5' };
    expect(await run([community(voted)], {}, environment)).toMatchObject({ added: 1 });
  });

  it('counts the rows of a source that are no threads apart', async () => {
    const comments: SourceRow = {
      kind: 'skipped',
      reason: 'comment',
      position: 'Comments.xml',
      detail: '',
      count: 9,
    };
    const broken: SourceRow = {
      kind: 'failed',
      reason: 'broken-row',
      threadId: null,
      position: 'line 2',
      detail: 'no JSON',
    };
    const report = await run([community(SIM, comments, broken)]);
    expect(report.read).toBe(2);
    expect(report.skipped).toEqual({
      comment: { count: 9, examples: ['Comments.xml'] },
      'broken-row': { count: 1, examples: ['line 2: no JSON'] },
    });
  });

  it('takes the first of two threads with one id', async () => {
    const report = await run([community(SIM, { ...BILL, id: 'sim' })]);
    expect(report.skipped).toEqual({ 'id-used-twice': { count: 1, examples: ['row 2: id sim'] } });
    expect(liveItems()[0]?.question).toBe(SIM.title);
  });
});

describe('a run on the same input', () => {
  it('embeds nothing and keeps the live release', async () => {
    const first = await run([community(SIM, BILL)]);
    const before = embedder.embedded.length;
    const second = await run([community(SIM, BILL)]);
    expect(second).toMatchObject({
      ...{ added: 0, changed: 0, removed: 0, unchanged: 2, embedded: 0 },
      ...{ outcome: 'unchanged', releaseId: first.releaseId },
    });
    expect(embedder.embedded.length).toBe(before);
    expect(releases.list()).toHaveLength(1);
  });

  it('builds again when asked to, without embedding', async () => {
    await run([community(SIM)]);
    const report = await run([community(SIM)], { isRebuild: true });
    expect(report).toMatchObject({ embedded: 0, outcome: 'published', releaseId: 'release-002' });
  });

  it('embeds everything again for another embedder, and nothing when it comes back', async () => {
    await run([community(SIM)]);
    const other = await run([community(SIM)], { embedder: createFakeEmbedder('other') });
    expect(other).toMatchObject({ embedded: 2, outcome: 'published' });
    const back = await run([community(SIM)]);
    expect(back).toMatchObject({ embedded: 0, outcome: 'published', releaseId: 'release-001' });
  });
});

describe('a run on changed input', () => {
  beforeEach(async () => {
    await run([community(SIM, BILL)]);
  });

  it('embeds only the passage when an answer changed', async () => {
    const changed = answered('bill', BILL.title, 'Around the sixth.');
    const report = await run([community(SIM, changed)]);
    expect(report).toMatchObject({ changed: 1, unchanged: 1, embedded: 1, outcome: 'published' });
    expect(embedder.embedded.at(-1)).toContain('Around the sixth.');
  });

  it('embeds nothing when only votes changed, but publishes them', async () => {
    const voted = { ...BILL, replies: BILL.replies.map((reply) => ({ ...reply, votes: 50 })) };
    const report = await run([community(SIM, voted)]);
    expect(report).toMatchObject({ changed: 1, embedded: 0, outcome: 'published' });
    expect(liveItems().map(({ votes }) => votes)).toEqual([50, 0]);
  });

  it('removes what the source no longer has, and keeps its text nowhere', async () => {
    const report = await run([community(SIM)]);
    expect(report).toMatchObject({ removed: 1, unchanged: 1, items: 1, embedded: 0 });
    expect(liveIds()).toEqual(['forum:sim']);
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    expect(database.prepare('SELECT id, source FROM tombstone').all()).toEqual([
      { id: 'forum:bill', source: 'forum' },
    ]);
    expect(database.prepare('SELECT id FROM item').pluck().all()).toEqual(['forum:sim']);
    expect(database.prepare('SELECT count(*) FROM vector').pluck().get()).toBe(2);
    database.close();
  });

  it('takes back what was removed', async () => {
    await run([community(SIM)]);
    expect(await run([community(SIM, BILL)])).toMatchObject({ added: 1, items: 2, outcome: 'published' });
  });

  it('leaves the items of other sources', async () => {
    const report = await run([memorySource('wiki', [ROAMING])]);
    expect(report).toMatchObject({ sources: ['wiki'], added: 1, removed: 0, items: 3, embedded: 2 });
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim', 'wiki:roaming']);
  });

  it('says what would change without doing it', async () => {
    const report = await run([community(SIM, ROAMING)], {
      mode: 'plan',
      embedder: () => Promise.reject(new Error()),
    });
    expect(report).toMatchObject({ added: 1, removed: 1, unchanged: 1, outcome: 'planned', releaseId: null });
    expect(releases.list()).toHaveLength(1);
    expect(await run([community(SIM, BILL)])).toMatchObject({ unchanged: 2, outcome: 'unchanged' });
  });

  it('builds without publishing, to be looked at first', async () => {
    const report = await run([community(SIM, ROAMING)], { mode: 'build' });
    expect(report).toMatchObject({ outcome: 'built', releaseId: 'release-002' });
    expect(releases.currentId()).toBe('release-001');
    publishRelease('release-002', folder, releases);
    expect(await run([community(SIM, ROAMING)])).toMatchObject({ outcome: 'unchanged', embedded: 0 });
  });
});

describe('duplicates', () => {
  it('become phrasings of the item they point to, through chains', async () => {
    const second = makeThread({ id: 'b', title: 'Sim card does nothing', duplicateOf: 'sim' });
    const third = answered('a', 'New sim, what now?', 'See the other thread.', { duplicateOf: 'b' });
    const report = await run([community(third, SIM, second)]);
    expect(report).toMatchObject({ read: 3, added: 1, duplicates: 2, skipped: {} });
    expect(liveItems()).toMatchObject([
      { id: 'forum:sim', phrasings: ['New sim, what now?', 'Sim card does nothing'] },
    ]);
    expect(releases.itemsOf(releases.currentId())[0]?.questionVectors).toHaveLength(3);
  });

  it('stay items when what they point to has no answer', async () => {
    const original = makeThread({ id: 'open', title: 'Original' });
    const report = await run([
      community(original, { ...SIM, duplicateOf: 'open' }, { ...BILL, duplicateOf: 'gone' }),
    ]);
    expect(report).toMatchObject({
      added: 2,
      duplicates: 0,
      skipped: { 'no-accepted-answer': { count: 1 } },
    });
  });

  it('are skipped when nothing of theirs has an answer', async () => {
    const report = await run([community(SIM, makeThread({ id: 'x', duplicateOf: 'gone' }))]);
    expect(report.skipped).toEqual({ 'no-accepted-answer': { count: 1, examples: ['row 2'] } });
  });

  it('embed one text when a wording is added', async () => {
    await run([community(SIM)]);
    const wording = makeThread({ id: 'x', title: 'Sim is dead', duplicateOf: 'sim' });
    expect(await run([community(SIM, wording)])).toMatchObject({ changed: 1, embedded: 1 });
  });
});

describe('a run that fails', () => {
  const failing = (error: Error): Source => ({
    name: 'forum',
    read: () => ({ covers: 'everything', rows: broken(error) }),
  });
  async function* broken(error: Error): AsyncGenerator<SourceRow> {
    yield { kind: 'thread', thread: ROAMING, position: 'row 1' };
    throw error;
  }

  beforeEach(async () => {
    await run([community(SIM, BILL)]);
  });

  it('leaves release and items when a source breaks', async () => {
    await expect(run([failing(new Error('broken'))])).rejects.toThrow('broken');
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim']);
    expect(await run([community(SIM, BILL)])).toMatchObject({ unchanged: 2, outcome: 'unchanged' });
  });

  it('says that the disk is full, however deep the cause is', async () => {
    const cause = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    releases.failNext(new Error('build failed', { cause }));
    await expect(run([community(SIM, ROAMING)])).rejects.toMatchObject({
      code: 'INGEST_DISK_FULL',
      facts: { directory: folder, reason: 'no space left on device' },
    });
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim']);
    expect(await run([community(SIM, ROAMING)])).toMatchObject({ added: 1, removed: 1, embedded: 0 });
  });

  it('goes on behind the last vector that was made', async () => {
    const made: string[] = [];
    const dying = createFakeEmbedder();
    const mortal = {
      ...dying,
      embedQuestion: (text: string) =>
        made.push(text) > 1 ? Promise.reject(new Error('died')) : dying.embedQuestion(text),
    };
    const rows = [SIM, BILL, ROAMING, answered('tv', 'Why is my TV black?', 'Restart the box.')];
    await expect(run([community(...rows)], { embedder: mortal })).rejects.toThrow('died');
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim']);
    const before = embedder.embedded.length;
    expect(await run([community(...rows)])).toMatchObject({ added: 2, embedded: 2, outcome: 'published' });
    expect(embedder.embedded.slice(before)).not.toContain(made[0]);
  });

  it('publishes a release that was built but not published', async () => {
    const publish = releases.publish;
    releases.publish = () => {
      throw new Error('killed');
    };
    await expect(run([community(SIM)])).rejects.toThrow('killed');
    releases.publish = publish;
    expect(liveIds()).toEqual(['forum:bill', 'forum:sim']);
    expect(await run([community(SIM)])).toMatchObject({ outcome: 'published', releaseId: 'release-002' });
    expect(liveIds()).toEqual(['forum:sim']);
    expect(releases.list()).toHaveLength(2);
  });

  it('refuses a source that suddenly gives nothing', async () => {
    await expect(run([community(makeThread())])).rejects.toMatchObject({
      code: 'INGEST_SOURCE_EMPTY',
      facts: { source: 'forum', items: 2, skipped: 1 },
    });
    expect(liveIds()).toHaveLength(2);
  });

  it('takes an empty source when that is meant', async () => {
    expect(await run([community()], { isEmptyAllowed: true })).toMatchObject({ removed: 2, items: 0 });
  });

  it('refuses a source of which no row can be read', async () => {
    const broken: SourceRow = {
      kind: 'failed',
      reason: 'broken-row',
      threadId: null,
      position: 'line 1',
      detail: 'no JSON',
    };
    await expect(run([memorySource('new', [broken])])).rejects.toMatchObject({
      code: 'SOURCE_WITHOUT_THREADS',
      facts: { source: 'new', broken: 1, example: 'line 1: no JSON' },
    });
  });
});

describe('a run that would take much away', () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) =>
      answered(`t${from + at}`, `Question ${from + at}?`, `Answer ${from + at}.`),
    );
  /** Makes the next builds answer so much of their own questions. */
  function answerOwn(ownAnswered: number): void {
    const { build } = releases;
    releases.build = async (...parts) => {
      const manifest = await build(...parts);
      Object.assign(manifest, { ownAnswered });
      return manifest;
    };
  }

  it('is built and held back, and says so again', async () => {
    await run([community(...many(100))]);
    const report = await run([community(...many(1))]);
    expect(report).toMatchObject({
      ...{ outcome: 'guarded', releaseId: 'release-002', removed: 99 },
      heldBackBecause: ['99 of the 100 items of "forum" would go'],
    });
    expect(releases.currentId()).toBe('release-001');
    expect(await run([community(...many(1))])).toMatchObject({
      ...{ outcome: 'guarded', releaseId: 'release-002', embedded: 0 },
      heldBackBecause: ['99 of the 100 items of "forum" would go'],
    });
    publishRelease('release-002', folder, releases);
    expect(await run([community(...many(1))])).toMatchObject({ outcome: 'unchanged', heldBackBecause: [] });
  });

  it('is seen by the items that go, not by their number', async () => {
    await run([community(...many(100))]);
    expect(await run([community(...many(100, 30))])).toMatchObject({ outcome: 'guarded', added: 30 });
  });

  it.each([
    { before: 100, after: 80, outcome: 'published' }, // a fifth, not more
    { before: 100, after: 79, outcome: 'guarded' },
    { before: 20, after: 11, outcome: 'published' }, // fewer than ten
    { before: 20, after: 10, outcome: 'guarded' },
  ])('is told from an ordinary one: $before to $after is $outcome', async ({ before, after, outcome }) => {
    await run([community(...many(before))]);
    expect(await run([community(...many(after))])).toMatchObject({ outcome });
  });

  it('looks at each source by itself', async () => {
    await run([community(...many(80))]);
    await run([memorySource('wiki', many(20))]);
    expect(await run([memorySource('wiki', many(5))])).toMatchObject({
      outcome: 'guarded',
      heldBackBecause: ['15 of the 20 items of "wiki" would go'],
    });
  });

  it('is published where that is meant', async () => {
    await run([community(...many(100))]);
    expect(await run([community(...many(1))], { isEmptyAllowed: true })).toMatchObject({
      ...{ outcome: 'published', heldBackBecause: [] },
    });
  });

  it('is held back when it answers much less', async () => {
    answerOwn(0.6);
    await run([community(...many(30))]);
    answerOwn(0.41);
    expect(await run([community(...many(31))])).toMatchObject({ outcome: 'published' });
    answerOwn(0.27);
    expect(await run([community(...many(32))])).toMatchObject({
      outcome: 'guarded',
      heldBackBecause: ['of its own questions with words left out it answers 27 %, the live one 41 %'],
    });
  });

  it('is not held back for what a handful of items answers: that is chance', async () => {
    answerOwn(0.6);
    await run([community(SIM)]);
    answerOwn(0.2);
    expect(await run([community(SIM, BILL)])).toMatchObject({ outcome: 'published' });
  });

  it('goes by the numbers of a release that an earlier version built', async () => {
    await run([community(...many(100))]);
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    database.exec('DELETE FROM releaseItem');
    database.close();
    Object.assign(releases.list()[0]?.sources ?? {}, { forum: 100 });
    expect(await run([community(...many(60))])).toMatchObject({ outcome: 'guarded' });
  });
});

describe('going back', () => {
  it('is not undone by a run on the same input', async () => {
    await run([community(SIM)]);
    await run([community(SIM, BILL)]);
    expect(rollbackRelease(folder, releases)).toBe('release-001');
    expect(await run([community(SIM, BILL)])).toMatchObject({
      outcome: 'held-back',
      releaseId: 'release-002',
    });
    expect(releases.currentId()).toBe('release-001');
  });

  it('is not done where another release went live since somebody looked', async () => {
    await run([community(SIM)]);
    await run([community(SIM, BILL)]);
    const back = () => rollbackRelease(folder, releases, undefined, 'release-001');
    expect(back).toThrow(expect.objectContaining({ code: 'RELEASE_NOT_LIVE' }));
    expect(releases.currentId()).toBe('release-002');
  });

  it('ends when somebody publishes the release, or the input changes', async () => {
    await run([community(SIM)]);
    await run([community(SIM, BILL)]);
    rollbackRelease(folder, releases);
    expect(await run([community(SIM, BILL, ROAMING)])).toMatchObject({ outcome: 'published' });
    publishRelease('release-002', folder, releases);
    await run([community(SIM)]);
    expect(await run([community(SIM, BILL)])).toMatchObject({
      outcome: 'published',
      releaseId: 'release-002',
    });
  });
});

describe('the folder of a run', () => {
  it('is held by one run at a time', async () => {
    const letGo = takeRunLock(folder);
    await expect(run([community(SIM)])).rejects.toMatchObject({ code: 'INGEST_RUNNING' });
    letGo();
    await expect(run([community(SIM)])).resolves.toMatchObject({ outcome: 'published' });
  });

  it('is let go after a failure', async () => {
    await expect(
      run([community(SIM)], { embedder: () => Promise.reject(new Error('no model')) }),
    ).rejects.toThrow();
    await expect(run([community(SIM)])).resolves.toMatchObject({ outcome: 'published' });
  });

  it('loses what a killed run staged', async () => {
    mkdirSync(join(folder, 'ingest-staging'));
    writeFileSync(join(folder, 'ingest-staging/staging-1-x.sqlite'), 'left over');
    await run([community(SIM)]);
    expect(existsSync(join(folder, 'ingest-staging'))).toBe(false);
    expect(readdirSync(folder).some((name) => name.startsWith('ingest.sqlite'))).toBe(true);
  });

  it('keeps what a version before knew, but for what has changed', async () => {
    await run([community(SIM, BILL)]);
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    database.exec(`
      DROP TABLE builtRelease;
      CREATE TABLE builtRelease (id TEXT PRIMARY KEY, contentHash TEXT NOT NULL, isRolledBack INTEGER NOT NULL);
      PRAGMA user_version = 1;`);
    database.close();
    expect(await run([memorySource('wiki', [ROAMING])])).toMatchObject({ embedded: 2, items: 3 });
  });

  it('starts anew with the tables of an older version', async () => {
    const database = openDatabase(join(folder, 'ingest.sqlite'));
    database.exec('CREATE TABLE item (old TEXT)');
    database.close();
    expect(await run([community(SIM)])).toMatchObject({ added: 1 });
  });
});

describe('the configured sources', () => {
  it('are read by name, files of one name together', async () => {
    const fixtures = join(import.meta.dirname, '../../fixtures/ingest');
    const INGEST_SOURCES = `tea=file:${fixtures}/threads.jsonl, dump=stack-exchange:${fixtures}/dump?site=tea.example.com`;
    const report = await run([], { sources: undefined }, { INGEST_SOURCES });
    expect(report).toMatchObject({ sources: ['tea', 'dump'], added: 4, duplicates: 2 });
    expect(liveIds()).toEqual(['dump:1', 'dump:5', 'tea:a-1', 'tea:a-3']);
    expect(liveItems()[0]?.url).toBe('https://tea.example.com/a/3');
  });
});
