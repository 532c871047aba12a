import { describe, expect, it } from 'vitest';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import {
  findAnswers,
  offeredAnswers,
  shortcutTyped,
} from '../../../../../channels/desk/page/canned/offered-answers.js';
import {
  fillingsFrom,
  fillPlaceholders,
  openPlaceholders,
  PLACEHOLDER_NAMES,
} from '../../../../../channels/text/placeholders.js';

const NAMES = { customer: 'Anna de Vries', agent: 'Noor', company: 'Zwaluw' };
const NOON = new Date(2026, 4, 3, 12, 5).getTime();
const filled = (text: string, names = NAMES) => fillPlaceholders(text, fillingsFrom(names, 'nl', NOON));

describe('placeholders', () => {
  it('are filled by the names of either language, in any case', () => {
    expect(filled('Dag {klant}, {Voornaam}, {first name}')).toBe('Dag Anna de Vries, Anna, Anna');
    expect(filled('{agent} {medewerker} van {bedrijf} op {datum} om {tijd}')).toBe(
      'Noor Noor van Zwaluw op 3 mei 2026 om 12:05',
    );
    expect(fillPlaceholders('{date}', fillingsFrom(NAMES, 'en', NOON))).toBe('3 May 2026');
  });

  it.each(['nl', 'en'] as const)('that are offered can all be filled: %s', (language) => {
    for (const name of PLACEHOLDER_NAMES[language]) expect(openPlaceholders(filled(`{${name}}`))).toEqual([]);
  });

  it('stay open where it is not known what they stand for, or who the customer is', () => {
    const text = filled('Dag {klant}, uw order {ordernummer} van {voornaam}', { ...NAMES, customer: ' ' });
    expect(openPlaceholders(filled('Dag {klant}', { ...NAMES, customer: '' }))).toEqual([
      { text: '{klant}', at: 4 },
    ]);
    expect(openPlaceholders(text).map((open) => open.text)).toEqual(['{ordernummer}', '{voornaam}']);
  });

  it('are not looked for in what was filled in', () => {
    expect(filled('{klant}', { ...NAMES, customer: '{bedrijf} $&' })).toBe('{bedrijf} $&');
  });

  it.each([['{}'], ['{ klant }'], ['{"a": 1}'], ['{1}'], ['{klant'], ['klant}'], ['{regel\nregel}']])(
    'are not what stands in %j',
    (text) => expect(openPlaceholders(text)).toEqual([]),
  );

  it('are found in a long text of braces without delay', () => {
    expect(openPlaceholders('{a'.repeat(5_000))).toEqual([]);
  });
});

describe('a shortcut being typed', () => {
  it.each([
    ['/', 1, { at: 0, beginning: '' }],
    ['/Re', 3, { at: 0, beginning: 're' }],
    ['Dag\n/re', 7, { at: 4, beginning: 're' }],
    ['Dag /re en', 7, { at: 4, beginning: 're' }],
    ['en/of', 5, null],
    ['https://x', 9, null],
    ['/re set', 7, null],
    ['/re', 0, null],
    ['', 0, null],
  ])('in %j at %d is %j', (text, caret, typed) => expect(shortcutTyped(text, caret)).toEqual(typed));
});

describe('answers that are offered', () => {
  const answer = (shortcut: string, changes: Partial<CannedAnswer> = {}): CannedAnswer => ({
    id: shortcut,
    isShared: true,
    language: 'nl',
    shortcut,
    title: 'Titel',
    text: 'Tekst',
    ending: null,
    ...changes,
  });
  const ids = (answers: readonly CannedAnswer[]) => answers.map(({ id }) => id);

  it('speak the customer’s language and begin with what is typed, the whole shortcut first', () => {
    const answers = [
      answer('reset-tv'),
      answer('reset'),
      answer('resets', { language: 'en' }),
      answer('dag'),
    ];
    expect(ids(offeredAnswers(answers, 'nl', 'reset'))).toEqual(['reset', 'reset-tv']);
    expect(ids(offeredAnswers(answers, 'nl', ''))).toEqual(['reset-tv', 'reset', 'dag']);
  });

  it('are few', () => {
    const many = Array.from({ length: 60 }, (_, n) => answer(`s${n}`));
    expect(offeredAnswers(many, 'nl', 's')).toHaveLength(6);
    expect(findAnswers(many, 'nl', '')).toHaveLength(50);
  });

  it('are found by words of title, text and shortcut, without accents, those in the other language last', () => {
    const answers = [
      answer('hi', { language: 'en', title: 'Coordinator' }),
      answer('dag', { title: 'De coördinator belt', text: 'Wij bellen u terug.' }),
      answer('x'),
    ];
    expect(ids(findAnswers(answers, 'nl', 'COORDINATOR'))).toEqual(['dag', 'hi']);
    expect(ids(findAnswers(answers, 'nl', 'terug coördi'))).toEqual(['dag']);
    expect(ids(findAnswers(answers, 'nl', '/da'))).toEqual(['dag']);
  });
});
