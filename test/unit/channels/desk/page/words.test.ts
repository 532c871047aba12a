import { describe, expect, it } from 'vitest';
import { deskStatuses } from '../../../../../channels/desk/errors.js';
import { en } from '../../../../../channels/desk/page/words/en.js';
import { nameOf } from '../../../../../channels/desk/page/words/name-of.js';
import { nl } from '../../../../../channels/desk/page/words/nl.js';
import { tellHeld } from '../../../../../channels/desk/page/words/tell-held.js';
import {
  tellDeadline,
  tellDuration,
  tellLeft,
  tellMoment,
  urgencyOf,
} from '../../../../../channels/desk/page/words/tell-time.js';
import { firstLanguage, tellProblem } from '../../../../../channels/desk/page/words/words.js';
import { message } from './scene.js';

const MINUTE = 60_000;

describe('the name of a customer', () => {
  it.each([
    ['Anna de Vries', nl, 'Anna de Vries'],
    ['', nl, 'Klant 2fb3'],
    ['  ', en, 'Customer 2fb3'],
  ])('%j is told as it is or made up', (customerName, words, name) => {
    expect(nameOf({ customerName, conversationId: 'directline:7d1c2fb3' }, words)).toBe(name);
  });
});

describe('durations', () => {
  it.each([
    [-5, '0 s'],
    [59_999, '59 s'],
    [MINUTE, '1 min'],
    [59 * MINUTE, '59 min'],
    [125 * MINUTE, '2 u 5 min'],
    [24 * 60 * MINUTE, '1 dag'],
    [50 * 60 * MINUTE, '2 dagen'],
  ])('%d ms is %s', (ms, text) => {
    expect(tellDuration(nl, ms)).toBe(text);
  });

  it('become urgent after 5 and 15 minutes', () => {
    expect([4, 5, 14, 15].map((minutes) => urgencyOf(minutes * MINUTE))).toEqual([
      'calm',
      'soon',
      'soon',
      'late',
    ]);
  });
});

describe('moments', () => {
  const now = new Date(2026, 0, 2, 12, 0).getTime();

  it('name the day only where it is not today', () => {
    expect(tellMoment('nl', new Date(2026, 0, 2, 9, 5).toISOString(), now)).toBe('09:05');
    expect(tellMoment('nl', new Date(2026, 0, 1, 9, 5).toISOString(), now)).toMatch(/^1 jan.* 09:05$/);
  });
});

describe('deadlines', () => {
  // A Friday.
  const now = new Date(2026, 0, 2, 12, 0).getTime();

  it.each([
    [new Date(2026, 0, 2, 14, 5), '14:05', '14:05'],
    [new Date(2026, 0, 6, 14, 5), 'Tue 14:05', 'di 14:05'],
    [new Date(2026, 0, 9, 9, 5), 'Fri 9 Jan 09:05', 'vr 9 jan 09:05'],
  ])('%s is told as "%s"', (at, english, dutch) => {
    const plain = (text: string) => text.replaceAll(/[.,]/g, '');
    expect(plain(tellDeadline('en', at.toISOString(), now))).toBe(english);
    expect(plain(tellDeadline('nl', at.toISOString(), now))).toBe(dutch);
  });

  it('leave hours, minutes, and then less than a minute', () => {
    expect([192 * MINUTE, 59 * MINUTE, MINUTE - 1].map((ms) => tellLeft(en, ms))).toEqual([
      '3 h 12 min',
      '59 min',
      'less than a minute',
    ]);
  });
});

describe('the words', () => {
  it('exist for every error that a page of the desk can get', () => {
    const inPascalCase = (code: string) =>
      code.toLowerCase().replace(/(^|_)(\w)/g, (_match, _line, letter: string) => letter.toUpperCase());
    const shown = Object.keys(deskStatuses).filter((code) => code !== 'DESK_TOO_MANY_STREAMS');
    for (const code of [...shown, 'TOO_MANY_REQUESTS', 'BAD_ARGUMENT', 'BODY_TOO_LARGE']) {
      expect(nl.problems).toHaveProperty(inPascalCase(code));
      expect(en.problems).toHaveProperty(inPascalCase(code));
    }
  });

  it.each([
    [['customer'], 'Niet verstuurd: de klant schreef intussen iets.'],
    [['customer', 'agent'], 'Niet verstuurd: de klant schreef intussen iets.'],
    [['agent'], 'Niet verstuurd: er is intussen een bericht van Joris.'],
  ] as const)('tell why a reply was held back: %j', (from, sentence) => {
    const newer = from.map((speaker, place) =>
      message(String(place), { from: speaker, name: speaker === 'agent' ? 'Joris' : 'Anna' }),
    );
    expect(tellHeld(nl, newer)).toContain(sentence);
    expect(tellHeld(nl, [])).toBe('');
  });

  it('name who was first', () => {
    const taken = { code: 'DeskConversationTaken', agentName: 'Mehmet' };
    expect(tellProblem(nl, taken)).toBe('Mehmet was je voor en heeft dit gesprek.');
    expect(tellProblem(en, { ...taken, agentName: null })).toBe(en.problems.DeskConversationTaken);
    expect(tellProblem(en, { code: 'New', agentName: null })).toBe(en.problems.other);
  });

  it.each([
    ['en', ['nl-NL'], 'en'],
    [null, ['fr-FR', 'nl-BE', 'en-GB'], 'nl'],
    [null, ['de-DE'], 'en'],
    ['xx', [], 'en'],
  ])('begin in the language chosen (%s) or preferred %j: %s', (chosen, preferred, language) => {
    expect(firstLanguage(chosen, preferred)).toBe(language);
  });

  it('grade every probability', () => {
    const grade = (value: number) => en.guess.likely.find(({ from }) => value >= from)?.text;
    expect([0, 0.4, 0.69, 0.7, 0.95, 1].map(grade)).toEqual([
      'Probably not right',
      'Perhaps right',
      'Perhaps right',
      'Probably right',
      'Almost certainly right',
      'Almost certainly right',
    ]);
  });
});
