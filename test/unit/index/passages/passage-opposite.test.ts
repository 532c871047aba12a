import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../../index/lexical/tokenize.js';
import { answerSentences, choosePassage } from '../../../support/passage-of.js';
import { fc, runs } from '../../../support/properties.js';

const FILLER =
  'Over dit onderwerp valt veel te zeggen en iedereen denkt er anders over, maar kort is het niet.';
const STEPS = '1. Open de app.\n2. Kies Buitenland.\n3. Zet de Wereldbundel aan.';
const SWISS = [
  'Nee, Zwitserland hoort niet bij de EU-bundel.',
  'Het land ligt in zone Wereld, en daar betaal je per minuut en per megabyte voor wat je verbruikt.',
  FILLER,
  FILLER,
  FILLER,
  'Gratis bellen in Zwitserland met een bundel doe je zo: zet in de app de Wereldbundel van Zwitserland aan.',
].join('\n\n');

const VERDICTS = [
  'Nee, dat kan niet.',
  'Nee.',
  'Nee hoor!',
  'Ja hoor!',
  'Ja, gewoon doen.',
  'Helaas niet.',
  'Helaas, dat lukt niet.',
  'Klopt.',
  'Dat kan helaas niet.',
  'Nog niet.',
  'Kort antwoord: nee.',
  'Hoi Jan, nee dat kan niet.',
  'Nou nee, eigenlijk niet.',
  '**Nee**, dat kan niet.',
  'No.',
  "No, that won't work.",
  'Yep',
  'Yes, it does.',
  'Unfortunately not.',
  'Not yet.',
  "You can't do that.",
  'Short answer: no.',
];

describe('an answer that begins with yes or no', () => {
  it('shows it above whatever else is shown', () => {
    const { text } = choosePassage('Kan ik gratis bellen in Zwitserland met jullie bundel?', SWISS);
    expect(text).toMatch(/^Nee, Zwitserland hoort niet bij de EU-bundel\.\n\n… /);
    expect(text).toContain('Wereldbundel van Zwitserland');
  });

  it.each(VERDICTS)('keeps "%s" in every part of it, with vectors and without', (verdict) => {
    const topics = ['roaming', 'lampje', 'factuur', 'router', 'bundel', 'sim'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(FILLER, STEPS, ...topics.map((topic) => `Over de ${topic}: ${FILLER}`)), {
          minLength: 5,
          maxLength: 9,
        }),
        fc.constantFrom('\n\n', ' '),
        fc.constantFrom(...topics, 'stappen in de app', ''),
        fc.option(fc.nat({ max: 30 })),
        (blocks, joiner, question, best) => {
          const answer = `${verdict}${joiner}${blocks.join('\n\n')}`;
          const cosines = answerSentences(answer).map((_, at) => (at === best ? 0.9 : 0));
          const options = best === null ? {} : { sentenceCosines: cosines };
          const { text } = choosePassage(question, answer, options);
          expect(text.startsWith(verdict.trim())).toBe(true);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('shows the "no" of a paragraph whose end is shown', () => {
    const answer = [
      FILLER,
      FILLER,
      FILLER,
      `Nee, met prepaid gaat dat niet. ${FILLER} ${FILLER} ${FILLER} Neem daarvoor een abonnement met roaming.`,
    ].join('\n\n');
    const { text } = choosePassage('abonnement met roaming nemen', answer);
    expect(text).toContain('Neem daarvoor een abonnement met roaming.');
    expect(text).toContain('Nee, met prepaid gaat dat niet.');
  });

  it('cuts a verdict that is a story, and shows the rest no longer than it was', () => {
    const verdict = `Nee, dat kan niet${', en ook dat weet iedereen hier wel zo ongeveer'.repeat(20)}.`;
    const { text } = choosePassage('router', `${verdict}\n\n${FILLER}\n\n${FILLER}\n\nDe router is kapot.`);
    expect(text).toMatch(/^Nee, dat kan niet, en ook .* …\n\n/);
    expect(termsOf(text).length).toBeLessThanOrEqual(95);
  });

  it('does not begin a list behind a sign on its line', () => {
    const list = Array.from(
      { length: 12 },
      (_, at) => `${at + 1}. Kies in de app punt ${at} van Buitenland.`,
    );
    const answer = ['Ja hoor!', FILLER, FILLER, FILLER, FILLER, list.join('\n')].join('\n\n');
    expect(choosePassage('app buitenland', answer).text).toBe(`Ja hoor!\n\n…\n\n${list.join('\n')}`);
  });

  it('leaves out what only looks like one', () => {
    const answer = ['No problem, let us see.', FILLER, FILLER, FILLER, FILLER, 'De router is kapot.'];
    expect(choosePassage('router kapot', answer.join('\n\n')).text).not.toContain('No problem');
  });
});

describe('a condition', () => {
  const around = (...middle: string[]) =>
    [FILLER, FILLER, FILLER, ...middle, FILLER, FILLER, FILLER].join('\n\n');

  it.each([
    'Let op: dit geldt niet voor prepaid.',
    'Behalve bij prepaid, daar geldt het niet.',
    'Dit werkt alleen met een eigen modem.',
    'Alleen als je glasvezel hebt.',
    'Maar niet voor zakelijke klanten.',
    'Unless you have prepaid.',
    'Only if you have fibre.',
    'This does not apply to business customers.',
    'Note that it fails on old phones.',
  ])('behind the steps is shown with them: %s', (restriction) => {
    const { text } = choosePassage(
      'app buitenland wereldbundel',
      around(`Zo doe je het:\n\n${STEPS}`, restriction),
    );
    expect(text).toContain(STEPS);
    expect(text).toContain(restriction);
  });

  it.each([
    'Als u geen glasvezel heeft, geldt het volgende.',
    'Alleen als u een eigen modem heeft.',
    'Tenzij u prepaid heeft.',
    "If you don't have fibre, this is for you.",
    'Only if you have an own modem.',
    'Let op, dit geldt niet voor prepaid.',
  ])('before the steps is shown with them: %s', (condition) => {
    const { text } = choosePassage('app buitenland wereldbundel', around(condition, STEPS));
    expect(text).toContain(STEPS);
    expect(text).toContain(condition);
  });

  it.each([
    ['Als u geen glasvezel heeft, ligt het anders.', 'Kies dan de roaming van de wereldbundel in de app.'],
    ['Je moet niet de oude app nemen.', 'Maar kies de roaming van de wereldbundel.'],
    ['Heb je al een bundel, doe dan niets.', 'Anders kies je de roaming van de wereldbundel.'],
    ['Do not take the old one.', 'Instead choose roaming wereldbundel in the app.'],
  ])('in a paragraph is shown with the sentence that leans on it: %s', (condition, sentence) => {
    const paragraph = `${FILLER} ${FILLER} ${FILLER} ${condition} ${sentence} ${FILLER} ${FILLER}`;
    const { text } = choosePassage('roaming wereldbundel', paragraph);
    expect(text).toContain(`${condition} ${sentence}`);
  });

  it('never makes a part of any length of an answer made of conditions', () => {
    for (const piece of [
      'Let op: dit geldt niet voor prepaid. ',
      'Maar niet als je geen bundel hebt. ',
      'Nee. ',
      'Nee.\n\n',
    ]) {
      expect(termsOf(choosePassage('prepaid', piece.repeat(500)).text).length).toBeLessThanOrEqual(150);
    }
  });
});
