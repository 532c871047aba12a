import { describe, expect, it } from 'vitest';
import { answerBlocks } from '../../../../channels/page/answer-blocks.js';
import { blocksMarkdown } from '../../../../channels/text/blocks-markdown.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { anyMarkdown, firstLost, lettersOf } from '../../../support/outgoing-messages.js';
import { fc, runs } from '../../../support/properties.js';

const written = (markdown: string) => blocksMarkdown(answerBlocks(parseAnswer(markdown), 'nl'));

describe('Markdown written anew', () => {
  it.each([
    ['**vet** en *schuin*', '**vet** en _schuin_'],
    ['# Kop met **vet**', '**Kop met vet**'],
    ['half*schuin*woord', 'half*schuin*woord'],
    ['regel\nregel', 'regel  \nregel'],
    ['- een\n- twee', '- een\n- twee'],
    ['3. drie\n4. vier', '3. drie\n4. vier'],
    ['> citaat', '> citaat'],
    ['``a`b`` en `', '``a`b`` en &#96;'],
    ['[zie](https://a.example/x_(y)_[z])', '[zie](https://a.example/x_%28y%29_%5Bz%5D)'],
    ['![de kaart](https://a.example/p.png)', '[de kaart](https://a.example/p.png)'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b  \n1 | 2'],
    ['', ''],
  ])('shows %j as %j', (markdown, shown) => {
    expect(written(markdown)).toBe(shown);
  });

  it.each([
    'Mail info@zwaluw.nl (klant 12-34).',
    'Kosten: ~5 euro*, 2 x 3 = 6, snake_case_naam, zie [1] & C:\\map.',
    'Kijk op https://zwaluw.nl/hulp_wifi?a=1&b=2, of bel #1!',
    'a < b, 5 <10 > 3, ik <3 het',
    '-5 graden, +31 6 12345678',
  ])('leaves what is no mark as it was typed: %j', (text) => {
    expect(written(text)).toBe(text);
  });

  it.each([
    ['<img src=x> </b> <!-- x -->', '&lt;img src=x> &lt;/b> &lt;!-- x -->'],
    ['<@U1> <!channel> <#C1|x>', '&lt;@U1> &lt;!channel> &lt;#C1|x>'],
    ['`<!channel>` `<!DOCTYPE html>`', '`<\u2060!channel>` `<!DOCTYPE html>`'],
    ['```\n<@U1>\n```', '```\n<\u2060@U1>\n```'],
    ['&lt;b&gt; &copy', '&lt;b> &copy'],
    ['[klik](javascript:alert(1))', 'klik'],
    ['\\![plaatje](https://evil.example/p.png)', '\\![plaatje](https://evil.example/p.png)'],
    ['\\*geen\\* \\_schuin\\_', '\\*geen\\* \\_schuin\\_'],
    ['\\# geen kop\n\\- geen punt\n\\> geen citaat', '\\# geen kop  \n\\- geen punt  \n\\> geen citaat'],
    ['1\\. geen lijst\n\\---', '1\\. geen lijst  \n\\---'],
    ['https://evil.example|x`<b>`', 'https://evil.example|x&#96;&lt;b>&#96;'],
  ])('lets nothing act that stands in words: %j', (markdown, shown) => {
    expect(written(markdown)).toBe(shown);
  });

  it('keeps every word in order, and begins no tag', () => {
    fc.assert(
      fc.property(anyMarkdown(), (markdown) => {
        const shown = written(markdown);
        expect(firstLost(lettersOf(treeWords(parseAnswer(markdown))), lettersOf(shown))).toBeNull();
        expect(JSON.stringify(parseAnswer(shown))).not.toContain('"type":"html"');
      }),
      { numRuns: runs(300) },
    );
  });
});
