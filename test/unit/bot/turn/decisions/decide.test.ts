import { describe, expect, it } from 'vitest';
import type { TurnState, Understanding, Wish } from '../../../../../bot/turn/contracts.js';
import { decide, searchFor, startState } from '../../../../../bot/turn/turn.js';
import { facts, hit, result } from '../made-up.js';

const state = startState('nl');
const wants = (wish: Wish): Understanding => ({
  wish,
  mood: 'calm',
  language: 'nl',
  isLanguageKnown: true,
});
const question = wants({ kind: 'question', text: 'wifi traag', isFollowUp: false });
const asked: TurnState = {
  ...state,
  openChoices: [{ title: 'Geen van deze', value: { action: 'none-of-these', turnId: 't0' } }],
};

describe('bands', () => {
  it.each([
    [0.95, 'answer'],
    [0.7, 'answer'],
    [0.699, 'answer-with-doubt'],
    [0.5, 'answer-with-doubt'],
    [0.499, 'ask-back'],
    [0.25, 'ask-back'],
    [0.249, 'offer-person'],
    [0, 'offer-person'],
  ])('a probability of %s leads to "%s"', (probability, kind) => {
    expect(decide(question, state, result(hit('a', probability)), facts()).kind).toBe(kind);
  });

  it('without a hit lead to a person', () => {
    expect(decide(question, state, result(), facts())).toEqual({ kind: 'offer-person', reason: 'no-match' });
  });

  it.each([
    ['what was found is hardly about it', 'no-match', [hit('a', 0.2), hit('b', 0.19)]],
    ['two fit about as well', 'near-tie', [hit('a', 0.4), hit('b', 0.35)]],
    ['one fits best, but not surely', 'not-sure', [hit('a', 0.4), hit('b', 0.1)]],
  ] as const)('a person is offered because %s', (_why, reason, hits) => {
    const asked = { ...state, misses: 2 };
    expect(decide(question, asked, result(...hits), facts())).toEqual({ kind: 'offer-person', reason });
  });

  it('ask back with three questions at most, each once and probable', () => {
    const hits = [
      hit('a', 0.4),
      hit('b', 0.1, { question: 'Vraag over A?' }),
      hit('c', 0.1),
      hit('d', 0.01),
      hit('e', 0.08),
      hit('f', 0.07),
    ];
    const decision = decide(question, state, result(...hits), facts());
    expect(decision.kind === 'ask-back' && decision.options.map(({ item }) => item.id)).toEqual([
      'a',
      'c',
      'e',
    ]);
  });

  it('do not ask back after asking back, nor after two misses', () => {
    const found = result(hit('a', 0.4));
    expect(decide(question, asked, found, facts()).kind).toBe('offer-person');
    expect(decide(question, { ...state, misses: 2 }, found, facts()).kind).toBe('offer-person');
    expect(decide(question, { ...state, misses: 1 }, found, facts()).kind).toBe('ask-back');
  });

  it('do not ask an annoyed customer back', () => {
    const annoyed = { ...question, mood: 'annoyed' } as const;
    const kindAt = (probability: number) =>
      decide(annoyed, state, result(hit('a', probability)), facts()).kind;
    expect(kindAt(0.4)).toBe('offer-person');
    expect(kindAt(0.5)).toBe('answer-with-doubt');
    expect(kindAt(0.7)).toBe('answer');
    expect(decide(annoyed, state, result(hit('a', 0.4)), facts())).toMatchObject({ reason: 'mood' });
  });
});

describe('a text of one word', () => {
  const wifi = wants({ kind: 'question', text: 'wifi!!', isFollowUp: false });

  it('is asked about once, and then offered a person', () => {
    expect(decide(wifi, state, result(hit('a', 0.1)), facts()).kind).toBe('ask-for-words');
    expect(decide(wifi, { ...state, misses: 1 }, result(hit('a', 0.1)), facts()).kind).toBe('offer-person');
    expect(decide({ ...wifi, mood: 'annoyed' }, state, result(), facts()).kind).toBe('offer-person');
  });
});

describe('a question in a language that the model was not tuned on', () => {
  const asks = (foreign: 'pl' | 'de', probability: number) =>
    decide({ ...question, foreign }, state, result(hit('a', probability)), facts()).kind;

  it('is answered only where the answer is sure', () => {
    expect(asks('pl', 0.7)).toBe('answer');
    expect([asks('pl', 0.6), asks('pl', 0.4)]).toEqual(['offer-person', 'offer-person']);
    expect(asks('de', 0.6)).toBe('answer-with-doubt');
  });
});

describe('a company matter', () => {
  const matter = (isClear: boolean) =>
    wants({ kind: 'company-matter', reason: 'account', text: 'mijn factuur', isClear });

  it('goes to a person whatever was found, where it is clear', () => {
    const sure = result(hit('a', 0.99));
    expect(decide(matter(true), state, sure, facts())).toEqual({ kind: 'hand-over', reason: 'account' });
    expect(decide(matter(true), state, null, facts())).toEqual({ kind: 'hand-over', reason: 'account' });
  });

  it('is answered only by a sure answer, where it is not', () => {
    expect(decide(matter(false), state, result(hit('a', 0.7)), facts()).kind).toBe('answer');
    const unsure = decide(matter(false), state, result(hit('a', 0.69)), facts());
    expect(unsure).toEqual({ kind: 'offer-person', reason: 'account' });
    const shown = { ...state, answer: { turnId: 't0', itemId: 'a' } };
    expect(decide(matter(false), shown, result(hit('a', 0.9)), facts()).kind).toBe('offer-person');
  });
});

describe('searchFor', () => {
  const before: TurnState = { ...state, question: 'hoe zet ik roaming aan', rejectedItemIds: ['a'] };

  it('takes the question before along for a follow-up', () => {
    const followUp = wants({ kind: 'question', text: 'en in turkije', isFollowUp: true });
    expect(searchFor(followUp, before)).toEqual({
      text: 'en in turkije',
      withContext: 'hoe zet ik roaming aan en in turkije',
      exclude: ['a'],
      language: 'nl',
      isOptional: false,
    });
  });

  it('takes it along as well where the wording does not tell', () => {
    const fresh = { ...before, rejectedItemIds: [] };
    expect(searchFor(question, fresh)?.withContext).toBe('hoe zet ik roaming aan wifi traag');
    const long = wants({ kind: 'question', text: 'en dan nog iets '.repeat(6), isFollowUp: false });
    expect(searchFor(long, fresh)?.withContext).toBeNull();
    expect(searchFor(question, state)?.withContext).toBeNull();
  });

  it('excludes nothing for a new question', () => {
    expect(searchFor(question, before)).toMatchObject({ withContext: null, exclude: [] });
  });

  it('names the language that the words told, not that of the page', () => {
    const languageOf = (wish: Wish, isLanguageKnown: boolean) =>
      searchFor({ ...wants(wish), isLanguageKnown }, before)?.language;
    const matter = { kind: 'company-matter', reason: 'order', text: 'mijn pakket', isClear: true } as const;
    for (const wish of [question.wish, matter, { kind: 'person', topic: null } as const]) {
      expect(languageOf(wish, true)).toBe('nl');
      expect(languageOf(wish, false)).toBeNull();
    }
    // The title of a choice is the community's.
    const pick = { action: 'pick-item', turnId: 't1', itemId: 'a' } as const;
    expect(languageOf({ kind: 'choice', value: pick }, true)).toBeNull();
  });

  it('leaves out the answer that was rejected', () => {
    const rejecting = wants({
      kind: 'choice',
      value: { action: 'feedback', turnId: 't1', isHelpful: false },
    });
    const answered: TurnState = { ...before, rejectedItemIds: [], answer: { turnId: 't1', itemId: 'b' } };
    expect(searchFor(rejecting, answered)).toMatchObject({ text: 'hoe zet ik roaming aan', exclude: ['b'] });
  });

  it.each(['small-talk', 'yes', 'nothing'] as const)('needs nothing for "%s"', (kind) => {
    const wish = kind === 'small-talk' ? ({ kind, talk: 'thanks' } as const) : { kind };
    expect(searchFor(wants(wish), before)).toBeNull();
  });
});

describe('without an index to search', () => {
  const notReady = facts({ isSearchable: false });

  it.each<[string, Wish]>([
    ['a question', { kind: 'question', text: 'wifi traag', isFollowUp: false }],
    ['a chosen question', { kind: 'choice', value: { action: 'pick-item', itemId: 'a', turnId: 't0' } }],
  ])('%s goes to a person', (_, wish) => {
    expect(decide(wants(wish), state, null, notReady)).toEqual({ kind: 'hand-over', reason: 'not-ready' });
  });

  it('a company matter goes to a person with its own reason', () => {
    const wish: Wish = { kind: 'company-matter', reason: 'order', isClear: false, text: 'mijn pakket' };
    expect(decide(wants(wish), state, null, notReady)).toEqual({ kind: 'hand-over', reason: 'order' });
  });

  it('a search that failed is still an apology', () => {
    expect(decide(question, state, null, facts())).toEqual({ kind: 'apologise' });
  });
});
