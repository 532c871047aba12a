import { describe, expect, it } from 'vitest';
import { renderAnswer, renderTypedText } from '../../../../channels/page/render-answer.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { fc, runs } from '../../../support/properties.js';
import { elementsOf, htmlOf, textOf, tinyDocument } from '../../../support/tiny-document.js';

const rendered = (markdown: string) => renderAnswer(parseAnswer(markdown), 'nl', tinyDocument());

const LINK = 'target="_blank" rel="noopener noreferrer nofollow"';

const ROWS: readonly (readonly [title: string, markdown: string, html: string])[] = [
  ['paragraphs and breaks', 'een\ntwee\n\ndrie', '<p>een<br></br>twee</p><p>drie</p>'],
  ['bold and italic', '**vet** en *schuin*', '<p><strong>vet</strong> en <em>schuin</em></p>'],
  ['underscore marks', '__vet__ _schuin_', '<p><strong>vet</strong> <em>schuin</em></p>'],
  ['bold with italic inside', '**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
  ['bold italic', '***a***', '<p><em><strong>a</strong></em></p>'],
  ['underscores inside a word', 'snake_case_name', '<p>snake_case_name</p>'],
  ['a lonely star', '3 * 4 * 5', '<p>3 * 4 * 5</p>'],
  ['inline code', 'typ `a *b*`', '<p>typ <code>a *b*</code></p>'],
  ['a code block', '```\na <b>\n\nc\n```\nd', '<pre><code>a <b>\n\nc</code></pre><p>d</p>'],
  ['an unclosed code block', '```js\na', '<pre><code>a</code></pre>'],
  ['steps with a start', '3. drie\n4. vier', '<ol start="3"><li>drie</li><li>vier</li></ol>'],
  ['steps from one', '1) een\n2) twee', '<ol><li>een</li><li>twee</li></ol>'],
  ['bullets after a sentence', 'Doe dit:\n- a\n- b', '<p>Doe dit:</p><ul><li>a</li><li>b</li></ul>'],
  ['loose items', '- a\n\n- b', '<ul><li>a</li><li>b</li></ul>'],
  [
    'nested items',
    '1. a\n   - b\n   - c\n2. d',
    '<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>',
  ],
  ['wide nested items', '*   a\n    *   b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['an item of two paragraphs', '1. a\n\n   b\n2. c', '<ol><li>a<p>b</p></li><li>c</li></ol>'],
  ['a year at the start of a line', 'in\n2019. Toen', '<p>in<br></br>2019. Toen</p>'],
  ['a quotation', '> a\n> - b', '<blockquote><p>a</p><ul><li>b</li></ul></blockquote>'],
  ['a heading', '## Kop ##\ntekst', '<p><strong>Kop</strong></p><p>tekst</p>'],
  ['a link', '[zie](https://a.nl/x "t")', `<p><a href="https://a.nl/x" ${LINK}>zie</a></p>`],
  ['a link with brackets', '[a](https://a.nl/x_(y))', `<p><a href="https://a.nl/x_(y)" ${LINK}>a</a></p>`],
  ['a telephone link', '[bel](tel:08000420)', `<p><a href="tel:08000420" ${LINK}>bel</a></p>`],
  [
    'a bare address',
    'kijk op https://a.nl/x.',
    `<p>kijk op <a href="https://a.nl/x" ${LINK}>https://a.nl/x</a>.</p>`,
  ],
  [
    'a picture as a link',
    '![kaart](https://a.nl/k.png)',
    `<p><a href="https://a.nl/k.png" ${LINK}>kaart</a></p>`,
  ],
  ['a script address by its words', '[a](javascript:alert(1))', '<p>a</p>'],
  ['a relative address by its words', '[a](/b)', '<p>a</p>'],
  ['an address without its scheme', '[a](www.b.nl/c)', '<p>a (www.b.nl/c)</p>'],
  ['HTML as text', '<img src=x onerror=alert(1)>', '<p><img src=x onerror=alert(1)></p>'],
  ['escaped marks', '\\*a\\* 1\\. b', '<p>*a* 1. b</p>'],
];

describe('renderAnswer', () => {
  it.each(ROWS)('shows %s', (_title, markdown, html) => {
    expect(htmlOf(rendered(markdown))).toBe(html);
  });

  it('keeps HTML as one piece of text', () => {
    const built = rendered('<script>alert(1)</script>');
    expect(elementsOf(built).map((element) => element.name)).toEqual(['p']);
    expect(textOf(built)).toBe('<script>alert(1)</script>');
  });

  it('makes nothing dangerous of hostile text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => expectHarmless(rendered(text))),
      {
        numRuns: runs(1500),
      },
    );
  });

  it('loses no word of any text', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', ' **', '* ', ' > ', '\n- ', ' [')), {
          maxLength: 30,
        }),
        (parts) => {
          const shown = textOf(rendered(parts.flat().join('')));
          for (const [letters] of parts) expect(shown).toContain(letters);
        },
      ),
    );
  });

  it.each(['*', '[', '`', '> ', '- ', '![', '**a ', '[a](', '_a_'])(
    'reads 40,000 characters of %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(40_000 / unit.length));
      expect(textOf(rendered(text)).length).toBeLessThanOrEqual(text.length);
    },
  );
});

describe('renderPlain', () => {
  it('keeps marks as typed and links bare addresses', () => {
    expect(htmlOf(renderTypedText('**a**\n- https://a.nl/', tinyDocument()))).toBe(
      `**a**<br></br>- <a href="https://a.nl/" ${LINK}>https://a.nl/</a>`,
    );
  });

  it('makes nothing dangerous of hostile text', () => {
    fc.assert(fc.property(hostileText(), (text) => expectHarmless(renderTypedText(text, tinyDocument()))));
  });
});

const ALLOWED = new Set(['p', 'br', 'ol', 'ul', 'li', 'strong', 'em', 'code', 'pre', 'a', 'blockquote']);

function expectHarmless(built: Node): void {
  for (const element of elementsOf(built)) {
    expect(ALLOWED).toContain(element.name);
    for (const [name, value] of element.attributes) {
      expect(['href', 'target', 'rel', 'start']).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(https?|mailto|tel):/);
    }
  }
}

function hostileText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '<script>',
    '</p>',
    '<img src=x onerror=alert(1)>',
    'javascript:',
    'JaVa\tScRiPt:',
    'data:text/html,',
    '[a](',
    '](',
    ')',
    'vbscript:x',
    '`',
    '```',
    '**',
    '*',
    '_',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '  ',
    '\\',
    '<',
    '>',
    '"',
    "'",
    '&#106;',
    'https://a.nl',
    '<https://a.nl',
    'mailto:',
    '![',
    '\u0000',
    '\u202e',
    '\ud800',
  );
  return fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(''));
}
