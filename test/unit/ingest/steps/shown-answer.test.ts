import { describe, expect, it } from 'vitest';
import { hasLabel } from '../../../../ingest/steps/redaction/labels.js';
import { shownAnswer } from '../../../../ingest/steps/shown-answer.js';
import { fc, runs } from '../../../support/properties.js';

const shown = (answer: string) => shownAnswer(answer).answer;

describe('an answer that redaction tore', () => {
  it.each([
    [
      'a sentence of its own',
      'Zet de app opnieuw op. Lukt het niet, mail me op [e-mailadres].',
      'Zet de app opnieuw op.',
    ],
    ['what leans on it', 'Kijk in de app. Mail me op [e-mailadres]. Dan kijk ik mee.', 'Kijk in de app.'],
    [
      'the question that it answers',
      'Kijk in de app. Lukt het niet? Bel me op [telefoonnummer].',
      'Kijk in de app.',
    ],
    [
      'a clause behind a comma',
      'Open de app en kies Facturen, of bel [telefoonnummer].',
      'Open de app en kies Facturen.',
    ],
    [
      'a clause without a comma',
      'Open the app and choose Bills or call [phone number].',
      'Open the app and choose Bills.',
    ],
    [
      'what stands in brackets',
      'Vermeld je klantnummer ([klantnummer]) bij de betaling.',
      'Vermeld je klantnummer bij de betaling.',
    ],
    [
      'what follows a "no"',
      'Nee, bel daarvoor [telefoonnummer]. In de app kan het niet.',
      'Nee. In de app kan het niet.',
    ],
    [
      'a condition with its clause',
      'De kaart werkt meteen. Als je vragen hebt, bel [telefoonnummer].',
      'De kaart werkt meteen.',
    ],
    ['a point of a list', '- Open de app\n- Bel [telefoonnummer]\n- Kies eSIM', '- Open de app\n- Kies eSIM'],
    [
      'a step, whose number stays',
      '1. Open de app\n2. Bel [telefoonnummer]\n3. Kies eSIM',
      '1. Open de app\n2. …\n3. Kies eSIM',
    ],
    [
      'a line of code',
      'Doe dit in de terminal:\n\n```\nping [IP-adres]\nexit\n```',
      'Doe dit in de terminal:\n\n```\n…\nexit\n```',
    ],
    [
      'what introduced it',
      'Open de app en kies eSIM. Of bel hierheen:\n\n[telefoonnummer]',
      'Open de app en kies eSIM.',
    ],
    [
      'emphasis',
      '**Open de app en kies eSIM, of bel [telefoonnummer].** Klaar ben je.',
      '**Open de app en kies eSIM**. Klaar ben je.',
    ],
  ])('goes without %s', (_, answer, whole) => {
    expect(shown(answer)).toBe(whole);
  });

  it.each([
    'Mail me op [e-mailadres].',
    'Hoi! Mail me op [e-mailadres]. Dan kijk ik mee. Groetjes!',
    'Wat vervelend! Stuur je klantnummer [klantnummer] naar [e-mailadres].',
    '[address]',
  ])('is no answer where no whole sentence is left: %s', (answer) => {
    expect(shownAnswer(answer)).toEqual({ tree: [], answer: '' });
  });

  it.each(['Kies [Instellingen] in de app.', 'Zie [de winkel](https://x.example).', '1. Open\n2. Kies'])(
    'is left as it is where nothing is torn: %s',
    (answer) => {
      expect(shown(answer)).toBe(answer);
    },
  );

  it('never shows a word in the place of personal data, wherever it stands', () => {
    const piece = fc.constantFrom(
      'Bel [telefoonnummer]',
      'Open de app,',
      '**vet [e-mailadres] en meer**',
      '(zie [adres])',
      '\n\n',
      '\n- ',
      '\n1. ',
      '`[IP-adres]`',
      '> ',
      '\n| a | [naam] |\n|---|---|\n',
      'Klaar.',
      '\n# ',
      '[tekst [nummer]](https://x.example)',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(hasLabel(shown(pieces.join(' ')))).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });
});
