import { describe, expect, test } from 'vitest';
import type { AnswerSource, OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { safeLink } from '../../../../channels/page/safe-link.js';
import { renderMessage } from '../../../../channels/webchat/render-message.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { inWords } from '../../../support/in-words.js';
import { firstLost, lettersOf, outgoingMessages } from '../../../support/outgoing-messages.js';
import { properties, runs } from '../../../support/properties.js';

const plain: OutgoingMessage = {
  speaker: { kind: 'bot', name: 'Robin' },
  ...inWords('Hallo'),
  isQuote: false,
  language: 'nl',
  more: null,
  source: null,
  choices: [],
  feedback: null,
  status: null,
};
const source: AnswerSource = {
  itemId: 'sample:1',
  question: 'Hoe zet ik wifi-bellen aan?',
  author: 'Pieter_K',
  authorRank: 'Superuser',
  answeredAt: '2025-03-03T10:00:00.000Z',
  url: 'https://community.zwaluw.example/t/12#a3',
  licence: null,
  language: 'nl',
  line: 'Antwoord van Pieter_K (Superuser), 3 maart 2025',
  linkTitle: 'Naar de community',
  ageNote: null,
};
const feedback = {
  question: 'Heeft dit geholpen?',
  yes: { title: 'Ja', value: { action: 'feedback', turnId: 't1', isHelpful: true } },
  no: { title: 'Nee', value: { action: 'feedback', turnId: 't1', isHelpful: false } },
} as const;
const textOf = (changes: Partial<OutgoingMessage>) => rendered({ ...plain, ...changes })?.text;

/** The one activity of a message. */
function rendered(message: OutgoingMessage) {
  const activities = renderMessage(message);
  expect(activities).toHaveLength(1);
  return activities[0];
}

describe('render message', () => {
  test('says words as Markdown, with speaker and language', () => {
    expect(rendered(plain)).toEqual({
      type: 'message',
      from: { id: 'bot', name: 'Robin', role: 'bot' },
      text: 'Hallo',
      textFormat: 'markdown',
      locale: 'nl',
      speak: 'Hallo.',
      inputHint: 'acceptingInput',
      channelData: { message: plain },
    });
  });

  test('names the agent who speaks above the words and under an id of their own', () => {
    const by = (name: string) => rendered({ ...plain, speaker: { kind: 'agent', name } });
    expect(by('Sanne')).toMatchObject({ from: { name: 'Sanne', role: 'bot' }, text: '**Sanne**\n\nHallo' });
    expect(by('Sanne')?.from?.id).toMatch(/^agent-[\w-]{12}$/);
    expect(by('Sanne')?.from?.id).toBe(by('Sanne')?.from?.id);
    expect(by('Anouar')?.from?.id).not.toBe(by('Sanne')?.from?.id);
  });

  test('quotes the answer, then source with link, age and question', () => {
    const text = textOf({
      ...inWords('1. Open **Instellingen**\n2. Kies Bellen\n\nKlaar.'),
      isQuote: true,
      source: { ...source, licence: 'CC BY-SA 4.0', ageNote: 'Dit antwoord is van 2019.' },
      feedback,
    });
    expect(text).toBe(
      [
        '**Hoe zet ik wifi-bellen aan?**',
        '',
        '> 1. Open **Instellingen**',
        '> 2. Kies Bellen',
        '> ',
        '> Klaar.',
        '',
        'Antwoord van Pieter_K (Superuser), 3 maart 2025 · CC BY-SA 4.0 · ' +
          '[Naar de community](https://community.zwaluw.example/t/12#a3)',
        '',
        'Dit antwoord is van 2019.',
        '',
        'Heeft dit geholpen?',
      ].join('\n'),
    );
  });

  test('says the whole answer where no link leads to the rest', () => {
    const more = { title: 'Lees meer', ...inWords('Eerste deel. Tweede deel.') };
    const message = { ...inWords('Eerste deel.'), isQuote: true, more };
    const part = textOf({ ...message, source });
    expect(part).toMatch(/^> Eerste deel\.\n/m);
    expect(part).toContain('Dit is een deel van het antwoord');
    expect(textOf({ ...message, more: null, source })).not.toContain('een deel van het antwoord');
    expect(textOf({ ...message, source: { ...source, url: null } })).toMatch(
      /^> Eerste deel\. Tweede deel\.\n/m,
    );
  });

  test('offers feedback and choices as buttons that carry their value', () => {
    const person = { title: 'Praat met iemand', value: { action: 'request-person' } } as const;
    expect(rendered({ ...plain, feedback, choices: [person] })?.suggestedActions).toEqual({
      to: [],
      actions: [feedback.yes, feedback.no, person].map(({ title, value }) => ({
        type: 'messageBack',
        title,
        text: title,
        displayText: title,
        value,
      })),
    });
  });

  test('tells only a status as an event', () => {
    const status = { handoff: 'waiting', agentName: null, queuePosition: 2 } as const;
    expect(rendered({ ...plain, text: '', status })).toMatchObject({
      type: 'event',
      name: 'conversation/status',
      value: status,
      from: { name: 'Robin' },
    });
    expect(rendered({ ...plain, status })?.type).toBe('message');
  });

  test('does not let a name or an address become Markdown or HTML', () => {
    const text = textOf({
      isQuote: true,
      source: {
        ...source,
        line: 'Antwoord van [klik](https://evil.example) <img src=x onerror=alert(1)>',
        url: 'https://community.zwaluw.example/a) [x](javascript:alert(1)',
      },
    });
    expect(text).toContain('[klik\\](https://evil.example) &lt;img src=x onerror=alert(1)>');
    expect(text).toContain('](https://community.zwaluw.example/a%29%20%5Bx%5D%28javascript:alert%281%29)');
  });

  test('is one activity for any message, and keeps it whole', () => {
    const everyMessage = properties(outgoingMessages(), rendered, runs(200));
    everyMessage((message, activity) => {
      expect(rendered(message)).toEqual(activity);
      expect(activity?.channelData).toEqual({ message });
      const { more, source, feedback } = message;
      if (activity?.type === 'event') return;
      const isWhole = more && safeLink(source?.url ?? '') === null;
      const said = [
        source?.question ?? '',
        treeWords((isWhole ? more : message).tree),
        source?.line ?? '',
        source?.ageNote ?? '',
        feedback?.question ?? '',
      ];
      expect(firstLost(lettersOf(...said), lettersOf(activity?.text ?? ''))).toBeNull();
    });
  });
});
