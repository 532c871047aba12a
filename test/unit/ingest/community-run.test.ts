import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../index/platform/database.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { indexSettings } from '../../../index/settings.js';
import { checkSources } from '../../../ingest/reading/check-sources.js';
import { openSources } from '../../../ingest/reading/open-sources.js';
import type { ReadingMode } from '../../../ingest/reading/plan-reading.js';
import { formatCheck } from '../../../ingest/reports/format-check.js';
import { formatReport } from '../../../ingest/reports/format-report.js';
import { runIngest } from '../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../ingest/settings.js';
import { sourceSettings } from '../../../ingest/sources/source-kinds.js';
import { DiscourseCommunity, type DiscourseTopic } from '../../support/communities/discourse-community.js';
import { instantPatience, startCommunity } from '../../support/communities/local-community.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { createMemoryReleases, type MemoryReleases } from './memory-releases.js';

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

const DAY = '2026-02-01T10:00:00.000Z';
const LATER = '2026-02-02T10:00:00.000Z';

let folder: string;
let releases: MemoryReleases;
let community: DiscourseCommunity;
let embedder: ReturnType<typeof createFakeEmbedder>;

beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  embedder = createFakeEmbedder();
  community = new DiscourseCommunity('several answers');
  server.respond = (request) => community.answer(request);
  server.first.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A topic with an accepted answer. */
function solved(title: string, answer: string): DiscourseTopic {
  const topic = community.addTopic(title, '<p>Please help.</p>', DAY);
  topic.accepted = [community.reply(topic, 'Expert', `<p>${answer}</p>`, DAY).number];
  return topic;
}

async function run(reading: ReadingMode = 'changes', environment: Record<string, string> = {}) {
  const own = { INGEST_INTRANET_HOSTS: server.host, ...environment };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, own);
  const named = [{ name: 'forum', kind: 'discourse', path: server.base, options: {} }];
  const sources = await openSources(named, { settings, workDirectory: folder, patience: instantPatience() });
  server.requests.length = 0;
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, reading });
}

const answers = () =>
  Object.fromEntries(
    releases.itemsOf(releases.currentId()).map(({ item }) => [item.id, item.answer] as const),
  );

function rowsOfTable(table: string): unknown[] {
  const database = openDatabase(join(folder, 'ingest.sqlite'));
  try {
    return database.prepare(`SELECT * FROM ${table}`).all();
  } finally {
    database.close();
  }
}

const topicsRead = () => server.requests.filter((request) => request.includes('/t/')).length;

describe('a Discourse community', () => {
  it('becomes a release, and nothing is read or embedded again while nothing changes', async () => {
    solved('How do I descale the kettle?', 'Use vinegar, then rinse it twice.');
    community.addTopic('Nobody knows?', '<p>No answer yet.</p>', DAY);
    expect(await run()).toMatchObject({ outcome: 'published', read: 1, added: 1 });
    expect(answers()).toEqual({ 'forum:1': 'Use vinegar, then rinse it twice.' });
    const before = embedder.embedded.length;
    const second = await run('changes', { DISCOURSE_REREAD_TOPICS: '0' });
    expect(second).toMatchObject({ outcome: 'unchanged', read: 0, unchanged: 1 });
    expect(topicsRead()).toBe(0);
    expect(embedder.embedded.length).toBe(before);
  });

  it('takes over what lists show: new, accepted, un-accepted, deleted and private topics', async () => {
    const [taken, deleted, hidden] = ['Kettle?', 'Teapot?', 'Mug?'].map((title) =>
      solved(title, `About the ${title.slice(0, -1)}.`),
    );
    solved('Spoon?', 'About the spoon.');
    const open = community.addTopic('Cup?', '<p>Which?</p>', DAY);
    const reply = community.reply(open, 'Expert', '<p>The blue one.</p>', DAY);
    await run();
    open.accepted = [reply.number];
    if (taken) taken.accepted = [];
    if (deleted) deleted.state = 'deleted';
    if (hidden) hidden.state = 'private';
    const report = await run('changes', { DISCOURSE_REREAD_TOPICS: '0' });
    expect(report).toMatchObject({ added: 1, removed: 3 });
    expect(answers()).toEqual({ 'forum:4': 'About the spoon.', 'forum:5': 'The blue one.' });
    const tombstones = rowsOfTable('tombstone') as { id: string }[];
    expect(tombstones.map(({ id }) => id)).toEqual(['forum:1', 'forum:2', 'forum:3']);
  });

  it('finds by reading again what no list shows: an edited reply and another accepted one', async () => {
    const edited = solved('Kettle?', 'Use vinegar.');
    const moved = solved('Teapot?', 'Use soda.');
    const better = community.reply(moved, 'Expert', '<p>Use lemon.</p>', DAY);
    community.reply(edited, 'Asker', '<p>It worked.</p>', DAY);
    await run();
    const answer = edited.posts[1];
    if (answer) community.edit(edited, answer, '<p>Use citric acid.</p>', LATER);
    moved.accepted = [better.number];
    const unseen = await run('changes', { DISCOURSE_REREAD_TOPICS: '0' });
    expect(unseen.outcome).toBe('unchanged');
    await run('changes', { DISCOURSE_REREAD_TOPICS: '1' });
    await run('changes', { DISCOURSE_REREAD_TOPICS: '1' });
    expect(answers()).toEqual({ 'forum:1': 'Use citric acid.', 'forum:2': 'Use lemon.' });
  });

  it('is swept without reading a topic that is still there', async () => {
    solved('Kettle?', 'Use vinegar.');
    solved('Teapot?', 'Use soda.').state = 'public';
    await run();
    community.topics.delete(2);
    expect(await run('sweep')).toMatchObject({ removed: 1, unchanged: 1 });
    expect(topicsRead()).toBe(1);
    expect(await run()).toMatchObject({ outcome: 'unchanged' });
  });

  it('that breaks off keeps what it gave before, says so, and goes on with the next run', async () => {
    const topics = ['A?', 'B?', 'C?'].map((title) => solved(title, `Answer ${title[0]}.`));
    await run();
    for (const topic of topics) {
      const [, answer] = topic.posts;
      if (answer) community.edit(topic, answer, '<p>New answer.</p>', LATER);
    }
    const respond = server.respond;
    server.respond = (request) =>
      request.url.pathname === '/t/1.json' || !request.url.pathname.startsWith('/t/')
        ? respond(request)
        : { status: 500 };
    community.addTopic('D?', '<p>D</p>', DAY).accepted = [1];
    community.addTopic('E?', '<p>E</p>', DAY).accepted = [1];
    const report = await run();
    expect(report.unfinished).toMatchObject([{ source: 'forum' }]);
    expect(formatReport(report)).toContain('Unfinished  forum was not read to its end');
    expect(answers()).toMatchObject({ 'forum:1': 'New answer.', 'forum:2': 'Answer B.' });
    expect(report.removed).toBe(0);
    server.respond = respond;
    expect((await run()).unfinished).toBeUndefined();
    expect(answers()).toMatchObject({ 'forum:2': 'New answer.', 'forum:3': 'New answer.' });
  });

  it('that cannot be reached at all leaves the live release, and a first run fails with its code', async () => {
    server.respond = () => ({ status: 503 });
    await expect(run()).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
    server.respond = (request) => community.answer(request);
    solved('Kettle?', 'Use vinegar.');
    await run();
    server.respond = () => ({ status: 503 });
    const report = await run();
    expect(report).toMatchObject({ outcome: 'unchanged', unfinished: [{ source: 'forum' }] });
  });

  it('notes which thread was not given, why and how often, and reads it alone again', async () => {
    solved('Kettle?', 'Use vinegar.');
    const topic = solved('Teapot?', 'Use soda.');
    topic.isBroken = true;
    await run();
    await run('everything');
    expect(rowsOfTable('failure')).toMatchObject([
      { source: 'forum', threadId: '2', reason: 'broken-row', times: 2 },
    ]);
    topic.isBroken = false;
    expect(await run('retry')).toMatchObject({ read: 1, added: 1, unchanged: 1 });
    expect(topicsRead()).toBe(1);
    expect(rowsOfTable('failure')).toEqual([]);
  });

  it('is read whole again where the rules by which threads become items have changed', async () => {
    const topic = solved('Kettle?', 'Use vinegar.');
    await run('changes', { DISCOURSE_REREAD_TOPICS: '0' });
    const environment = { DISCOURSE_REREAD_TOPICS: '0', INGEST_PUBLIC_CONTACTS: '@example.com' };
    expect(await run('changes', environment)).toMatchObject({ read: 1, unchanged: 1 });
    expect(await run('changes', environment)).toMatchObject({ read: 0, unchanged: 1 });
    expect(topic.accepted).toHaveLength(1);
  });

  it('joins a topic that was merged into another', async () => {
    const [kettle, teapot] = [solved('Kettle?', 'Use vinegar.'), solved('Teapot?', 'Use soda.')];
    await run();
    community.merge(kettle, teapot, LATER);
    await run();
    expect(answers()).toEqual({ 'forum:2': 'Use soda.' });
  });

  it('that loses most of its answers is held back for a person', async () => {
    const topics = Array.from({ length: 12 }, (_, place) => solved(`Question ${place}?`, `Answer ${place}.`));
    await run();
    for (const topic of topics.slice(1)) topic.accepted = [];
    expect(await run()).toMatchObject({ outcome: 'guarded', removed: 11 });
    expect(Object.keys(answers())).toHaveLength(12);
  });
});

describe('a check', () => {
  async function check(environment: Record<string, string> = {}) {
    const settings = parseSettings(sourceSettings, { INGEST_INTRANET_HOSTS: server.host, ...environment });
    const named = [{ name: 'forum', kind: 'discourse', path: server.base, options: {} }];
    return formatCheck(await checkSources(named, settings, join(folder, 'check'), instantPatience()));
  }

  it('says how many answered threads are seen, reads one, and changes nothing', async () => {
    solved('Kettle?', 'Use vinegar.');
    community.addTopic('Cup?', '<p>Which?</p>', DAY);
    expect(await check()).toBe(
      'forum  can be read: 1 threads with an answer to read\n  read: "Kettle?", answered by Expert',
    );
    expect(existsSync(join(folder, 'check'))).toBe(false);
  });

  it('tells a wrong key from an address that does not answer and from one without answers', async () => {
    expect(await check()).toContain('nothing was found');
    community.key = 'bot:right';
    const wrong = await check({ DISCOURSE_API_KEYS: `${server.host}=bot:wrong` });
    expect(wrong).toMatch(/SOURCE_ACCESS_DENIED: .+status 403.+Check the key/);
    expect(wrong).not.toContain('wrong');
    community.key = null;
    server.respond = () => ({ body: '<html>Welcome</html>' });
    expect(await check()).toContain('it is a web page, no JSON');
  });
});
