import { describe, expect, it } from 'vitest';
import { nameSources } from '../../../ingest/name-sources.js';
import { parseNamedSource } from '../../../ingest/named-source.js';

describe('a source named in the settings', () => {
  it.each([
    ['a=file:x.jsonl', { name: 'a', kind: 'file', path: 'x.jsonl', site: null }],
    [' a = file: data/x.csv ', { name: 'a', kind: 'file', path: 'data/x.csv', site: null }],
    ['a=file:C:/x.jsonl', { name: 'a', kind: 'file', path: 'C:/x.jsonl', site: null }],
    [
      'tea=stack-exchange:/dumps/tea?site=tea.example.com',
      { name: 'tea', kind: 'stack-exchange', path: '/dumps/tea', site: 'tea.example.com' },
    ],
  ])('%s', (value, named) => {
    expect(parseNamedSource(value)).toEqual(named);
  });

  it.each(['', 'x.jsonl', 'file:x.jsonl', '=file:x', 'a=file', 'a=file:'])('is refused: "%s"', (value) => {
    expect(() => parseNamedSource(value)).toThrow(/has not the form name=kind:path/);
  });
});

describe('sources by name', () => {
  const open = (...values: string[]) => nameSources(values.map(parseNamedSource), '/tmp');

  it('join files of one name', () => {
    expect(open('a=file:1.jsonl', 'b=file:2.csv', 'a=file:3.jsonl').map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
  });

  it.each([
    [['a=ftp:x'], /"ftp" is no kind of source/],
    [['../a=file:x.jsonl'], /a name has letters/],
    [['a=stack-exchange:x', 'a=file:y.jsonl'], /a dump needs a name of its own/],
    [['a=stack-exchange:x?site=https://tea.example.com'], /is no host/],
    [['a=file:x.docx'], /of no known form/],
  ])('refuse %s', (values, message) => {
    expect(() => open(...values)).toThrow(message);
  });
});
