import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { passageText, treeWords } from '../../../../index/answers/tree-words.js';

describe('treeWords', () => {
  it.each([
    ['links by their words', 'Zie [de winkel](https://x.example/a) nu', 'Zie de winkel nu'],
    ['pictures by their description', '![rood lampje](https://x.example/a.png)', 'rood lampje'],
    ['no bare addresses', 'see <https://x.example/a>', 'see'],
    [
      'headings and lists',
      '# Stappen\n\n1. Open **Mijn**\n2. Kies `eSIM`\n- klaar',
      'Stappen Open Mijn Kies eSIM klaar',
    ],
    ['code without its fence', '```sh\nreset now\n```', 'reset now'],
    ['tags of HTML', 'a <b class="x">b</b> c', 'a b c'],
    ['escaped signs', '5 \\* 3 \\[a\\]', '5 * 3 [a]'],
    ['comparisons', '3 < 4 > 2', '3 < 4 > 2'],
  ])('keeps %s', (_, markdown, text) => {
    expect(treeWords(parseAnswer(markdown))).toBe(text);
  });
});

describe('passageText', () => {
  it('is the question and the first 200 words of the answer', () => {
    const answer = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ');
    const words = passageText('How?', parseAnswer(answer)).split(' ');
    expect(words).toHaveLength(201);
    expect([words[0], words.at(-1)]).toEqual(['How?', 'w199']);
  });

  it('is the question where there is no answer', () => {
    expect(passageText('How?', [])).toBe('How?');
  });
});
