import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../../../bot/contracts/messages.js';
import type { Decision } from '../../../../../../bot/turn/contracts.js';
import { conclude, decide, startState, understand } from '../../../../../../bot/turn/turn.js';
import { parseAnswer } from '../../../../../../index/answers/parse-answer.js';
import type { Hit } from '../../../../../../index/contracts/search.js';
import { facts, hit, result } from '../../made-up.js';

function answer(
  found: Hit[],
  text: string,
  hasGreeted = true,
): { decision: Decision; messages: readonly OutgoingMessage[] } {
  const state = { ...startState('nl'), hasGreeted };
  const understanding = understand(
    { text, value: null, hasAttachments: false, locale: 'nl' },
    state,
    'with-bot',
  );
  const hits = result(...found);
  return conclude(decide(understanding, state, hits, facts()), understanding, state, facts(), hits);
}

describe('an answer', () => {
  it('is the passage, quoted, with the whole behind it', () => {
    const [message, ...others] = answer([hit('mesh', 0.9)], 'vraag over mesh').messages;
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      speaker: { kind: 'bot', name: 'Robin' },
      text: 'Antwoord over mesh.',
      isQuote: true,
      more: { title: 'Lees verder', text: 'Antwoord over mesh. En nog meer daarover.' },
      feedback: { question: 'Heeft dit u geholpen?' },
    });
  });

  it('says first what of the question it does not mention, and lets the customer say that it matters', () => {
    const found = { ...hit('mesh', 0.9), unmentioned: ['TV-204', 'Spanje'] };
    const [lead, quotation] = answer([found], 'werkt mesh met TV-204 in Spanje').messages;
    expect(lead?.text).toBe('Dit antwoord zegt niets over TV-204 of Spanje.');
    expect(quotation?.isQuote).toBe(true);
    expect(quotation?.choices).toEqual([
      {
        title: 'Het gaat mij wel om TV-204 en Spanje',
        value: { action: 'feedback', turnId: expect.any(String), isHelpful: false },
      },
    ]);
  });

  it('never lets a word of the customer format its own line', () => {
    const found = { ...hit('mesh', 0.6), unmentioned: ['*a*_b_'] };
    const [lead] = answer([found], 'vraag over mesh *a*_b_').messages;
    expect(lead?.text).toContain('zegt niets over \\*a\\*\\_b\\_.');
  });

  it('comes with its tree, and with that of the whole, for channels that parse nothing', () => {
    const trees = { passage: parseAnswer('Antwoord over mesh.'), whole: parseAnswer('Antwoord. En meer.') };
    const [message] = answer([{ ...hit('mesh', 0.9), trees }], 'vraag over mesh').messages;
    expect(message?.tree).toBe(trees.passage);
    expect(message?.more?.tree).toBe(trees.whole);
  });

  it('names author, rank, date and link', () => {
    const [message] = answer([hit('mesh', 0.9)], 'vraag over mesh').messages;
    expect(message?.source).toEqual({
      itemId: 'mesh',
      question: 'Vraag over mesh?',
      author: 'Pieter_K',
      authorRank: 'Superuser',
      answeredAt: '2026-03-03T10:00:00Z',
      url: 'https://community.example/t/mesh',
      licence: null,
      language: 'nl',
      line: 'Antwoord van Pieter_K (Superuser), 3 maart 2026',
      linkTitle: 'Naar de community',
      ageNote: null,
    });
  });

  it.each([
    ['2024-05-31T12:00:00Z', 'Dit antwoord is uit 2024. Misschien klopt niet alles meer.'],
    ['2024-06-02T12:00:00Z', null],
    [null, null],
    ['gisteren', null],
  ])('written at %s has the warning %s', (answeredAt, ageNote) => {
    const [message] = answer([hit('mesh', 0.9, { answeredAt })], 'vraag over mesh').messages;
    expect(message?.source?.ageNote).toBe(ageNote);
  });

  it('drops a link that is not https', () => {
    const [message] = answer([hit('mesh', 0.9, { url: 'javascript:alert(1)' })], 'vraag over mesh').messages;
    expect(message?.source?.url).toBeNull();
  });

  it('says its language where it is another', () => {
    const [lead, quotation] = answer([hit('mesh', 0.9, { language: 'en' })], 'vraag over mesh').messages;
    expect(lead?.text).toBe('Dit antwoord is in het Engels.');
    expect(quotation?.source?.language).toBe('en');
  });

  it('in doubt says so and gives up to two alternatives', () => {
    const found = [hit('a', 0.6), hit('b', 0.3), hit('c', 0.2), hit('d', 0.1)];
    const [lead, quotation] = answer(found, 'vraag over a').messages;
    expect(lead?.text).toBe(
      'Dit antwoord past waarschijnlijk bij uw vraag. Bedoelt u iets anders? Kies dan hieronder een vraag.',
    );
    expect(quotation?.choices.map(({ title }) => title)).toEqual(['Vraag over b?', 'Vraag over c?']);
  });

  it('leaves out alternatives that are improbable', () => {
    const { messages } = answer([hit('a', 0.6), hit('b', 0.02)], 'vraag over a');
    expect(messages.at(-1)?.choices).toEqual([]);
  });

  it('is introduced by the bot that was not introduced yet', () => {
    const [intro, quotation] = answer([hit('mesh', 0.9)], 'vraag over mesh', false).messages;
    expect(intro?.text).toBe(
      'Hallo, ik ben Robin, de chatbot van Voorbeeld. Wilt u liever een mens spreken? Typ dan "medewerker".',
    );
    expect(quotation?.isQuote).toBe(true);
  });

  it('is never an item without answer text', () => {
    expect(answer([hit('leeg', 0.95, { answer: '' })], 'vraag over leeg').decision.kind).toBe('offer-person');
  });
});
