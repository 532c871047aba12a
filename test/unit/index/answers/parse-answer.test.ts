import { describe, expect, it } from 'vitest';
import type { AnswerBlock, AnswerInline, AnswerTree } from '../../../../index/answers/answer-tree.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { writeAnswer } from '../../../../index/answers/write-answer.js';
import { fc, runs } from '../../../support/properties.js';

const text = (value: string): AnswerInline => ({ type: 'text', value });
const paragraph = (...children: AnswerInline[]): AnswerBlock => ({ type: 'paragraph', children });

describe('parseAnswer', () => {
  it('reads every kind of block', () => {
    const markdown =
      '# Kop\n\nTekst.\n\n1. Open\n2. Kies\n\n```sh\nreset\n```\n\n> Gezegd.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- punt';
    expect(parseAnswer(markdown).map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'code',
      'blockquote',
      'table',
      'list',
    ]);
  });

  it('reads every mark in a line', () => {
    const markdown =
      'a **b** _c_ ~~d~~ `*21*06#` [e](https://x.example) ![f](https://x.example/f.png) https://x.example  \ng';
    const [block] = parseAnswer(markdown);
    expect(block?.type === 'paragraph' && block.children.map(({ type }) => type)).toEqual(
      'text,strong,text,emphasis,text,delete,text,inlineCode,text,link,text,image,text,link,break,text'.split(
        ',',
      ),
    );
    expect(treeWords(parseAnswer(markdown))).toBe('a b c d *21*06# e f g');
  });

  it.each([
    'enter image description here',
    'image',
    'Screenshot 2024-03-01 at 10.22.11.png',
    'IMG_20230412_101112.jpg',
    'afbeelding',
    'schermafbeelding 3',
    'image.png|690x388',
  ])('knows that "%s" tells nothing of a picture', (alt) => {
    const tree = parseAnswer(`Kijk: ![${alt}](https://x.example/a.png)`);
    expect(tree).toEqual([
      paragraph(text('Kijk: '), { type: 'image', url: 'https://x.example/a.png', alt: '' }),
    ]);
    expect(treeWords(tree)).toBe('Kijk:');
  });

  it('keeps what a picture shows', () => {
    expect(treeWords(parseAnswer('![rood lampje op de router](https://x.example/a.png)'))).toBe(
      'rood lampje op de router',
    );
  });

  it('resolves references', () => {
    const tree = parseAnswer(
      'Zie [de winkel][1] of [hier].\n\n[1]: https://x.example/a\n[hier]: https://x.example/b',
    );
    expect(writeAnswer(tree)).toBe('Zie [de winkel](https://x.example/a) of [hier](https://x.example/b).');
  });

  it('begins another list where the numbers begin again', () => {
    const tree = parseAnswer('1. a\n2. b\n\n1. c\n2. d');
    expect(tree.map((block) => block.type === 'list' && block.start)).toEqual([1, 1]);
    expect(parseAnswer('1. a\n1. b\n1. c')).toHaveLength(1);
  });

  it('keeps too little indented code with its step, and the steps after it', () => {
    const tree = parseAnswer('10. a\n\n   ```\n   ok\n   ```\n\n11. b');
    expect(tree.map(({ type, isAttached }) => [type, isAttached])).toEqual([
      ['list', undefined],
      ['code', true],
      ['list', true],
    ]);
  });

  it('can be kept as JSON', () => {
    const tree = parseAnswer('1. **a** `b`\n\n> c\n\n| a |\n|---|\n| b |');
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it('reads the whole of a text of any length', () => {
    const words = Array.from({ length: 9_000 }, (_, at) => `woord${at}`);
    const markdown = words.map((word, at) => (at % 9 === 0 ? `\n\n${word}` : word)).join(' ');
    expect(treeWords(parseAnswer(markdown)).split(' ')).toEqual(words);
  });

  it.each(['> ', '- ', '1. ', '[', '![', '*', '_a ', '`', '<a ', '~~a', '| a |\n|-|\n', '> 1. - ', '\\'])(
    'ends on nothing but "%s"',
    (piece) => {
      expect(() => JSON.stringify(parseAnswer(piece.repeat(4_000)))).not.toThrow();
    },
  );
});

describe('writeAnswer', () => {
  const words = fc.constantFrom(
    'Nee, dat kan niet.',
    'a*b*c',
    '5 * 3 * 2',
    'snake_case_naam',
    '[klantnummer]',
    '# geen kop',
    '1. geen stap',
    '- geen punt',
    '> niet gezegd',
    '<b>geen tag</b>',
    'AT&amp;T',
    '`geen code`',
    '~~niet door~~',
    'C:\\map\\*',
    '| geen | rij |',
    '***',
    '===',
  );
  const inline: fc.Arbitrary<AnswerInline> = fc.oneof(
    { weight: 3, arbitrary: words.map(text) },
    fc.constantFrom('*21*06#', 'a `b', 'x').map((value): AnswerInline => ({ type: 'inlineCode', value })),
    fc
      .tuple(fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const), words)
      .map(([type, value]): AnswerInline => ({ type, children: [text(value)] })),
    words.map(
      (value): AnswerInline => ({
        type: 'link',
        url: 'https://x.example/a',
        children: [text(value)],
      }),
    ),
  );
  /** With words between, because neighbours would become one. */
  const line = fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((inlines) => inlines.flatMap((one, at) => (at === 0 ? [one] : [text(' en '), one])));

  it('writes what reads as the same words and marks', () => {
    const block = fc.oneof(
      line.map((children) => paragraph(...children)),
      line.map((children): AnswerBlock => ({ type: 'blockquote', children: [paragraph(...children)] })),
      fc.tuple(fc.constantFrom(null, 1, 4), line).map(
        ([start, children]): AnswerBlock => ({
          type: 'list',
          start,
          spread: false,
          children: [{ type: 'listItem', children: [paragraph(...children)] }],
        }),
      ),
      line.map(
        (children): AnswerBlock => ({
          type: 'table',
          children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
        }),
      ),
    );
    fc.assert(
      fc.property(block, (one) => {
        const tree: AnswerTree = [one];
        expect(shape(parseAnswer(writeAnswer(tree)))).toEqual(shape(tree));
      }),
      { numRuns: runs(400) },
    );
  });

  it.each([
    ['a table', '| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |'],
    ['steps in steps', '1. Open:\n   - de app\n   - de site\n2. Kies'],
    ['code in a step', '1. Plak dit:\n\n   ```\n   a\n\n   b\n   ```\n2. Klaar'],
    ['a quotation', '> Gezegd.\n>\n> - punt'],
    ['code with its mark', '````\n```\n````'],
    ['an address', 'Zie https://x.example/a en <https://x.example/a_(b)>.'],
    ['a picture', '![rood lampje](https://x.example/a.png)'],
    ['a list on the line below', 'Doe dit\n- a\n- b'],
  ])('keeps %s', (_, markdown) => {
    expect(writeAnswer(parseAnswer(markdown))).toBe(markdown);
  });
});

/** Kinds of marks and all words, however texts are cut. */
function shape(tree: AnswerTree): unknown {
  const words = (inlines: readonly AnswerInline[]): string =>
    inlines
      .map((one) => {
        if (one.type === 'text') return one.value;
        if ('children' in one) return `<${one.type}>${words(one.children)}</${one.type}>`;
        return one.type === 'inlineCode' ? `<code>${one.value}</code>` : `<${one.type}>`;
      })
      .join('');
  return tree.map((block): unknown => {
    switch (block.type) {
      case 'paragraph':
        return words(block.children);
      case 'blockquote':
        return { quote: shape(block.children) };
      case 'list':
        return { start: block.start, items: block.children.map((item) => shape(item.children)) };
      case 'table':
        return block.children.map((row) => row.children.map((cell) => words(cell.children)));
      default:
        return block;
    }
  });
}
