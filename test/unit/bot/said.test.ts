import { describe, expect, it } from 'vitest';
import { plainTree, said } from '../../../bot/said.js';
import { parseAnswer } from '../../../index/answers/parse-answer.js';
import { treeWords } from '../../../index/answers/tree-words.js';
import { fc, runs } from '../../support/properties.js';

const text = (value: string) => ({ type: 'text', value });

describe('plain words as a tree', () => {
  it.each([
    '# geen kop',
    '*niet* _schuin_',
    '[klik](javascript:x)',
    '<script>',
    '1. eerst',
    '> geen citaat',
    '```',
    '![x](https:)',
  ])('take no mark for one: %j', (words) => {
    const tree = plainTree(words);
    expect(tree).toEqual([{ type: 'paragraph', children: [text(words)] }]);
    expect(parseAnswer(said(tree).text)).toEqual(tree);
  });

  it('keep lines and paragraphs, and nothing of their indents', () => {
    expect(plainTree('  een\r\n    twee\n \n\n drie ')).toEqual([
      { type: 'paragraph', children: [text('een'), { type: 'break' }, text('twee')] },
      { type: 'paragraph', children: [text('drie')] },
    ]);
    expect(plainTree(' \n ')).toEqual([]);
  });

  it.each([
    ['kijk op https://a.example/b_c?x=1.', 'https://a.example/b_c?x=1'],
    ['(zie https://a.example/x_(y))', 'https://a.example/x_(y)'],
    ['https://a.example/<b>', 'https://a.example/'],
  ])('make a link of a bare address: %j', (words, url) => {
    const [paragraph] = plainTree(words);
    const inlines = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(inlines).toContainEqual({ type: 'link', url, children: [text(url)] });
    expect(
      inlines.map((inline) => (inline.type === 'link' ? inline.url : Object(inline).value)).join(''),
    ).toBe(words);
  });

  it.each(['https://', 'xhttps://a.example', 'http:/a'])('make none of %j', (words) => {
    expect(plainTree(words)).toEqual([{ type: 'paragraph', children: [text(words)] }]);
  });

  it('read the same as Markdown', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '```',
        '#',
        '# ',
        '> ',
        '- ',
        '1. ',
        '[',
        '](',
        ')',
        '<',
        '<b>',
        '|',
        '~~',
        '\\',
        '&',
        '&lt;',
      ],
      ...['\n', '\n\n', ' ', '!', '=', '---', 'a', 'woord ', '12', ' https://a.example/x '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text: markdown, tree } = said(plainTree(pieces.join('')));
        const read = parseAnswer(markdown);
        expect(read.map(({ type }) => type)).toEqual(tree.map(({ type }) => type));
        expect(treeWords(read)).toBe(treeWords(tree));
      }),
      { numRuns: runs(1_000) },
    );
  });
});
