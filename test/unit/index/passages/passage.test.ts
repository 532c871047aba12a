import { describe, expect, it } from 'vitest';
import { answerSentences, choosePassage } from '../../../support/passage-of.js';
import { fc } from '../../../support/properties.js';

const FILLER =
  'Over dit onderwerp valt veel te zeggen en iedereen denkt er anders over, maar kort is het niet.';
const PARAGRAPHS = [
  'Roaming in Europa kost niets extra, je belt en internet daar zoals thuis met je gewone bundel.',
  'De router moet een wit lampje hebben. Is het rood, trek dan de stekker eruit en wacht een minuut.',
  'Je nummer meenemen duurt een werkdag. Je oude aanbieder zegt niets op, dat doen wij voor je.',
];
const LONG = [
  PARAGRAPHS[0],
  FILLER,
  FILLER,
  PARAGRAPHS[1],
  FILLER,
  FILLER,
  PARAGRAPHS[2],
  FILLER,
  FILLER,
].join('\n\n');
const STEPS = Array.from({ length: 12 }, (_, at) => `${at + 1}. Stap ${at + 1}: druk op de knop en wacht.`);

describe('choosePassage', () => {
  it('shows a short answer whole', () => {
    expect(choosePassage('router?', `${PARAGRAPHS[1]}\n`)).toEqual({ text: PARAGRAPHS[1], isPart: false });
  });

  it.each([
    ['waarom is het lampje van mijn router rood', 1],
    ['kan ik mijn numer meenemen', 2],
    ['roaming', 0],
  ])('finds the part that answers "%s"', (question, place) => {
    const passage = choosePassage(question, LONG);
    expect(passage.isPart).toBe(true);
    expect(passage.text).toContain(PARAGRAPHS[place]);
  });

  it('starts at the beginning when no word is shared', () => {
    const passage = choosePassage('¿qué?', LONG);
    expect(passage.text.startsWith(PARAGRAPHS[0] ?? '')).toBe(true);
    expect(passage.isPart).toBe(true);
  });

  it('keeps steps together with the line before them', () => {
    const answer = [FILLER, FILLER, FILLER, 'Zo zet je de decoder terug:', STEPS.join('\n'), FILLER].join(
      '\n\n',
    );
    const { text } = choosePassage('hoe zet ik de decoder terug', answer);
    expect(text).toContain(`Zo zet je de decoder terug:\n\n${STEPS.join('\n')}`);
  });

  it('keeps steps together across blank lines and code', () => {
    const loose = STEPS.map((step) => `${step}\n\n   \`\`\`\n   ok\n\n   ja\n   \`\`\``).join('\n\n');
    const { text } = choosePassage('welke stap met de knop', [FILLER, loose, FILLER].join('\n\n'));
    expect(STEPS.filter((step) => text.includes(step))).toEqual(STEPS);
  });

  it('cuts a long paragraph between sentences', () => {
    const sentences = [...PARAGRAPHS, ...Array(6).fill(FILLER)].join(' ');
    const { text, isPart } = choosePassage('nummer meenemen', sentences);
    expect(isPart).toBe(true);
    expect(sentences).toContain(text);
    expect(text).toContain('Je nummer meenemen duurt een werkdag.');
    expect(text.endsWith('.')).toBe(true);
  });

  it('does not cut inside a link, code or emphasis', () => {
    const marked =
      '**Let op. Dit is belangrijk.** Zie [Wat is dit? Lees meer.](https://x.example/a). Typ `a. B`. ';
    const { text } = choosePassage('wat is dit', `${FILLER} ${marked}${Array(8).fill(FILLER).join(' ')}`);
    for (const mark of ['**Let op. Dit is belangrijk.**', '[Wat is dit? Lees meer.](https://x.example/a)']) {
      expect(text.includes(mark) || !text.includes(mark.slice(0, 8))).toBe(true);
    }
    expect(text).toContain('[Wat is dit? Lees meer.](https://x.example/a)');
  });

  it('lets cosines decide where no word is shared', () => {
    const sentences = answerSentences(LONG).map(({ text }) => text);
    const sentenceCosines = sentences.map((text) => (text.startsWith('Je nummer') ? 0.6 : 0.1));
    const passage = choosePassage('how do I keep my number', LONG, { sentenceCosines });
    expect(passage.text).toContain(PARAGRAPHS[2]);
  });

  it('looks later for what the title does not ask', () => {
    const title = 'Wat doet de knop?';
    const answer = [...Array(4).fill(`${FILLER} Met de knop.`), ...Array(4).fill(`${FILLER} Ook de knop.`)];
    const markdown = answer.join('\n\n');
    expect(choosePassage('wat doet de knop', markdown, { title }).text).toContain('Met de knop.');
    expect(choosePassage('ook een bundel', markdown, { title }).text).toContain('Ook de knop.');
  });

  it.each([
    ['Hoi Jan, goede vraag!', 'Groetjes,\nKim'],
    ['Hi Jan, welcome to the forum!', 'Hope this helps!\n\nCheers, Kim'],
    ['Hallo Jan,', 'Viel Erfolg!'],
  ])('shows neither "%s" nor a farewell', (greeting, farewell) => {
    const first = choosePassage(
      'hoi jan',
      [greeting, PARAGRAPHS[0], FILLER, FILLER, FILLER, FILLER].join('\n\n'),
    );
    expect(first.text.startsWith(PARAGRAPHS[0] ?? '')).toBe(true);
    const last = choosePassage(
      `nummer meenemen ${farewell}`,
      [FILLER, FILLER, FILLER, FILLER, PARAGRAPHS[2], farewell].join('\n\n'),
    );
    expect(last.text.endsWith(PARAGRAPHS[2] ?? '')).toBe(true);
  });

  it('keeps a farewell that says something', () => {
    const farewell = 'Succes, en bel anders 0800-0110 voor een monteur.';
    const answer = [FILLER, FILLER, FILLER, FILLER, farewell].join('\n\n');
    expect(choosePassage('bellen voor een monteur', answer).text).toContain(farewell);
  });

  it('shows something of an answer that is nothing but chatter', () => {
    const { text, isPart } = choosePassage('hoi', Array(60).fill('Hoi allemaal!').join('\n\n'));
    expect(text).toContain('Hoi allemaal!');
    expect(isPart).toBe(true);
  });

  it.each(['## Nummer', '**Nummer**', 'Wil je je nummer houden?'])(
    'keeps "%s" with what it leads to',
    (lead) => {
      const answer = [
        FILLER,
        FILLER,
        FILLER,
        `${lead}${lead.endsWith('?') ? ' ' : '\n\n'}${PARAGRAPHS[2]}`,
        FILLER,
        FILLER,
      ];
      const { text } = choosePassage('nummer', answer.join('\n\n'));
      expect(squeezed(text)).toContain(`${lead} ${PARAGRAPHS[2]}`);
    },
  );

  it('repeats the heading of a long paragraph', () => {
    const answer = `## Nummer\n\n${Array(5).fill(FILLER).join(' ')} ${PARAGRAPHS[1]} ${FILLER}`;
    const { text } = choosePassage('lampje van de router is rood', answer);
    expect(text).toMatch(/^## Nummer\n\n… /);
    expect(text).toContain(PARAGRAPHS[1]);
  });

  it('does not tear a table apart', () => {
    const rows = Array.from({ length: 9 }, (_, at) => `| ${at} minuten te laat | ${at} euro terug |`);
    const answer = [FILLER, FILLER, FILLER, 'Zoveel krijg je:', rows.join('\n'), FILLER].join('\n\n');
    const { text } = choosePassage('hoeveel euro bij 4 minuten te laat', answer);
    expect(text).toContain(`Zoveel krijg je:\n\n${rows.join('\n')}`);
  });

  it('ends soon on an answer of any length and form', () => {
    for (const piece of [
      'De router begint weer. ',
      '**a. B ',
      'a [ b. ',
      '1. x y\n',
      'x y z.\n\n',
      '```\n',
    ]) {
      expect(choosePassage('router', piece.repeat(2_000)).text).not.toBe('');
    }
  });

  it('gives a part of every answer, in its own order, and never nothing', () => {
    const block = fc.constantFrom(
      ...PARAGRAPHS,
      FILLER,
      STEPS.join('\n'),
      '## Kop',
      '```\na\n\nb\n```',
      'Let op:',
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.string(), (blocks, question) => {
        const answer = blocks.join('\n\n');
        const { text, isPart } = choosePassage(question, answer);
        expect(text).not.toBe('');
        expect(squeezed(answer)).toContain(squeezed(text.replace(/^## Kop\n\n… /, '')));
        expect(isPart).toBe(squeezed(text) !== squeezed(answer));
      }),
    );
  });
});

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
