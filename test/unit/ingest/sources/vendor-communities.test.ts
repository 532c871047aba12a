import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../index/platform/settings.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';
import type { Source } from '../../../../ingest/sources/contracts.js';
import { sourceSettings } from '../../../../ingest/sources/source-kinds.js';
import { GainsightCommunity } from '../../../support/communities/gainsight-community.js';
import { KhorosCommunity } from '../../../support/communities/khoros-community.js';
import { instantPatience, startCommunity } from '../../../support/communities/local-community.js';
import { ZendeskCentre } from '../../../support/communities/zendesk-centre.js';
import { rowsOf, threadsOf } from '../make-thread.js';

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

let patience: ReturnType<typeof instantPatience>;
beforeEach(() => {
  patience = instantPatience();
  server.requests.length = 0;
});

async function open(kind: string, options = {}, environment = {}): Promise<Source> {
  const common = { INGEST_INTRANET_HOSTS: server.host, INGEST_REQUESTS_PER_MINUTE: '100000' };
  const settings = parseSettings(sourceSettings, { ...common, ...environment });
  const named = [{ name: 'tea', kind, path: server.base, options }];
  const [source] = await openSources(named, { settings, workDirectory: '.', patience });
  if (!source) throw new Error('no source was opened');
  return source;
}

const acceptedIn = (threads: Awaited<ReturnType<typeof threadsOf>>) =>
  threads.map(({ id, replies }) => [id, replies.find(({ isAccepted }) => isAccepted)?.id]);

describe('a community on Gainsight', () => {
  let community: GainsightCommunity;
  beforeEach(() => {
    community = new GainsightCommunity();
    server.respond = (request) => community.answer(request);
  });
  const openIt = (options = {}) =>
    open(
      'gainsight',
      { api: server.base, ...options },
      { GAINSIGHT_CLIENTS: `${server.host}=client:secret` },
    );

  it('tells in which category a question stands', async () => {
    community.add(1, 'Which beans?', 'Fresh ones.');
    expect((await threadsOf(await openIt()))[0]).toMatchObject({ category: 'Kettles' });
  });

  it.each([
    ['a mark at the reply', { bestAnswer: true }, { bestAnswer: true }],
    ['a mark written as a number', { bestAnswer: 1 }, { isBestAnswer: 1 }],
    ['its id at the question', { bestAnswer: '12' }, {}],
    ['its number at the question', { bestAnswer: 12 }, {}],
    ['an object at the question', { bestAnswer: { id: 12 } }, {}],
    ['an object with the id of a reply', { bestAnswer: { replyId: '12' } }, {}],
  ])('finds the best answer by %s', async (_form, question, reply) => {
    const { replies } = community.add(1, 'Which beans?', 'Fresh ones.', question);
    delete replies[1]?.bestAnswer;
    Object.assign(replies[1] ?? {}, reply);
    expect(acceptedIn(await threadsOf(await openIt()))).toEqual([['1', '12']]);
  });

  it.each([[['from', 'to']], [['gte', 'lte']], [['start', 'end']], [['after', 'before']]] as const)(
    'reaches all of more questions than can be listed, by days from %s',
    async (range) => {
      for (let id = 1; id <= 130; id += 1) community.add(id * 50, `Question ${id}?`, 'Yes.');
      Object.assign(community, { mostAPage: 10, reachable: 40, range });
      const ids: string[] = [];
      for await (const id of (await openIt()).ids?.() ?? []) ids.push(id);
      expect(new Set(ids).size).toBe(130);
      expect(ids).toHaveLength(130);
    },
  );

  it('says so where it can neither list all nor take a range', async () => {
    for (let id = 1; id <= 30; id += 1) community.add(id * 50, `Question ${id}?`, 'Yes.');
    Object.assign(community, { mostAPage: 5, reachable: 10, range: ['odd', 'odder'] });
    await expect(rowsOf(await openIt())).rejects.toMatchObject({
      code: 'SOURCE_ANSWER_UNUSABLE',
      message: expect.stringContaining('name categories'),
    });
  });

  it('gets another token when one has ended, and when one is refused', async () => {
    community.add(1, 'Which beans?', 'Fresh ones.');
    const source = await openIt();
    await rowsOf(source);
    expect(community.tokens).toHaveLength(1);
    await patience.wait(7_200_000);
    await rowsOf(source);
    expect(community.tokens).toHaveLength(2);
    community.tokens.splice(0);
    expect(await threadsOf(source)).toHaveLength(1);
  });

  it('tells what to check where the client is refused', async () => {
    community.secret = 'another';
    await expect(rowsOf(await openIt())).rejects.toMatchObject({
      code: 'SOURCE_ACCESS_DENIED',
      message: expect.stringContaining('GAINSIGHT_CLIENTS'),
    });
  });

  it('withdraws what was moved to a category that is not read, and leaves out what is in the trash', async () => {
    const question = community.add(1, 'Which beans?', 'Fresh ones.');
    question.replies.unshift({ id: '9', content: 'Rude.', trashed: true, author: { username: 'X' } });
    const source = await openIt({ categories: '37' });
    const [thread] = await threadsOf(source);
    expect(thread?.replies.map(({ id }) => id)).toEqual(['11', '12']);
    question.fields.categoryId = 99;
    const again = [];
    for await (const row of source.readAgain?.(['1']) ?? []) again.push(row.kind);
    expect(again).toEqual(['gone']);
  });
});

describe('a Khoros community', () => {
  let community: KhorosCommunity;
  beforeEach(() => {
    community = new KhorosCommunity();
    server.respond = (request) => community.answer(request);
  });

  function solve(id: string, board = 'kettle'): void {
    community.add(id, `Question ${id}?`, '<p>Mine is white.</p>', { board });
    const reply = { topic: id, depth: 1, board, isSolution: true };
    community.add(`${id}1`, 'Re', '<p>One.</p>', { ...reply, kudos: 1 });
    community.add(`${id}2`, 'Re', '<p>Two.</p>', { ...reply, kudos: 5 });
    community.add(`${id}3`, 'Re', '<p>Three.</p>', { ...reply, isSolution: false, kudos: 9 });
  }

  it('turns pages by cursor, and takes the best of several solutions', async () => {
    for (const id of ['10', '20', '30', '40', '50']) solve(id);
    expect(acceptedIn(await threadsOf(await open('khoros')))).toEqual(
      ['10', '20', '30', '40', '50'].map((id) => [id, `${id}2`]),
    );
    expect(community.questions.some((liql) => liql.endsWith("LIMIT 1000 CURSOR 'c4'"))).toBe(true);
  });

  it('asks for fewer fields where a community does not know all', async () => {
    solve('10');
    community.unknownFields = ['conversation.last_post_time', 'kudos.sum(weight)', 'author.rank.name'];
    expect(await threadsOf(await open('khoros'))).toHaveLength(1);
  });

  it('reads a topic that does not count as a message of itself', async () => {
    solve('10');
    community.isTopicOfItself = false;
    const [thread] = await threadsOf(await open('khoros'));
    expect(thread).toMatchObject({ title: 'Question 10?', tags: ['kettle'] });
    expect(thread?.replies).toHaveLength(3);
  });

  it('reads the boards that are named, and withdraws what was merged into another topic', async () => {
    solve('10');
    solve('20', 'cups');
    const source = await open('khoros', { boards: 'kettle' });
    expect((await threadsOf(source)).map(({ id }) => id)).toEqual(['10']);
    const topic = community.messages.find(({ id }) => id === '10');
    Object.assign(topic ?? {}, { topic: '20', depth: 1 });
    const again = [];
    for await (const row of source.readAgain?.(['10']) ?? []) again.push(row.kind);
    expect(again).toEqual(['gone']);
  });

  it('signs in, and again when the session has ended', async () => {
    solve('10');
    Object.assign(community, { key: 'nobody knows', login: 'bot:pass:word' });
    const source = await open('khoros', {}, { KHOROS_CREDENTIALS: `${server.host}=login:bot:pass:word` });
    expect(await threadsOf(source)).toHaveLength(1);
    community.key = 'ended';
    expect(await threadsOf(source)).toHaveLength(1);
    expect(community.sessions).toBe(2);
  });

  it('takes a bearer token, and refuses boards that would end a text in a question', async () => {
    solve('10');
    community.key = 'token';
    const environment = { KHOROS_CREDENTIALS: `${server.host}=bearer:token` };
    expect(await threadsOf(await open('khoros', {}, environment))).toHaveLength(1);
    await expect(open('khoros', { boards: "x' OR id = '1" })).rejects.toMatchObject({
      code: 'SOURCE_SETTING_INVALID',
    });
  });
});

describe('a help centre of Zendesk', () => {
  let centre: ZendeskCentre;
  beforeEach(() => {
    centre = new ZendeskCentre();
    server.respond = (request) => centre.answer(request);
  });

  it.each([false, true])('turns pages of posts and comments (by number: %s)', async (isPagedByNumber) => {
    centre.isPagedByNumber = isPagedByNumber;
    for (let id = 1; id <= 5; id += 1) {
      const post = centre.addPost(id, `Question ${id}?`);
      for (let count = 0; count < 4; count += 1) centre.comment(post, 1, `<p>Reply ${count}.</p>`);
      centre.comment(post, 2, '<p>Yes.</p>', { official: true });
    }
    const threads = await threadsOf(await open('zendesk'));
    expect(threads.map(({ replies }) => replies.length)).toEqual([5, 5, 5, 5, 5]);
    expect(threads[0]).toMatchObject({ asker: 'Asker', tags: ['kettle'] });
  });

  it('takes what the asker accepted before what is official, and the best liked of several', async () => {
    const post = centre.addPost(1, 'Which beans?');
    centre.comment(post, 2, '<p>Official.</p>', { official: true, vote_sum: 1 });
    centre.comment(post, 2, '<p>More official.</p>', { official: true, vote_sum: 4 });
    const last = centre.comment(post, 1, '<p>Accepted.</p>', { vote_sum: 0 });
    const source = await open('zendesk');
    expect(acceptedIn(await threadsOf(source))).toEqual([['1', '101']]);
    last.accepted = true;
    expect(acceptedIn(await threadsOf(source))).toEqual([['1', '102']]);
  });

  it('reads answered posts alone where that is set', async () => {
    for (const [id, status] of [
      [1, 'none'],
      [2, 'answered'],
    ] as const) {
      centre.comment(centre.addPost(id, `Question ${id}?`, { status }), 2, '<p>Yes.</p>');
    }
    expect((await threadsOf(await open('zendesk', { posts: 'answered' }))).map(({ id }) => id)).toEqual([
      '2',
    ]);
  });

  it('takes the articles of the language that is set with one request for each page', async () => {
    for (let id = 1; id <= 3; id += 1) centre.addArticle(id, `Article ${id}`, '<p>Text.</p>');
    centre.addArticle(4, 'Artikel', '<p>Tekst.</p>', { locale: 'nl' });
    const source = await open('zendesk', { read: 'articles', locale: 'en-us', company: 'Tea House' });
    const threads = await threadsOf(source);
    expect(threads.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(threads[0]).toMatchObject({ isOfficial: true });
    expect(threads[0]?.replies).toMatchObject([
      { author: { name: 'Tea House', rank: null }, isAccepted: true },
    ]);
    expect(server.requests).toHaveLength(2);
  });

  it('withdraws an article that is for some people only from now on', async () => {
    const article = centre.addArticle(1, 'Article', '<p>Text.</p>');
    const source = await open('zendesk', { read: 'articles' });
    expect(await threadsOf(source)).toHaveLength(1);
    article.user_segment_id = 9;
    const again = [];
    for await (const row of source.readAgain?.(['1']) ?? []) again.push(row.kind);
    expect(again).toEqual(['gone']);
  });
});
