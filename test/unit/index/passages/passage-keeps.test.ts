import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { choosePassage as chooseTree } from '../../../../index/passages/passage.js';
import { answerSentences, choosePassage } from '../../../support/passage-of.js';

const FILLER =
  'Over dit onderwerp valt veel te zeggen en iedereen denkt er anders over, maar kort is het niet.';
const around = (...middle: string[]) =>
  [FILLER, FILLER, FILLER, ...middle, FILLER, FILLER, FILLER].join('\n\n');
const within = (...middle: string[]) => [FILLER, FILLER, FILLER, ...middle, FILLER, FILLER, FILLER].join(' ');

describe('what an author marked', () => {
  it.each(['_', '*', '**', '~~'])('keeps both sentences of a tip between %s', (mark) => {
    const tip = `${mark}Tip van mij. Zet roaming in de app eerst uit.${mark}`;
    const { text } = choosePassage('roaming uit in de app', within(tip));
    expect(text).toContain('Tip van mij. Zet roaming in de app eerst uit.');
    expect(parseAnswer(text)[0]).toMatchObject({
      children: expect.arrayContaining([expect.objectContaining({ children: expect.anything() })]),
    });
  });

  it('keeps the stars of a code, in the passage and in what is searched', () => {
    const code = 'Bel met je toestel `*21*06#` en druk op bellen voor doorschakelen.';
    expect(choosePassage('doorschakelen bellen', within(code)).text).toContain('`*21*06#`');
    expect(answerSentences(code)[0]?.text).toContain('*21*06#');
  });

  it('never says "enter image description here"', () => {
    const picture = '[![enter image description here](https://x.example/a.png)](https://x.example/a.png)';
    const answer = around(`De knop zit onder roaming, zie de pijl:\n\n${picture}`);
    expect(choosePassage('knop roaming', answer).text).not.toContain('enter image');
    expect(
      answerSentences(answer)
        .map(({ text }) => text)
        .join(' '),
    ).not.toContain('enter image');
  });
});

describe('a link', () => {
  const link = '[de storingskaart](https://x.example/storingen)';

  it.each([
    'Kijk of er een storing is via deze link:',
    'Of er een storing is zie je op de volgende pagina.',
    'Of er een storing is staat hier:',
    'You can see whether there is a storing on this page:',
    'For a storing in town see the map below.',
  ])('is shown with what announces it: %s', (sentence) => {
    for (const answer of [within(sentence, `${link}.`), around(sentence, link)]) {
      const { text } = choosePassage('is er een storing', answer);
      expect(text).toContain(sentence);
      expect(text).toContain('https://x.example/storingen');
    }
  });

  it.each([
    'Op die pagina vul je voor de storing je postcode in.',
    'Daar vind je elke storing in de stad.',
    'That page shows every storing in town.',
    'There you can see every storing in town.',
  ])('is shown with what speaks of it: %s', (sentence) => {
    for (const answer of [
      within(`Ga naar ${link}.`, sentence),
      within(`Ga naar ${link}.`, 'Wacht even.', sentence),
      around(`Ga naar ${link}.`, sentence),
    ]) {
      const { text } = choosePassage('storing in de stad', answer);
      expect(text).toContain(sentence);
      expect(text).toContain('https://x.example/storingen');
    }
  });

  it('that is gone is not promised at the end', () => {
    const promise = 'Meer lees je via deze link:';
    const rest = 'De storing is over.';
    expect(choosePassage('storing', `${rest} ${promise}`).text).toBe(rest);
    const long = [FILLER, FILLER, FILLER, FILLER, FILLER, rest, promise].join('\n\n');
    expect(choosePassage('storing lees via link', long).text).not.toContain('deze link');
  });

  it('that stands bare below its sentence is shown with it', () => {
    const answer = around('De storing zie je op de kaart van de stad.', 'https://x.example/storingen');
    expect(choosePassage('storing kaart stad', answer).text).toContain('https://x.example/storingen');
  });
});

describe('a diagnosis', () => {
  it.each([
    [
      'Foutcode TV-203 betekent dat de decoder geen signaal krijgt.',
      'Trek de coaxkabel los en draai hem weer vast.',
    ],
    ['Dat het lampje rood is komt door een losse kabel.', 'Controleer eerst de kabel achter de router.'],
    ['Error E17 means that the pump is blocked.', 'Remove the filter and rinse it under the tap.'],
    ['The red light is caused by a loose cable.', 'To fix it, push the cable in until it clicks.'],
  ])('is shown with what to do: %s', (diagnosis, remedy) => {
    for (const asked of [diagnosis, remedy]) {
      const { text } = choosePassage(asked, within(diagnosis, remedy));
      expect(text).toContain(`${diagnosis} ${remedy}`);
    }
    expect(choosePassage(diagnosis, around(diagnosis, `1. ${remedy}\n2. Klaar.`)).text).toContain(remedy);
  });
});

describe('an opening for the asker alone', () => {
  const rest = 'De simkaart activeer je in de app onder Mijn kaart.';

  it.each([
    'Je man heeft gelijk 😄',
    'Your husband is right 😄',
    'Jouw dochter had gelijk!',
    'Goed gevonden, Piet!',
    'Well spotted, Anna!',
    'Wat vervelend dat je internet het niet doet!',
    'Sorry to hear that!',
    'Bedankt voor je bericht.',
    'Gefeliciteerd met je nieuwe telefoon!',
    'Geen paniek!',
    'Piet heeft gelijk.',
  ])('goes from a short answer and a long one: %s', (opening) => {
    expect(choosePassage('simkaart activeren', `${opening} ${rest}`)).toEqual({ text: rest, isPart: false });
    expect(choosePassage('simkaart activeren', `${opening}\n\n${rest}`).text).toBe(rest);
    const long = choosePassage('simkaart activeren', `${opening} ${rest} ${Array(6).fill(FILLER).join(' ')}`);
    expect(long.text.startsWith(rest)).toBe(true);
  });

  it.each([
    ['Je man heeft gelijk.', 'Dat komt door de nieuwe kaart.'],
    ['Your husband is right.', 'He only forgot the app.'],
    ['Goed gevonden, Piet!', 'Maar het werkt alleen in de app.'],
  ])('stays where what follows leans on it: %s', (opening, next) => {
    expect(choosePassage('simkaart', `${opening} ${next}`).text).toBe(`${opening} ${next}`);
  });

  it.each([
    'Nee, dat kan niet.',
    'Klopt, dat kan in de app.',
    'Je hebt gelijk.',
    'Je router heeft een nieuwe naam.',
    'Goed gevonden, je moet daar eerst 2 tellen wachten.',
  ])('is none where it says something: %s', (opening) => {
    expect(choosePassage('simkaart', `${opening} ${rest}`).text).toBe(`${opening} ${rest}`);
  });

  it('leaves the tree alone where there is none', () => {
    const tree = parseAnswer(rest);
    expect(chooseTree('simkaart', tree).tree).toBe(tree);
  });
});
