import { describe, expect, it } from 'vitest';
import { looksUnfinished } from '../../../../../bot/turn/turn.js';
import { fc } from '../../../../support/properties.js';

/** What goes on, by the sign of it. */
const UNFINISHED: Readonly<Record<string, readonly string[]>> = {
  'a mark that goes on': [
    'het gaat over mijn tv,',
    'Hallo,',
    'Goedemiddag, ik heb een vraag:',
    'Foutcode:',
    'my internet is slow -',
    'two things; ',
    'dus...',
    'even kijken..',
    'the error says…',
    'ik heb het modem (een zwarte',
    'ja,',
  ],
  'a Dutch word that joins': [
    'Ik bel omdat',
    'mijn wifi is traag en',
    'ik heb het geprobeerd maar',
    'ja maar',
    'het lukt niet want',
    'de factuur klopt niet dus',
    'ik wil graag weten of',
    'ik vraag me af of',
    'ik denk dat',
    'wat als',
    'hij doet het niet sinds',
    'ik zoek een abonnement zoals',
    'het werkt alleen als',
  ],
  'an English word that joins': [
    'I would like to change my plan because',
    'the router is on but',
    'I moved house and',
    'it only works if',
    'I was wondering whether',
    'I think that',
    'my phone is broken so',
    'it has not worked since',
    'I want',
  ],
  'a Dutch word that belongs to the next': [
    'het gaat om mijn',
    'ik ben bij de',
    'ik zoek een',
    'het ligt aan het',
    'ik probeer het te',
    'ik heb een vraag over',
    'ik bel over de factuur van',
    'ik kom met',
    'ik woon in',
    'ik heb een code nodig voor',
    'dat is toch beter dan',
  ],
  'an English word that belongs to the next': [
    'it is about my',
    'I cannot reach the',
    'I am looking for a',
    'I have a question about',
    'I got a letter from',
    'I live in',
    'I would like to',
    'this is slower than',
    'I ran out of',
  ],
  'somebody or something that has done nothing yet': [
    'my phone is',
    'mijn router is',
    'de kosten zijn',
    'dus ik',
    'maar ik',
    'and I',
    'can I',
    'kun je',
    'hoi kunt u mij',
    'hello could you please',
    "I'm",
    'ik',
  ],
};

/** What is whole, by what it looks like. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  'a greeting, thanks, a yes or no': [
    'hallo',
    'hi',
    'goedemorgen',
    'good evening',
    'dank je',
    'thanks',
    'nee',
    'nee dank je',
    'ja',
    'no',
    'ok',
    'doei',
    'laat maar',
    'nothing',
    '👍',
    'ok :)',
    'top ;-)',
  ],
  'a code, a number, a name of a thing': [
    'Foutcode TV-203',
    'TV-203',
    'puk code',
    'voicemail',
    '2',
    '06-12345678',
    '1234 AB',
    'wifi traag',
    'geen internet',
    'esim activeren',
    'roaming Turkey',
    'slow internet',
    'number porting',
    'bill',
    'modem',
    'optie A',
    'plan a',
    'zone een',
  ],
  'an opening that is a sentence': ['hoi ik heb een vraag', 'I have a question', 'help', 'ik heb hulp nodig'],
  'an end mark': ['wifi?', 'en?', 'geen internet!', 'It is mine.', 'is it the?', 'hallo :)'],
  'a request for a person, a word on an answer, a danger': [
    'medewerker',
    'talk to a human',
    'dat helpt niet',
    'it works again',
    'ik wil dood',
    'brand in mijn',
  ],
  'a Dutch question that ends in a small word': [
    'hoe zet ik mijn voicemail uit',
    'hoe zet ik roaming aan',
    'hoe log ik in',
    'mijn bundel is op',
    'hoe werkt het',
    'hoe kan dat',
    'hij doet het',
    'wat kost dat',
    'hoe neem ik mijn nummer mee',
    'waar komt dat van',
    'ik heb er geen',
    'wie ben ik',
    'hoeveel betaal ik',
    'hoe lang moet mijn contract zijn',
    'ik weet niet wat er mis is',
    'omdat mijn modem kapot is',
    'en dan',
    'hoe dan',
    'zeg het maar',
    'bel me maar',
    'ik stap over',
    'kan dat de router zijn',
    'met of zonder',
    'hoe schrijf ik me in',
    'ik wil er nog een',
    'wat is er',
  ],
  'an English question that ends in a small word': [
    'who can I talk to',
    'what is this for',
    'where does it come from',
    'how do I log in',
    'my phone will not turn on',
    'how do I turn it off',
    'which plan am I on',
    'I think so',
    'how do I do that',
    'I want to know what it is',
    'I do not want to',
    'do I have to',
    'is that what you want',
    'it takes a while',
    'what is it made of',
    'me too',
    'I need someone to talk to',
    'what does it depend on',
  ],
  'a whole sentence': [
    'My internet has been slow since yesterday evening',
    'mijn internet is traag sinds gisteren',
    'de monteur is niet geweest',
    'I cannot find my invoice',
    'mijn wifi valt steeds weg\nwat nu',
  ],
  'nothing at all': ['', '   '],
};

const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const));

describe('looksUnfinished', () => {
  it.each(rows(UNFINISHED))('waits after "%s": %s', (text) => {
    expect(looksUnfinished(text)).toBe(true);
  });

  it.each(rows(WHOLE))('does not wait after "%s": %s', (text) => {
    expect(looksUnfinished(text)).toBe(false);
  });

  it('is the same in capitals and with blanks around', () => {
    for (const [text] of rows(UNFINISHED)) expect(looksUnfinished(`  ${text.toUpperCase()} `)).toBe(true);
  });

  it('waits after no text that ends in a question mark', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(looksUnfinished(`${text}?`)).toBe(false);
      }),
    );
  });

  it('is quick however long and hostile the text', () => {
    for (const piece of ['(', 'to a ', 'waar ', 'maar ', '- ', 'bel a a a a a maar ']) {
      expect(typeof looksUnfinished(piece.repeat(20_000))).toBe('boolean');
    }
  });
});
