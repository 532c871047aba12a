import { describe, expect, it } from 'vitest';
import { answerBlocks } from '../../../../channels/page/answer-blocks.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';

const blocks = (markdown: string) => answerBlocks(parseAnswer(markdown), 'en');

describe('the tree of an answer on a page', () => {
  it('has every kind of block', () => {
    expect(blocks('# a\n\nb\n\n> c\n\n3. d\n\n```\ne\n```').map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'quote',
      'list',
      'code-block',
    ]);
  });

  it('breaks lines where the author did', () => {
    expect(blocks('a\nb')).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'text', text: 'a' }, { kind: 'break' }, { kind: 'text', text: 'b' }],
      },
    ]);
  });

  it('tells where a link leads that has no scheme, and not where one leads that may not be followed', () => {
    const words = (markdown: string) =>
      JSON.stringify(blocks(markdown))
        .match(/"text":"[^"]*"/g)
        ?.join('');
    expect(words('[a](www.example.nl/b)')).toBe('"text":"a""text":" (www.example.nl/b)"');
    expect(words('[a](javascript:alert)')).toBe('"text":"a"');
    expect(words('![a](b.png)')).toBe('"text":"a"');
  });

  it('shows tags as words, and pictures as links that lead where their link leads', () => {
    expect(blocks('a <b>c')).toEqual([
      {
        kind: 'paragraph',
        children: ['a ', '<b>', 'c'].map((text) => ({ kind: 'text', text })),
      },
    ]);
    expect(blocks('[![image](https://x.example/a.png)](https://y.example/)')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'link', href: 'https://y.example/', children: [{ kind: 'text', text: 'picture' }] },
        ],
      },
    ]);
  });
});
