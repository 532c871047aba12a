import { describe, expect, it } from 'vitest';
import { namedByWords } from '../../../../ingest/reading/named-by-words.js';
import { parseNamedSource } from '../../../../ingest/reading/named-source.js';
import { openSources } from '../../../../ingest/reading/open-sources.js';

describe('a source named in the settings', () => {
  it.each([
    ['a=file:x.jsonl', { name: 'a', kind: 'file', path: 'x.jsonl', options: {} }],
    [' a = file: data/x.csv ', { name: 'a', kind: 'file', path: 'data/x.csv', options: {} }],
    ['a=file:C:/x.jsonl', { name: 'a', kind: 'file', path: 'C:/x.jsonl', options: {} }],
    [
      'tea=stack-exchange:/dumps/tea?site=tea.example.com',
      { name: 'tea', kind: 'stack-exchange', path: '/dumps/tea', options: { site: 'tea.example.com' } },
    ],
  ])('%s', (value, named) => {
    expect(parseNamedSource(value)).toEqual(named);
  });

  it.each([
    '',
    'x.jsonl',
    'file:x.jsonl',
    '=file:x',
    'a=file',
    'a=file:',
    'a=file:x?site',
    'a=file:x?site=a&site=b',
  ])('is refused: "%s"', (value) => {
    expect(() => parseNamedSource(value)).toThrow(/has not the form name=kind:path/);
  });
});

describe('sources by name', () => {
  const open = (...values: string[]) =>
    openSources(values.map(parseNamedSource), { settings: {}, workDirectory: '/tmp' });

  it('join files of one name', async () => {
    const sources = await open('a=file:1.jsonl', 'b=file:2.csv', 'a=file:3.jsonl');
    expect(sources.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it.each([
    [['a=ftp:x'], /"ftp" is no kind of source/],
    [['../a=file:x.jsonl'], /a name has letters/],
    [['a=stack-exchange:x', 'a=file:y.jsonl'], /sources of different kinds need names of their own/],
    [['a=stack-exchange:x', 'a=stack-exchange:y'], /a dump needs a name of its own/],
    [['a=file:x.jsonl?site=tea.example.com'], /"site" is no option of file/],
    [['a=stack-exchange:x?site=https://tea.example.com'], /is no host/],
    [['a=file:x.docx'], /of no known form/],
  ])('refuse %s', async (values, message) => {
    await expect(open(...values)).rejects.toThrow(message);
  });
});

describe('a source named on the command line', () => {
  it('has options behind its address, and is called by its host', () => {
    const path = 'https://forum.example.com?category=5';
    expect(namedByWords({ source: 'discourse', path })).toEqual([
      {
        name: 'forum.example.com',
        kind: 'discourse',
        path: 'https://forum.example.com',
        options: { category: '5' },
      },
    ]);
  });

  it('may be a file with a "?" in its name', () => {
    expect(namedByWords({ source: 'file', path: 'what?a=b.jsonl' })).toMatchObject([
      { path: 'what?a=b.jsonl', options: {} },
    ]);
  });

  it.each([
    [['a=discourse:forum.example.com'], /is no address such as/],
    [['a=discourse:https://forum.example.com?category=five'], /category is the number/],
    [['a=discourse:https://forum.example.com?topics=some'], /topics is "solved" or "all"/],
    [['a=qa-pages:ftp://example.com'], /is no address such as/],
    [['a=stack-exchange-api:https://x'], /is no site such as/],
  ])('is refused where it says nothing: %s', async ([value = ''], message) => {
    const opening = openSources([parseNamedSource(value)], { settings: {}, workDirectory: '.' });
    await expect(opening).rejects.toThrow(message);
  });
});
