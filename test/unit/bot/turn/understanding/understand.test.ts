import { describe, expect, it } from 'vitest';
import type { Choice, HandoffState } from '../../../../../bot/contracts/messages.js';
import type { CustomerInput, TurnState, Wish } from '../../../../../bot/turn/contracts.js';
import { startState, understand } from '../../../../../bot/turn/turn.js';
import { ears } from '../../../../support/ears.js';
import { fc } from '../../../../support/properties.js';

const NONE: Choice = { title: 'Geen van deze', value: { action: 'none-of-these', turnId: 't1' } };
const pick = (id: string, title: string): Choice => ({
  title,
  value: { action: 'pick-item', turnId: 't1', itemId: id },
});
const LISTED = [
  pick('a', 'Hoe reset ik mijn router?'),
  pick('b', 'Wat betekent het rode lampje op mijn router?'),
  pick('c', 'Hoe werkt een mesh punt?'),
];
const OFFERED: Choice[] = [
  { title: 'Ja, graag', value: { action: 'request-person' } },
  { title: 'Nee, dank u', value: { action: 'decline-person' } },
];
const ASKED: Choice[] = [true, false].map((isHelpful) => ({
  title: isHelpful ? 'Ja' : 'Nee',
  value: { action: 'feedback', turnId: 't1', isHelpful },
}));

function read(
  input: string | Partial<CustomerInput>,
  changes: Partial<TurnState> = {},
  handoff: HandoffState = 'with-bot',
) {
  const said = typeof input === 'string' ? { text: input } : input;
  const state = { ...startState('nl'), ...changes };
  return understand(
    { text: '', value: null, hasAttachments: false, locale: null, ...said },
    state,
    handoff,
    ears,
  );
}

const choiceOf = (wish: Wish) => (wish.kind === 'choice' ? wish.value : wish.kind);

describe('open choices', () => {
  const open = [...LISTED, NONE];
  it.each([
    ['1', 'a'],
    ['de eerste', 'a'],
    ['optie 2', 'b'],
    ['the second one', 'b'],
    ['nummer 3', 'c'],
    ['de laatste', 'c'],
    ['hoe reset ik mijn router', 'a'],
    ['wat betekent het rode lampje op de router', 'b'],
  ])('"%s" picks %s', (text, itemId) => {
    expect(choiceOf(read(text, { openChoices: open }).wish)).toEqual({
      action: 'pick-item',
      turnId: 't1',
      itemId,
    });
  });

  it.each(['4', 'geen van deze', 'none of these', 'nee', 'iets anders', 'geen', 'nope'])(
    '"%s" means none of these',
    (text) => {
      expect(choiceOf(read(text, { openChoices: open }).wish)).toEqual(NONE.value);
    },
  );

  it.each(['9', 'ja', 'hoe zet ik mijn tv aan', 'ik heb 3 routers'])('"%s" picks nothing', (text) => {
    expect(read(text, { openChoices: open }).wish.kind).not.toBe('choice');
  });

  it('takes a yes for the only one listed', () => {
    expect(choiceOf(read('ja', { openChoices: [...LISTED.slice(0, 1), NONE] }).wish)).toEqual(
      LISTED[0]?.value,
    );
  });

  it.each([
    ['ja', 'request-person'],
    ['ja graag', 'request-person'],
    ['ok', 'request-person'],
    ['doe maar', 'request-person'],
    ['yes please', 'request-person'],
    ['👍', 'request-person'],
    ['nee', 'decline-person'],
    ['nee hoor, bedankt', 'decline-person'],
    ['no thanks', 'decline-person'],
    ['laat maar', 'decline-person'],
  ])('"%s" answers an offer: %s', (text, action) => {
    expect(choiceOf(read(text, { openChoices: OFFERED }).wish)).toEqual({ action });
  });

  it.each([
    ['ja', true],
    ['yes that helped', true],
    ['het werkt weer', true],
    ['gelukt, dank je wel', true],
    ['it works now', true],
    ['nee', false],
    ['dat helpt niet', false],
    ['werkt nog steeds niet', false],
    ['heb ik al geprobeerd', false],
    ["that didn't help", false],
    ['👎', false],
  ])('"%s" is feedback: %s', (text, isHelpful) => {
    expect(choiceOf(read(text, { openChoices: ASKED }).wish)).toEqual({
      action: 'feedback',
      turnId: 't1',
      isHelpful,
    });
  });

  it.each(['mijn tv werkt niet', 'de app werkt nog steeds niet op mijn ipad', 'does it work abroad'])(
    '"%s" is a question, not feedback',
    (text) => {
      expect(read(text, { openChoices: ASKED }).wish.kind).toBe('question');
    },
  );
});

describe('understand', () => {
  it.each([
    ['ja', 'yes'],
    ['nee', 'no'],
    ['', 'nothing'],
    ['???', 'nothing'],
    ['🙏', 'small-talk'],
  ])('"%s" with nothing open is %s', (text, kind) => {
    expect(read(text).wish.kind).toBe(kind);
  });

  it('sees files without words', () => {
    expect(read({ hasAttachments: true }).wish).toEqual({ kind: 'files-only' });
    expect(read({ hasAttachments: true, text: 'wat betekent deze melding' }).wish.kind).toBe('question');
  });

  it('takes a tap as it is, in the language spoken', () => {
    const value = { action: 'request-person' } as const;
    expect(read({ value, text: 'Talk to a person' }, { language: 'nl' })).toEqual({
      wish: { kind: 'choice', value },
      mood: 'calm',
      language: 'nl',
      isLanguageKnown: false,
    });
  });

  it.each([
    ['hallo, mijn wifi doet het niet', 'mijn wifi doet het niet'],
    ['Hoi hoe zet ik voicemail uit? Alvast bedankt!', 'hoe zet ik voicemail uit?'],
    ['ik heb een vraag\nmijn tv geeft code 203\nwat nu', 'mijn tv geeft code 203 wat nu'],
    ['Good morning, no internet here. Thanks', 'no internet here.'],
    ['dag en nacht onbeperkt bellen', 'dag en nacht onbeperkt bellen'],
    ['Wat is http://mijnbox.local?', 'Wat is http://mijnbox.local?'],
    ['wat kost 1,5 GB in de VS', 'wat kost 1,5 GB in de VS'],
  ])('cuts courtesy off: %s', (text, question) => {
    expect(read(text).wish).toMatchObject({ kind: 'question', text: question });
  });

  it('lets the page speak until the customer does', () => {
    expect(read({ text: 'wifi', locale: 'en-GB' }).language).toBe('en');
    expect(read({ text: 'wifi', locale: 'fr-FR' }).language).toBe('en');
    expect(read({ text: 'wifi', locale: 'zh-Hans-CN' }).language).toBe('en');
    expect(read({ text: 'wifi', locale: null }).language).toBe('nl');
    expect(read({ text: 'wifi', locale: 'en-GB' }, { isLanguageKnown: true }).language).toBe('nl');
  });

  it('lets every activity tell the language of the page, and a repetition change nothing', () => {
    const greeted = { hasGreeted: true, pageLanguage: 'nl' } as const;
    expect(read({ text: 'wifi', locale: 'en-GB' }, greeted).language).toBe('en');
    expect(read({ text: 'wifi', locale: 'nl-NL' }, { ...greeted, language: 'en' }).language).toBe('en');
  });

  it.each(['stop met wachten', 'laat maar', 'cancel', 'never mind'])('"%s" leaves the queue', (text) => {
    expect(choiceOf(read(text, {}, 'waiting').wish)).toEqual({ action: 'cancel-request' });
    expect(choiceOf(read(text).wish)).not.toEqual({ action: 'cancel-request' });
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(read(text, { openChoices: [...LISTED, NONE], question: 'wifi' }).wish.kind).toBeTruthy();
      }),
    );
  });

  it.each([
    'bye '.repeat(500),
    '!'.repeat(4000),
    'al '.repeat(2000),
    '<'.repeat(5000),
    'mijn factuur is '.repeat(300),
  ])('reads a hostile text to its end (%#)', (text) => {
    expect(read(`${text}x`).wish.kind).toBeTruthy();
  });
});
