import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileDigest } from '../../../../index/file-digest.js';
import { openKnowledgeBase } from '../../../../index/knowledge-base.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { silentLog } from '../../../../index/platform/log.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { ARTICLE_YIELDS, communityFirst } from '../../../../index/search/community-first.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('an article of the company', () => {
  const entry = (name: string, probability: number) => ({
    name,
    probability,
    isOfficial: name.startsWith('article'),
  });
  const order = (...entries: ReturnType<typeof entry>[]) => communityFirst(entries).map(({ name }) => name);
  /** The probability whose odds are so much (in logarithms) above even. */
  const at = (logit: number) => 1 / (1 + Math.exp(-logit));

  it('stands behind an answer of the community that is about as likely', () => {
    expect(order(entry('article', at(0.9 * ARTICLE_YIELDS)), entry('answer', at(0)))).toEqual([
      'answer',
      'article',
    ]);
  });

  it('comes first where it is plainly more likely', () => {
    expect(order(entry('article', at(1.1 * ARTICLE_YIELDS)), entry('answer', at(0)))).toEqual([
      'article',
      'answer',
    ]);
  });

  it('never moves up, and leaves the order of all others', () => {
    const ranked = [entry('a', 0.3), entry('b', 0.4), entry('article 1', 0.9), entry('article 2', 0.95)];
    expect(order(...ranked)).toEqual(['a', 'b', 'article 1', 'article 2']);
    expect(order(entry('b', 0.1), entry('a', 0.9))).toEqual(['b', 'a']);
  });

  it('does not stumble over certainty', () => {
    expect(order(entry('article', 1), entry('answer', 1))).toEqual(['answer', 'article']);
    expect(order(entry('article', 1), entry('answer', 0))).toEqual(['article', 'answer']);
  });
});

describe('a release with articles of the company', () => {
  const question = 'How do I descale the kettle?';
  const answer = exampleItem({ id: 'tea:1', question, answer: 'Boil vinegar in it.' });
  const article = exampleItem({
    id: 'help:1',
    source: 'help',
    question,
    answer: 'Boil vinegar in there.',
    author: { name: 'Tea House', rank: null },
    isOfficial: true,
  });
  const other = exampleItem({ id: 'tea:2', question: 'Which beans are fresh?', answer: 'Those of today.' });
  let directory: string;
  beforeEach(() => {
    directory = temporaryFolder();
  });

  async function build(items: readonly ReturnType<typeof exampleItem>[]) {
    const store = createReleaseStore({ directory, now: () => new Date(0) });
    const { id } = await store.build(items.map(embeddedItem), createFakeEmbedder());
    store.publish(id);
    return id;
  }

  async function search(text: string, limit = 5) {
    const embedder = createFakeEmbedder();
    const knowledgeBase = await openKnowledgeBase({ directory, embedder, log: silentLog });
    const { hits } = await knowledgeBase.search(text, { limit });
    await knowledgeBase.close();
    return hits;
  }

  it('tells the community’s answer first, as sure as it were without the article', async () => {
    await build([article, answer, other]);
    const hits = await search(question);
    expect(hits[0]?.item.id).toBe('tea:1');
    expect(hits[0]?.confidence.reason).toBe('clear');
  });

  it('tells one answer where one is asked for', async () => {
    await build([article, answer, other]);
    expect((await search(question, 1)).map(({ item }) => item.id)).toEqual(['tea:1']);
  });

  it('tells the article where only that answers', async () => {
    await build([article, other]);
    expect((await search(question))[0]?.item).toMatchObject({ id: 'help:1', isOfficial: true });
  });

  it('opens as one of an earlier version, which kept no facets', async () => {
    const id = await build([article, answer, other]);
    const database = openDatabase(join(directory, id, 'items.sqlite'));
    database.exec('DROP TABLE facets');
    database.close();
    const manifestFile = join(directory, id, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    manifest.checksums['items.sqlite'] = await fileDigest(join(directory, id, 'items.sqlite'));
    writeFileSync(manifestFile, JSON.stringify(manifest));
    expect((await search(question)).map(({ item }) => item.id)).toContain('tea:2');
  });
});
