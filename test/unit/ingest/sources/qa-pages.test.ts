import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../index/platform/settings.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';
import type { Source } from '../../../../ingest/sources/contracts.js';
import { questionOfPage } from '../../../../ingest/sources/qa-pages/json-ld.js';
import { readRobots } from '../../../../ingest/sources/qa-pages/robots.js';
import { sourceSettings } from '../../../../ingest/sources/source-kinds.js';
import { instantPatience, startCommunity } from '../../../support/communities/local-community.js';
import { QuestionWebsite, questionPage } from '../../../support/communities/question-website.js';
import { rowsOf, threadsOf } from '../make-thread.js';

const server = await startCommunity(() => ({ status: 503 }));
afterAll(() => server.close());

let site: QuestionWebsite;
beforeEach(() => {
  site = new QuestionWebsite(server.base);
  server.respond = (request) => site.answer(request);
  server.requests.length = 0;
});

async function open(options: Record<string, string> = {}, patience = instantPatience()): Promise<Source> {
  const environment = { INGEST_INTRANET_HOSTS: server.host, INGEST_REQUESTS_PER_MINUTE: '100000' };
  const settings = parseSettings(sourceSettings, environment);
  const named = [{ name: 'web', kind: 'qa-pages', path: server.base, options }];
  const [source] = await openSources(named, { settings, workDirectory: '.', patience });
  if (!source) throw new Error('no source was opened');
  return source;
}

const question = (name: string, text = 'Yes.') => ({ '@type': 'Question', name, acceptedAnswer: { text } });

describe('a website with question pages', () => {
  it('is read as far as robots.txt allows and the path says', async () => {
    for (const path of ['/q/1', '/private/2', '/blog/3']) site.add(path, questionPage(question(path)));
    expect((await threadsOf(await open({ under: '/q/' }))).map(({ id }) => id)).toEqual(['/q/1']);
    expect(server.requests.filter((request) => /private|blog/.test(request))).toEqual([]);
  });

  it('gives pages that the company wrote as its own articles', async () => {
    site.add('/q/1', questionPage({ ...question('One?'), author: { name: 'Webmaster' } }));
    const [article] = await threadsOf(await open({ company: 'Tea House' }));
    expect(article).toMatchObject({ isOfficial: true, replies: [{ author: { name: 'Tea House' } }] });
    const [thread] = await threadsOf(await open());
    expect(thread?.isOfficial).toBeUndefined();
  });

  it('waits as long between two pages as robots.txt asks for', async () => {
    for (const path of ['/q/1', '/q/2']) site.add(path, questionPage(question(path)));
    site.robots += 'Crawl-delay: 5\n';
    const patience = instantPatience();
    await rowsOf(await open({}, patience));
    expect(patience.waited.filter((ms) => ms > 1000)).toEqual([5000, 5000]);
  });

  it('skips a page that asks nothing and names one that is broken', async () => {
    site.add('/about', '<p>About us</p>');
    site.add('/q/1', '<script type="application/ld+json">{"@type": "QAPage", oops</script>');
    expect(await rowsOf(await open())).toMatchObject([
      { kind: 'skipped', reason: 'not-a-question', position: '/about' },
      { kind: 'failed', threadId: '/q/1', detail: 'its JSON-LD of a QAPage is no JSON' },
    ]);
  });

  it('does not get a page again that has not changed', async () => {
    const page = site.add('/q/1', questionPage(question('One?')), null, '"a"');
    const source = await open();
    const first = source.read();
    for await (const _ of first.rows);
    const readAgain = async (checkpoint: string) => {
      const reading = source.readSince?.(checkpoint);
      const rows = [];
      for await (const row of reading?.rows ?? []) rows.push(row);
      return { rows, checkpoint: reading?.checkpoint?.() ?? '' };
    };
    const second = await readAgain(first.checkpoint?.() ?? '');
    expect(second.rows).toEqual([]);
    page.html = questionPage(question('One?', 'No.'));
    page.etag = '"b"';
    const third = await readAgain(second.checkpoint);
    expect(third.rows).toMatchObject([{ kind: 'thread', thread: { replies: [{ body: 'No.' }] } }]);
  });

  it('without a sitemap says how to name one', async () => {
    site.isOpen = () => false;
    await expect(rowsOf(await open())).rejects.toMatchObject({
      code: 'SOURCE_ANSWER_UNUSABLE',
      message: expect.stringContaining('?sitemap=/sitemap.xml'),
    });
  });

  it('keeps entities that an author wrote, and lines of plain texts', async () => {
    const answer = 'Type &amp;lt;b&amp;gt; here.\nThen press enter.';
    site.add('/q/1', questionPage(question('What&#39;s that?', answer)));
    const [thread] = await threadsOf(await open());
    expect(thread).toMatchObject({ title: "What's that?", format: 'text' });
    expect(thread?.replies[0]?.body).toBe('Type &lt;b&gt; here.\nThen press enter.');
  });
});

describe('JSON-LD of a page', () => {
  const page = (json: string) => `<SCRIPT data-x=1 type='application/ld+json'>${json}</SCRIPT>`;
  const body = '"mainEntity": {"name": "Why?"}';

  it.each([
    ['an object', `{"@type": "QAPage", ${body}}`],
    ['a list', `[{"@type": "Organization"}, {"@type": ["WebPage", "QAPage"], ${body}}]`],
    ['a graph', `{"@graph": [{"@type": "http://schema.org/QAPage", ${body}}]}`],
    ['a list of one question', '{"@type": "QAPage", "mainEntity": [{"name": "Why?"}]}'],
    ['a "," too many', `{"@type": "QAPage", ${body},}`],
    ['line ends within a text', '{"@type": "QAPage", "mainEntity": {"name": "Why?", "text": "a\nb\tc"}}'],
    ['a ";" behind it', `{"@type": "QAPage", ${body}};`],
    ['a comment around it', `<!-- {"@type": "QAPage", ${body}} -->`],
    ['CDATA around it', `//<![CDATA[\n{"@type": "QAPage", ${body}}\n//]]>`],
  ])('is understood as %s', (_, json) => {
    expect(questionOfPage(page(json))).toMatchObject({ question: { name: 'Why?' }, problem: null });
  });

  it('that is broken does not hide what stands in another block', () => {
    const html = `${page('{"@type": "Organization", oops')}${page(`{"@type": "QAPage", ${body}}`)}`;
    expect(questionOfPage(html).question).toMatchObject({ name: 'Why?' });
  });

  it('of a FAQPage or a discussion is no question of a customer', () => {
    for (const type of ['FAQPage', 'DiscussionForumPosting']) {
      expect(questionOfPage(page(`{"@type": "${type}", ${body}}`))).toEqual({
        question: null,
        problem: null,
      });
    }
  });

  it('that nests without end ends', () => {
    const deep = `${'{"@graph":['.repeat(2000)}${']}'.repeat(2000)}`;
    expect(questionOfPage(page(deep))).toEqual({ question: null, problem: null });
    expect(questionOfPage('<script'.repeat(50_000)).question).toBeNull();
  });
});

describe('robots.txt', () => {
  const allows = (text: string, path: string) => readRobots(text, 'communitysupportbot').allows(path);

  it('follows the group that names the robot, else that for everybody', () => {
    const text = 'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /a\n';
    expect(allows(text, '/a/1')).toBe(false);
    expect(allows(text, '/b')).toBe(true);
    expect(allows(`${text}\nUser-Agent: CommunitySupportBot\nDisallow: /b\n`, '/a/1')).toBe(true);
  });

  it('lets the longest rule decide, with "*" and "$"', () => {
    const text = 'User-agent: *\nDisallow: /q/\nAllow: /q/open\nDisallow: /*.pdf$\nDisallow: /*?sort=\n';
    expect(allows(text, '/q/1')).toBe(false);
    expect(allows(text, '/q/open/1')).toBe(true);
    expect(allows(text, '/x/a.pdf')).toBe(false);
    expect(allows(text, '/x/a.pdf?b')).toBe(true);
    expect(allows(text, '/x?sort=new')).toBe(false);
  });

  it('allows everything where it says nothing, and takes rules of hostile length in no time', () => {
    expect(allows('', '/')).toBe(true);
    expect(allows('User-agent: *\nDisallow:\n', '/a')).toBe(true);
    expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(50_000)}$\n`, `/${'a'.repeat(2_000)}b`)).toBe(
      true,
    );
  });
});
