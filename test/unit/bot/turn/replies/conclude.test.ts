import { describe, expect, it } from 'vitest';
import type { HandoffState } from '../../../../../bot/contracts/messages.js';
import {
  apologise,
  conclude,
  decide,
  searchFor,
  startState,
  understand,
  welcome,
} from '../../../../../bot/turn/turn.js';
import { parseAnswer } from '../../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../../index/answers/tree-words.js';
import { facts, hit, item, result } from '../made-up.js';

const state = { ...startState('nl-NL'), hasGreeted: true };
const tap = (
  value: Parameters<typeof understand>[0]['value'],
  before = state,
  handoff: HandoffState = 'with-bot',
) => understand({ text: '', value, hasAttachments: false, locale: null }, before, handoff);

describe('welcome', () => {
  it('says once that this is a bot', () => {
    const first = welcome(startState('en-GB'), facts());
    expect(first.messages.map(({ text }) => text)).toEqual([
      'Hello! I am Robin, the chatbot of Voorbeeld. I look up answers that other customers gave before. Please ask your question in your own words. Would you rather talk to a person? Type "agent".',
    ]);
    expect(welcome(first.state, facts()).messages).toEqual([]);
  });

  it('takes no mark of the names it is given for one', () => {
    const [message] = welcome(
      startState('nl'),
      facts({ botName: '**[Bot](x)**', companyName: '<b>' }),
    ).messages;
    expect(message?.tree).toEqual(parseAnswer(message?.text ?? ''));
    expect(treeWords(message?.tree ?? [])).toContain('Ik ben **[Bot](x)**, de chatbot van <b>.');
  });
});

describe('apologise', () => {
  it('offers a person', () => {
    const outcome = apologise(state, facts());
    expect(outcome.decision).toEqual({ kind: 'apologise' });
    expect(outcome.messages[0]?.choices.map(({ value }) => value.action)).toEqual([
      'request-person',
      'decline-person',
    ]);
    expect(outcome.handoff).toMatchObject({ move: 'offer', reason: 'failure' });
  });

  it('keeps the place of somebody who waits', () => {
    const outcome = apologise(state, facts({ handoff: 'waiting', queuePosition: 4 }));
    expect(outcome.handoff).toBeNull();
    expect(outcome.messages[0]?.text).toMatch(/u staat nog in de rij. U bent nummer 4 in de rij/);
  });

  it('follows a question that could not be searched', () => {
    const understanding = understand(
      { text: 'wifi is traag', value: null, hasAttachments: false, locale: null },
      state,
      'with-bot',
    );
    expect(decide(understanding, state, null, facts())).toEqual({ kind: 'apologise' });
  });
});

describe('a request for a person', () => {
  it('needs no search to succeed', () => {
    const understanding = understand(
      { text: 'medewerker', value: null, hasAttachments: false, locale: null },
      { ...state, question: 'wifi' },
      'with-bot',
    );
    expect(searchFor(understanding, { ...state, question: 'wifi' })).toMatchObject({ isOptional: true });
    expect(decide(understanding, state, null, facts())).toEqual({ kind: 'hand-over', reason: 'asked' });
  });

  it('tells the place, what the agent sees, and how to stop', () => {
    const understanding = tap({ action: 'request-person' });
    const { messages } = conclude(
      { kind: 'hand-over', reason: 'asked' },
      understanding,
      state,
      facts({ queuePosition: 3 }),
      null,
    );
    expect(messages[0]?.text).toBe(
      'Natuurlijk, ik verbind u met een medewerker. U bent nummer 3 in de rij. De medewerker leest dit hele gesprek. U hoeft dus niets te herhalen.',
    );
    expect(messages[0]?.status).toEqual({ handoff: 'waiting', agentName: null, queuePosition: 3 });
    expect(messages[0]?.choices.map(({ value }) => value.action)).toEqual(['cancel-request']);
  });
});

describe('a tapped question', () => {
  const value = { action: 'pick-item', turnId: 't0', itemId: 'mesh' } as const;
  const open = { ...state, question: 'boven slecht', openChoices: [{ title: 'Vraag over mesh?', value }] };

  it('is searched as it was shown and answered whatever its probability', () => {
    const understanding = tap(value, open);
    expect(searchFor(understanding, open)?.text).toBe('Vraag over mesh?');
    const found = result(hit('tv', 0.9), hit('mesh', 0.1));
    expect(decide(understanding, open, found, facts())).toMatchObject({
      kind: 'answer',
      hit: { item: { id: 'mesh' } },
    });
  });

  it('is answered whole where the search does not find it', () => {
    const decision = decide(tap(value), state, null, facts({ findItem: (id) => item(id) }));
    expect(decision).toMatchObject({ kind: 'answer', hit: { isPart: false } });
  });

  it('that left the release leads to a person', () => {
    expect(decide(tap(value), state, null, facts())).toEqual({ kind: 'offer-person', reason: 'not-sure' });
  });
});

describe('an open offer', () => {
  it.each(['offered', 'expired'] as const)('that is %s lapses when the bot answers', (handoff) => {
    const understanding = understand(
      { text: 'vraag over mesh', value: null, hasAttachments: false, locale: null },
      state,
      handoff,
    );
    const found = result(hit('mesh', 0.9));
    const known = facts({ handoff });
    const outcome = conclude(decide(understanding, state, found, known), understanding, state, known, found);
    expect(outcome.handoff).toMatchObject({ move: 'decline' });
  });

  it('of "keep waiting" after nobody was free is a request', () => {
    const understanding = tap({ action: 'request-person' }, state, 'expired');
    expect(decide(understanding, state, null, facts({ handoff: 'expired' }))).toEqual({
      kind: 'hand-over',
      reason: 'asked',
    });
  });
});
