import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../index/platform/settings.js';
import { parseNamedSource } from '../../../../ingest/reading/named-source.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';
import { articlesKind } from '../../../../ingest/sources/articles/articles-kind.js';
import { frontMatter } from '../../../../ingest/sources/articles/front-matter.js';
import { httpSettings } from '../../../../ingest/sources/http/http-settings.js';
import { makeItem } from '../../../../ingest/steps/make-item.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { rowsOf } from '../make-thread.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function open(options = '?company=Tea House') {
  const settings = parseSettings(httpSettings, {});
  const tools = { settings, workDirectory: temporaryFolder(), kinds: [articlesKind] };
  const [source] = await openSources([parseNamedSource(`help=articles:${folder}${options}`)], tools);
  if (!source) throw new Error('no source was opened');
  return source;
}

const threads = async (options?: string) =>
  (await rowsOf(await open(options))).flatMap((row) => (row.kind === 'thread' ? [row.thread] : []));

describe('a folder of articles of the company', () => {
  it('gives each as an answer of the company, marked as its own', async () => {
    write(
      'kettle/descale.md',
      '---\ntitle: "Descaling: how?"\nupdated: 2025-03-01\ntags:\n  - kettle\n  - "lime # scale"\nlang: en\n---\nUse **vinegar**, then rinse.',
    );
    const [thread] = await threads('?company=Tea House&base=https://help.tea.example.com/en/');
    expect(thread).toMatchObject({
      id: 'kettle/descale',
      title: 'Descaling: how?',
      url: 'https://help.tea.example.com/en/kettle/descale',
      language: 'en',
      tags: ['kettle', 'lime # scale'],
      isOfficial: true,
    });
    const rules = { answerRule: { kind: 'accepted', minimumVotes: 0, staffRanks: [] } as const };
    const made = thread && makeItem(thread, 'help', { ...rules, fallbackLanguage: 'en', publicContacts: [] });
    expect(made).toMatchObject({
      kind: 'item',
      item: {
        id: 'help:kettle/descale',
        isOfficial: true,
        author: { name: 'Tea House', rank: null },
        answer: 'Use **vinegar**, then rinse.',
        answeredAt: '2025-03-01T00:00:00.000Z',
      },
    });
  });

  it('keeps every sentence, because the company speaks to whoever reads it', async () => {
    write('a.md', '# Is my kettle safe?\n\nDo not worry. Good luck with it!\n\nUnplug it first.');
    const [thread] = await threads();
    const rules = { answerRule: { kind: 'accepted', minimumVotes: 0, staffRanks: [] } as const };
    const made = thread && makeItem(thread, 'help', { ...rules, fallbackLanguage: 'en', publicContacts: [] });
    expect(made?.kind === 'item' && made.item.answer).toContain('Do not worry.');
  });

  it('takes the title from the first heading, and the language from folder or name', async () => {
    write('nl/thee.md', '# Thee zetten #\n\nGebruik vers water.');
    write('boiler.de.md', '# Boiler\n\nNeu starten.');
    const found = await threads();
    expect(found.map(({ title, language }) => [title, language])).toEqual([
      ['Boiler', 'de'],
      ['Thee zetten', 'nl'],
    ]);
    expect(found[1]?.replies[0]?.body).not.toContain('# Thee');
  });

  it('names what it cannot use, and leaves out drafts and what tells of the folder', async () => {
    write('README.md', '# About this folder\n\nText.');
    write('_draft.md', '# Not yet\n\nText.');
    write('later.md', '---\ndraft: true\ntitle: Later\n---\nText.');
    write('untitled.md', 'Only words.');
    write('empty.md', '# A title alone\n');
    write('latin.md', Buffer.from('# Caf\xe9\n\nText.', 'latin1'));
    write('good.md', '# Tea\n\nWater.');
    const rows = await rowsOf(await open());
    expect(rows.map((row) => [row.position, row.kind])).toEqual([
      ['empty.md', 'failed'],
      ['good.md', 'thread'],
      ['later.md', 'skipped'],
      ['latin.md', 'failed'],
      ['untitled.md', 'failed'],
    ]);
  });

  it('reads nothing that lies outside', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.md'), '# Secret\n\nWords.');
    write('good.md', '# Tea\n\nWater.');
    symlinkSync(outside, join(folder, 'elsewhere'));
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
    expect((await threads()).map(({ id }) => id)).toEqual(['good']);
  });

  it('asks who speaks, and takes no base that is no address', async () => {
    await expect(open('')).rejects.toMatchObject({ code: 'SOURCE_SETTING_INVALID' });
    await expect(open('?company=Tea&base=http://tea.example.com/')).rejects.toMatchObject({
      code: 'SOURCE_SETTING_INVALID',
    });
  });
});

describe('what stands above an article', () => {
  it.each([
    ['---\ntitle: Tea # note\n---\nBody', { title: 'Tea' }, 'Body'],
    [
      "---\r\nTitle: 'It''s tea'\r\ntags: [a, \"b\"]\r\n---\r\nBody",
      { title: "It's tea", tags: ['a', 'b'] },
      'Body',
    ],
    ['---\nno end\nBody', {}, '---\nno end\nBody'],
    ['---\n__proto__: x\nvotes: 3\n---\n', { votes: '3' }, ''],
    ['Body\n---\ntitle: no\n---', {}, 'Body\n---\ntitle: no\n---'],
  ])('%j is read', (text, fields, body) => {
    const read = frontMatter(text);
    expect({ ...read.fields }).toEqual(fields);
    expect(read.body).toBe(body);
  });
});
