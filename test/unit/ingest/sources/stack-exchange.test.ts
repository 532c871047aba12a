import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licenceByDate } from '../../../../ingest/sources/stack-exchange/licence-by-date.js';
import { siteOfFolder } from '../../../../ingest/sources/stack-exchange/site-of-folder.js';
import { stackExchangeSource } from '../../../../ingest/sources/stack-exchange/stack-exchange-source.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { rowsOf, threadsOf } from '../make-thread.js';

const DUMP = join(import.meta.dirname, '../../../fixtures/ingest/dump');
let folder: string;
let copy: string;

beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'work'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  copy = join(folder, 'dump');
  rmSync(copy, { recursive: true, force: true });
  cpSync(DUMP, copy, { recursive: true });
});

function open(site: string | null = 'tea.example.com', directory = DUMP) {
  return stackExchangeSource({ name: 'tea', directory, site, workDirectory: join(folder, 'work') });
}

describe('a Stack Exchange dump', () => {
  it('becomes threads with everything the tables tell', async () => {
    expect((await threadsOf(open()))[0]).toEqual({
      id: '1',
      url: 'https://tea.example.com/q/1',
      title: 'How do I descale a & clean the kettle?',
      body: '<p>Mine is white inside.</p>',
      asker: 'user10',
      format: 'html',
      language: null,
      tags: ['kettle'],
      createdAt: '2019-03-01T10:00:00.000Z',
      duplicateOf: null,
      licence: 'CC BY-SA 3.0',
      replies: [
        {
          id: '2',
          url: 'https://tea.example.com/a/2',
          author: { name: 'newcomer', rank: '1 reputation' },
          createdAt: '2019-03-01T11:00:00.000Z',
          updatedAt: null,
          votes: 9,
          isAccepted: false,
          body: '<p>Buy a new one.</p>',
        },
        {
          id: '3',
          url: 'https://tea.example.com/a/3',
          author: { name: 'Tea Master', rank: '12,345 reputation' },
          createdAt: '2019-03-01T12:00:00.000Z',
          updatedAt: '2020-01-02T03:04:05.678Z',
          votes: 7,
          isAccepted: true,
          body: '<ol><li>Fill it with water and vinegar.</li><li>Boil it <strong>once</strong>.</li></ol>',
        },
      ],
    });
  });

  it('knows duplicates by their link, not by mere mentions', async () => {
    const marks = (await threadsOf(open())).map(({ id, duplicateOf }) => [id, duplicateOf]);
    expect(marks).toEqual([
      ['1', null],
      ['4', '1'],
      ['5', null],
    ]);
  });

  it('reads tags of older and of newer dumps', async () => {
    expect((await threadsOf(open())).map(({ tags }) => tags)).toEqual([
      ['kettle'],
      ['kettle'],
      ['moka-pot', 'beans'],
    ]);
  });

  it('finds the accepted answer by its vote where no question names it', async () => {
    const moka = (await threadsOf(open()))[2];
    expect(moka?.replies[0]).toMatchObject({
      id: '6',
      isAccepted: true,
      author: { name: 'user99', rank: null },
    });
    expect(moka?.licence).toBe('CC BY-SA 2.5');
  });

  it('names what it cannot use, with its line', async () => {
    const unread = (await rowsOf(open())).flatMap((row) =>
      row.kind === 'thread'
        ? []
        : [[row.reason, row.position, row.kind === 'failed' ? row.threadId : row.count]],
    );
    expect(unread).toEqual([
      ['not-a-question', 'Posts.xml line 9', 1],
      ['broken-row', 'Posts.xml line 10', null],
      ['broken-row', 'Posts.xml line 11', '8'],
      ['broken-row', 'Posts.xml line 12', null],
      ['deleted', 'Posts.xml line 13', 1],
      ['id-used-twice', 'Posts.xml line 14', 1],
      ['comment', 'Comments.xml', 2],
    ]);
  });

  it('does with Posts.xml alone, without links when no site is known', async () => {
    for (const file of readdirSync(copy)) if (file !== 'Posts.xml') rmSync(join(copy, file));
    const [kettle, white, moka] = await threadsOf(open(null, copy));
    expect(kettle).toMatchObject({ url: null, tags: ['kettle', 'gone-tag'] });
    expect(kettle?.replies[1]).toMatchObject({
      url: null,
      author: { name: 'user12', rank: null },
      isAccepted: true,
    });
    expect(white?.duplicateOf).toBeNull();
    expect(moka?.replies[0]?.isAccepted).toBe(false);
  });

  it.each(['Posts.xml', 'Users.xml', 'Comments.xml', 'PostLinks.xml', 'Tags.xml', 'Votes.xml'])(
    'gives no thread when %s is cut off',
    async (file) => {
      const whole = readFileSync(join(copy, file), 'utf8');
      writeFileSync(join(copy, file), whole.slice(0, whole.length * 0.7));
      const threads: string[] = [];
      const reading = (async () => {
        for await (const row of open(null, copy).read().rows)
          if (row.kind === 'thread') threads.push(row.thread.id);
      })();
      await expect(reading).rejects.toMatchObject({
        code: 'SOURCE_FILE_BROKEN',
        facts: { path: join(copy, file) },
      });
      expect(threads).toEqual([]);
    },
  );

  it('tells the line where a file breaks', async () => {
    appendFileSync(join(copy, 'Tags.xml'), '<more');
    await expect(rowsOf(open(null, copy))).rejects.toMatchObject({
      code: 'SOURCE_FILE_BROKEN',
      facts: { line: 7 },
    });
  });

  it('does not expand entities that a file defines', async () => {
    const bomb =
      '<!DOCTYPE posts [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><posts><row Id="1" PostTypeId="1" Title="&b;" /></posts>';
    writeFileSync(join(copy, 'Posts.xml'), bomb);
    await expect(rowsOf(open(null, copy))).rejects.toMatchObject({ code: 'SOURCE_FILE_BROKEN' });
  });

  it('refuses a folder without posts', async () => {
    rmSync(join(copy, 'Posts.xml'));
    await expect(rowsOf(open(null, copy))).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });
});

describe('what a dump does not say itself', () => {
  it.each([
    ['/dumps/coffee.stackexchange.com', 'coffee.stackexchange.com'],
    ['/dumps/Superuser.com/', 'superuser.com'],
    ['/dumps/raw', null],
  ])('the site of %s', (directory, site) => {
    expect(siteOfFolder(directory)).toBe(site);
  });

  it.each([
    ['2011-04-07T23:59:59.999Z', 'CC BY-SA 2.5'],
    ['2011-04-08T00:00:00.000Z', 'CC BY-SA 3.0'],
    ['2018-05-01T23:59:59.999Z', 'CC BY-SA 3.0'],
    ['2018-05-02T00:00:00.000Z', 'CC BY-SA 4.0'],
    [null, 'CC BY-SA'],
  ])('the licence of %s', (createdAt, licence) => {
    expect(licenceByDate(createdAt)).toBe(licence);
  });
});
