import { describe, expect, it } from 'vitest';
import { cutAnswer } from '../../../../index/answers/cut-answer.js';
import { treeOfPieces } from '../../../../index/answers/cut-passage.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { answerSentences } from '../../../support/passage-of.js';
import { fc } from '../../../support/properties.js';

describe('answerSentences', () => {
  it('cuts paragraphs into sentences in plain text', () => {
    const answer =
      'Je **nummer** meenemen duurt een werkdag. Je oude aanbieder [zegt niets op](https://x.example).\n\nDe simkaart komt morgen met de post.';
    expect(answerSentences(answer)).toEqual([
      { text: 'Je nummer meenemen duurt een werkdag.', block: 0 },
      { text: 'Je oude aanbieder zegt niets op.', block: 0 },
      { text: 'De simkaart komt morgen met de post.', block: 1 },
    ]);
  });

  it('takes every step for a sentence of its list', () => {
    const answer =
      'Zo zet je hem terug:\n\n1. Haal de stekker uit het stopcontact\n2. Wacht een minuut. Niet korter dan dat.\n3. Steek de stekker er weer in';
    expect(answerSentences(answer)).toEqual([
      { text: 'Zo zet je hem terug:', block: 0 },
      { text: 'Haal de stekker uit het stopcontact', block: 0 },
      { text: 'Wacht een minuut. Niet korter dan dat.', block: 0 },
      { text: 'Steek de stekker er weer in', block: 0 },
    ]);
  });

  it('joins short sentences to their neighbour in the block', () => {
    const answer = 'Hoi Jan! Dat kan gewoon in de app. Graag gedaan.\n\nGroetjes, Kim';
    expect(answerSentences(answer)).toEqual([
      { text: 'Hoi Jan! Dat kan gewoon in de app. Graag gedaan.', block: 0 },
      { text: 'Groetjes, Kim', block: 1 },
    ]);
  });

  it.each([
    ['an abbreviation', 'Neem een kabel van een goed merk, bijv. Vliet of een ander.'],
    ['a link', 'Lees vooral [Wat is dit? Alles over de meter.](https://x.example/a) op de site.'],
    ['emphasis', '**Let op. Zet eerst de stroom uit.** en begin daarna pas.'],
    ['a broken line', 'De monteur komt tussen acht en\ntwaalf uur bij je thuis langs.'],
  ])('does not cut inside %s', (_, answer) => {
    expect(answerSentences(answer)).toHaveLength(1);
  });

  it('takes code for one sentence', () => {
    const answer = 'Plak dit in het venster:\n\n```\nset mode = bridge. Yes.\nset wifi = off. No.\n```';
    expect(answerSentences(answer).map(({ text }) => text)).toEqual([
      'Plak dit in het venster:',
      'set mode = bridge. Yes. set wifi = off. No.',
    ]);
  });

  it('has at most forty, the shorter ones joined', () => {
    const sentence = 'De router begint weer van voren af aan.';
    const some = answerSentences(Array(100).fill(sentence).join(' '));
    expect(some.length).toBeGreaterThan(20);
    expect(some.length).toBeLessThanOrEqual(40);
    expect(some.flatMap(({ text }) => text.match(/De router/g) ?? [])).toHaveLength(100);
    expect(answerSentences(Array(100).fill(sentence).join('\n\n'))).toHaveLength(40);
  });

  it('finds nothing in an empty answer', () => {
    expect(answerSentences('')).toEqual([]);
    expect(answerSentences('```\n```')).toEqual([]);
  });

  it('keeps every piece of every block', () => {
    const line = fc.constantFrom(
      'Hoi!',
      'Dat kan gewoon in de app. Kijk bij **Instellingen. Meer.** Of `a. b`.',
      '## Kop',
      '1. Stap een',
      '   en nog wat. Meer niet.',
      '- punt',
      '```',
      '',
      'Let op:',
      '> aangehaald. Ook dit.',
      '| a | b |',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 14 }), (lines) => {
        const tree = parseAnswer(lines.join('\n'));
        const { leaves, pieces } = cutAnswer(tree);
        expect(treeWords(treeOfPieces(leaves, pieces))).toBe(treeWords(tree));
      }),
    );
  });
});
