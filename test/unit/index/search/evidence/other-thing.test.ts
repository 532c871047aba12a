import { describe, expect, it } from 'vitest';
import { asksWhoElse } from '../../../../../index/search/evidence/asked-who.js';
import { otherName } from '../../../../../index/search/evidence/other-name.js';
import { namesOtherNumber } from '../../../../../index/search/evidence/other-number.js';
import { isTurnedRound } from '../../../../../index/search/evidence/turned-round.js';

const told = (title: string, answer = 'Do it under My account.') => ({ title, answer });

describe('one of a kind, named by its number', () => {
  it.each([
    ['what is in chapter 2.4 about bikes', 'Chapter 2.3: bikes stay outside.'],
    ['van pakket 4 naar pakket 5', 'Van pakket 3 naar pakket 4: kies Wijzigen.'],
    ['mijn telefoon pakt alleen 3G', 'Toestel blijft op 4G staan, geen 5G'],
    ['Model 9 ontkalken', 'Model 7 ontkalken: gebruik azijn.'],
  ])('"%s" is another one than "%s" is about', (question, answered) => {
    expect(namesOtherNumber(question, answered)).toBe(true);
  });

  it.each([
    ['chapter 2.3 about bikes', 'Chapter 2.3: bikes stay outside.'],
    ['stap 3 lukt niet', 'Stap 1: zet hem uit. Stap 2: wacht.'],
    ['after 2 days nothing', 'After 14 days you get your money back.'],
    ['I paid 20 euro in May 2024', 'In May 2023 it was 10 euro.'],
    ['the box blinks', 'Box 2 blinks while it updates.'],
  ])('"%s" names none that speaks against "%s"', (question, answered) => {
    expect(namesOtherNumber(question, answered)).toBe(false);
  });
});

describe('a name that the item lacks', () => {
  const find = (question: string, title: string, isKnown = true) =>
    otherName(question, told(title), () => isKnown);

  it.each([
    ['Is my pass valid in Norway?', 'Is my pass valid in Denmark?', 'Norway'],
    ['Antwoordapparaat uitschakelen bij Belmaar', 'Antwoordapparaat uitschakelen', 'Belmaar'],
    ['Filter van de Aero Vac 6 schoonmaken', 'Filter van de Aero Vac schoonmaken', 'Vac 6'],
    ['Refund for a delay of ten minutes?', 'Refund for a delay of two hours?', 'ten minutes'],
    ['geld terug na een kwartier stilstand', 'Geld terug na 2 uur stilstand', 'een kwartier'],
  ])('is found in "%s"', (question, title, name) => {
    expect(find(question, title)).toBe(name);
  });

  it('counts without a capital where no item has the word', () => {
    expect(find('antwoordapparaat uitschakelen bij belmaar', 'Antwoordapparaat uitschakelen', false)).toBe(
      'belmaar',
    );
    expect(find('antwoordapparaat uitschakelen bij verhuizing', 'Antwoordapparaat uitschakelen')).toBeNull();
    expect(
      find('abonnement opzeggen bij anwoordapparat', 'Abonnement antwoordapparaat opzeggen', false),
    ).toBe(null);
  });

  it('counts beside little that is shared where no item has it', () => {
    const question = 'Can I settle the yearly invoice with Quickpay from abroad?';
    const title = 'Can I settle with a cheque written in another currency?';
    expect(find(question, title, false)).toBe('Quickpay');
    expect(find(question, title)).toBeNull();
  });

  it('is the one word of a short question that no item has', () => {
    const isKnown = (word: string) => !['geit', 'schaap'].includes(word);
    const item = told('Mag de hond mee naar de camping?');
    expect(otherName('mag een geit mee naar de camping', item, isKnown)).toBe('geit');
    expect(otherName('mogen geit en schaap mee naar de camping', item, isKnown)).toBeNull();
    expect(otherName('mag de hnod mee naar de camping', item, (word) => word !== 'hnod')).toBeNull();
  });

  it.each([
    ['Is my pass valid in Denmark?', 'Is my pass valid in Denmark?'],
    ['Sitting in Portugal, and nobody at home gets online', 'Restart the modem from afar'],
    ['My Aero on the second floor does not start', 'Aero does not start'],
    ['Refund for a delay of three hours?', 'Refund for a delay of two hours?'],
    ['The train stood still for ten minutes, where is my bag?', 'Refund for a delay of two hours?'],
  ])('is none in "%s"', (question, title) => {
    expect(find(question, title)).toBeNull();
  });
});

describe('the contrary of what an item tells', () => {
  it.each([
    ['Hoe ga ik weer naar een papieren pas?', told('Van papieren pas naar digitaal overstappen')],
    ['switch from digital back to a paper pass', told('How do I go from a paper pass to digital?')],
    ['Night mode uitschakelen op de lamp', told('Night mode op de lamp', 'Kies Licht > Night mode.')],
    ['Switch night mode off', told('Night mode on the lamp', 'Choose Light. The radio goes off.')],
    ['Hoe ontkoppel ik de deurbel?', told('Deurbel koppelen', 'Draai aan de knop.')],
    ['hoe blokkeer ik mijn tankpas', told('Tankpas deblokkeren', 'In de app onder Pas.')],
  ])('is asked by "%s"', (question, item) => {
    expect(isTurnedRound(question, item)).toBe(true);
  });

  it.each([
    ['Hoe ga ik naar digitaal?', told('Van papieren pas naar digitaal overstappen')],
    ['Night mode uitschakelen op de lamp', told('Night mode op de lamp', 'Aan en uit onder Licht.')],
    ['Switch night mode off', told('Night mode on the lamp', 'Press it again and it is off.')],
    ['hoe blokkeer ik mijn tankpas', told('Tankpas deblokkeren', 'Blokkeren kan ook, onder Pas.')],
    ['mijn poort is geblokkeerd', told('Tankpas deblokkeren', 'In de app onder Pas.')],
    ['Night mode op de lamp instellen', told('Night mode op de lamp', 'Kies Licht > Night mode.')],
  ])('is not asked by "%s"', (question, item) => {
    expect(isTurnedRound(question, item)).toBe(false);
  });
});

describe('who somebody is', () => {
  const hiding = told('Ring with your doorbell name hidden', 'Choose Privacy in the app.');

  it.each(['who keeps ringing me at the doorbell', 'can I find out who hid the doorbell'])(
    'is asked by "%s"',
    (question) => {
      expect(asksWhoElse(question, hiding)).toBe(true);
    },
  );

  it.each([
    ['who can help me hide the doorbell name', hiding],
    ['hide my name on the doorbell', hiding],
    ['who keeps ringing me at the doorbell', told('Doorbell history', 'You see who rang.')],
  ])('is not asked by "%s"', (question, item) => {
    expect(asksWhoElse(question, item)).toBe(false);
  });
});
