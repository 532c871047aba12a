import { describe, expect, it } from 'vitest';
import { plainText as plainTextOf } from '../../../../channels/text/plain-text.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { anyMarkdown, firstLost, lettersOf } from '../../../support/outgoing-messages.js';
import { fc, runs } from '../../../support/properties.js';
import { wordedMarkdown } from '../../../support/worded-markdown.js';

const plainText = (markdown: string) => plainTextOf(parseAnswer(markdown), 'nl');

const ROWS: readonly (readonly [title: string, markdown: string, plain: string])[] = [
  ['paragraphs and breaks', 'een\ntwee\n\n\ndrie', 'een\ntwee\n\ndrie'],
  ['hard breaks', 'een  \ntwee\\\ndrie\\\\\nvier', 'een\ntwee\ndrie\\\nvier'],
  ['bold, italic and struck words', '**vet** *schuin* ~~oud~~ ***beide***', 'vet schuin oud beide'],
  ['headings as lines', '# Eerst\nDoe dit.\n\n## Dan\n\nDat.', 'Eerst\nDoe dit.\n\nDan\nDat.'],
  ['underlined headings', 'Eerst\n=====\nDit.\n\nDan\n---\nDat.', 'Eerst\nDit.\n\nDan\nDat.'],
  ['rules', 'een\n\n* * *\n\ntwee\n\n---\ndrie', 'een\n\ntwee\n\ndrie'],
  ['bullets', 'Dit:\n- a\n- b\n- c', 'Dit:\n• a\n• b\n• c'],
  ['steps from their number', '3. drie\n4. vier', '3. drie\n4. vier'],
  ['nested lists', '1. a\n   - b\n     - c\n2. d', '1. a\n  • b\n    • c\n2. d'],
  ['items of two paragraphs', '1. a\n\n   b\n2. c', '1. a\n  b\n2. c'],
  ['quotations', '> een\n> - twee\n\ndrie', 'een\n\n• twee\n\ndrie'],
  ['links', 'Zie [de pagina](https://a.nl/x "t").', 'Zie de pagina: https://a.nl/x.'],
  ['a link after a colon', '[Lees:](https://a.nl/x)', 'Lees: https://a.nl/x'],
  [
    'bare links',
    '<https://a.nl/x> [https://a.nl](https://a.nl) https://b.nl.',
    'https://a.nl/x https://a.nl https://b.nl.',
  ],
  ['links without words', '[](https://a.nl/x)', 'https://a.nl/x'],
  ['telephone and mail', '[Bel](tel:0800) [a@b.nl](mailto:a@b.nl)', 'Bel: 0800 a@b.nl'],
  ['pictures', '![kaart](https://a.nl/k.png)', 'kaart: https://a.nl/k.png'],
  ['linked pictures', '[![kaart](https://a.nl/k.png)](https://b.nl/)', 'kaart: https://b.nl/'],
  [
    'links that may not be followed by their words',
    '[a **b**](javascript:x) [@c\\_d](/u/c) ![e](f.png "g")',
    'a b @c_d e',
  ],
  [
    'addresses without a scheme',
    'Zie [onze site](www.example.nl/hulp).',
    'Zie onze site (www.example.nl/hulp).',
  ],
  [
    'code as it is',
    'Typ `a *b*`:\n\n```sh\n  a **b** \\\n---\n\n# c\n```',
    'Typ a *b*:\n\n  a **b** \\\n---\n\n# c',
  ],
  ['words behind a fence', '```reboot nu\nklaar\n```', 'reboot nu\nklaar'],
  ['a fence inside a longer fence', '````\n```\na\n```\n````\n**b**', '```\na\n```\n\nb'],
  ['tables', '| A | B |\n|:-|-:|\n| a \\| x | |\n\nna', 'A | B\na | x |\n\nna'],
  ['escaped marks', '\\*a\\* \\# 1\\. b', '*a* # 1. b'],
  ['HTML as words', '<b>vet</b> &amp;', '<b>vet</b> &'],
  ['emoji and other scripts', '**👩‍👩‍👧 مرحبا**', '👩‍👩‍👧 مرحبا'],
  ['control characters', 'a\u0001b\u001b[31m\r\nc\ud83d', 'ab[31m\nc\ufffd'],
  ['nothing', ' \n\n--- \n', ''],
];

describe('plain text of Markdown', () => {
  it.each(ROWS)('says %s', (_title, markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('has every word, in order, and no mark', () => {
    fc.assert(
      fc.property(wordedMarkdown(), ({ markdown, words }) => {
        const plain = plainText(markdown);
        expect(plain.match(/w[a-z]{3,7}w/g)).toEqual(words);
        expect(plain.replace(/https:\S+/g, '').replace(/ \| /g, ' ')).not.toMatch(/[*`#>[\]|~_()]|^ *- /m);
      }),
      { numRuns: runs(500) },
    );
  });

  it('reads texts beyond what the parser reads', () => {
    const markdown = Array.from({ length: 9_000 }, (_, index) => `**woord${index}**`).join('\n\n');
    expect(plainText(markdown)).toBe(markdown.replaceAll('**', ''));
  });

  it('takes any text, loses no word and leaves no control character', () => {
    fc.assert(
      fc.property(anyMarkdown(), (markdown) => {
        const plain = plainText(markdown);
        expect(plain).not.toMatch(/(?![\t\n])\p{Cc}|\p{Surrogate}/u);
        expect(plain).toBe(plain.trimEnd());
        if (lettersOf(markdown) === '') expect(lettersOf(plain)).toBe('');
        expect(firstLost(lettersOf(treeWords(parseAnswer(markdown))), lettersOf(plain))).toBeNull();
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['*', '[', '|', '> ', '- ', '~~a', '\\', ' ', '```a\n', '| - ', '[x](y ', '[](a)'])(
    'reads 50,000 characters of %j',
    (unit) => {
      const text = unit.repeat(50_000 / unit.length);
      expect(lettersOf(plainText(text)).length).toBeLessThanOrEqual(lettersOf(text).length);
    },
  );
});
