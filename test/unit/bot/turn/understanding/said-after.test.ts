import { describe, expect, it } from 'vitest';
import { startState } from '../../../../../bot/turn/turn.js';
import { asksToBeDone } from '../../../../../bot/turn/understanding/dialogue-act.js';
import { dangerHeardIn } from '../../../../../bot/turn/understanding/heard-matter.js';
import { foreignLanguageIn } from '../../../../../bot/turn/understanding/language/foreign-language.js';
import { wantsCall } from '../../../../../bot/turn/understanding/person/wants-call.js';
import type { Heard } from '../../../../../index/contracts/hearing.js';

const nothing: Heard = {
  asksForPerson: false,
  matter: null,
  isAnnoyed: false,
  talk: null,
  danger: null,
  act: null,
};
const answered = { ...startState('nl'), answer: { turnId: 't', itemId: 'a' } };

describe('what is said after an answer', () => {
  it.each([
    'kunt u dat voor mij regelen?',
    'regel het maar meteen',
    'kun je dit voor me doen',
    'can you sort that out for me',
    'please do it now',
  ])('"%s" asks to be done for the customer', (text) => {
    expect(asksToBeDone(text, answered)).toBe(true);
    expect(asksToBeDone(text, startState('nl'))).toBe(false);
  });

  it.each(['dat doe ik straks', 'wat doet dat knopje', 'laat maar', 'what does it do'])(
    '"%s" does not',
    (text) => {
      expect(asksToBeDone(text, answered)).toBe(false);
    },
  );
});

describe('a request to be called', () => {
  it.each([
    'kan iemand mij terugbellen',
    'bel me even',
    'I want somebody to call me',
    'ik wil gebeld worden',
  ])('is heard in "%s"', (text) => {
    expect(wantsCall(text)).toBe(true);
  });
  it.each(['op welk nummer kan ik jullie bellen', 'mag ik een medewerker', 'I cannot call abroad'])(
    'is none in "%s"',
    (text) => {
      expect(wantsCall(text)).toBe(false);
    },
  );
});

describe('danger that was only heard', () => {
  const sounds: Heard = { ...nothing, danger: 'suicide' };
  it('is none where it was the words "I think" that made it one', () => {
    expect(dangerHeardIn('de melding is verdwenen denk ik', sounds, () => nothing)).toBeNull();
    expect(dangerHeardIn('it went away, I think', sounds, () => nothing)).toBeNull();
  });
  it('stays where somebody speaks of themselves, or where it is heard again', () => {
    expect(dangerHeardIn('ik wil niet meer denk ik', sounds, () => nothing)).toBe('suicide');
    expect(dangerHeardIn('het is gedaan denk ik', sounds, () => sounds)).toBe('suicide');
  });
});

describe('a language told by letters of its own', () => {
  it.each([
    ['Telefonum çalışmıyor', 'tr'],
    ['Gdzie znajdę fakturę', 'pl'],
    ['Jag får inget nät på', 'other'],
  ])('"%s" is %s', (text, language) => {
    expect(foreignLanguageIn(text)).toBe(language);
  });
  it.each(['Hoe bel ik mijn vriend Łukasz in Nederland?', 'Erdoğan', 'Is the café open?'])(
    'a name in "%s" tells none',
    (text) => {
      expect(foreignLanguageIn(text)).toBeNull();
    },
  );
});
