import { describe, expect, it } from 'vitest';
import type { AnswerSource, Choice, OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { createRenderer } from '../../../../channels/teams/render-message.js';
import { inWords } from '../../../support/in-words.js';
import { cardOf, nodesIn, shownWords, submitted } from './shown-words.js';

const render = createRenderer({ hasAiLabel: true });

const source: AnswerSource = {
  itemId: 'i1',
  question: 'Hoe stel ik mijn *modem* opnieuw in?',
  author: 'Pieter_K',
  authorRank: 'Superuser',
  answeredAt: '2023-03-03T10:00:00.000Z',
  url: 'https://community.example/t/42',
  licence: 'CC BY-SA 4.0',
  language: 'nl',
  line: 'Antwoord van Pieter_K (Superuser), 3 maart 2023',
  linkTitle: 'Naar de community',
  ageNote: 'Dit antwoord is uit 2023. Misschien klopt niet alles meer.',
};

const item = (title: string, itemId: string): Choice => ({
  title,
  value: { action: 'pick-item', turnId: 't1', itemId },
});

function say(text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    speaker: { kind: 'bot', name: 'Zwaluw-assistent' },
    ...inWords(text),
    isQuote: false,
    language: 'nl',
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: null,
    ...more,
  };
}

const answer = say('Druk **vijf tellen** op:\n\n1. Reset\n2. Aan', {
  isQuote: true,
  source,
  more: { title: 'Lees verder', ...inWords('Druk **vijf tellen** op:\n\n1. Reset\n2. Aan\n\nEn wacht dan.') },
  choices: [item('Waarom knippert het lampje van mijn modem rood na een storing?', 'i2')],
  feedback: {
    question: 'Heeft dit u geholpen?',
    yes: { title: 'Ja', value: { action: 'feedback', turnId: 't1', isHelpful: true } },
    no: { title: 'Nee', value: { action: 'feedback', turnId: 't1', isHelpful: false } },
  },
});

describe('an answer in Teams', () => {
  it('is a text first: question, quotation with its mark, feedback', () => {
    const [text] = render(answer);
    expect(text?.text).toBe(
      [
        '**Hoe stel ik mijn \\*modem\\* opnieuw in?**',
        '',
        '> Druk **vijf tellen** op:',
        '> ',
        '> 1. Reset',
        '> 2. Aan',
        '> ',
        '> [1]',
        '',
        '_Heeft dit u geholpen?_',
      ].join('\n'),
    );
    expect(text?.textFormat).toBe('markdown');
    expect(text?.attachments).toBeUndefined();
  });

  it('cites its source once, with the label of the setting', () => {
    const [text] = render(answer);
    expect(text?.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Hoe stel ik mijn *modem* opnieuw in?',
              abstract: 'Druk vijf tellen op: 1. Reset 2. Aan',
              url: 'https://community.example/t/42',
              keywords: ['Pieter_K', 'Superuser'],
            },
          },
        ],
      },
    ]);
    const [unlabelled] = createRenderer({ hasAiLabel: false })(answer);
    expect(nodesIn(unlabelled?.entities)[0]).not.toHaveProperty('additionalType');
  });

  it('asks for feedback by the thumbs of Teams', () => {
    expect(render(answer).map(({ channelData }) => channelData)).toEqual([
      { feedbackLoop: { type: 'default' } },
      undefined,
    ]);
  });

  it('has a card with source, link, whole answer and choices', () => {
    const [, second, ...others] = render(answer);
    expect(others).toEqual([]);
    expect(second?.text).toBeUndefined();
    const card = cardOf(second);
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'nl' });
    expect(shownWords([{ type: 'message', attachments: second?.attachments ?? [] }]).trim()).toBe(
      [
        'Antwoord van Pieter_K (Superuser), 3 maart 2023 · CC BY-SA 4.0',
        'Dit antwoord is uit 2023. Misschien klopt niet alles meer.',
        'Waarom knippert het lampje van mijn modem rood na een storing?',
        'Waarom knippert het lampje van mijn modem rood na een storing?',
        'Naar de community https://community.example/t/42',
        'Lees verder Druk  vijf tellen  op: 1. Reset 2. Aan En wacht dan.',
      ].join(' '),
    );
    expect(submitted(render(answer))).toEqual([
      {
        action: 'pick-item',
        turnId: 't1',
        itemId: 'i2',
        title: 'Waarom knippert het lampje van mijn modem rood na een storing?',
      },
    ]);
  });

  it('takes a mark that the words do not hold themselves', () => {
    const [text] = render({ ...answer, ...inWords('Zie [1] en stap [2].') });
    expect(text?.text).toContain('> Zie [1] en stap [2]. [3]');
    expect(nodesIn(text?.entities)).toContainEqual(expect.objectContaining({ position: 3 }));
  });

  it('names a source without an address and links to none', () => {
    const activities = render({ ...answer, source: { ...source, url: null } });
    expect(JSON.stringify(activities)).not.toContain('community.example');
    expect(nodesIn(activities)).toContainEqual(expect.objectContaining({ '@type': 'DigitalDocument' }));
  });

  it('follows no address but http and https', () => {
    const activities = render({ ...answer, source: { ...source, url: 'javascript:alert(1)' } });
    expect(JSON.stringify(activities)).not.toContain('javascript:');
  });

  it('says the whole answer at once where no card can hold it', () => {
    const whole = Array.from({ length: 900 }, (_, index) => `Stap ${index} is een regel.`).join('\n\n');
    const activities = render({ ...answer, more: { title: 'Lees verder', ...inWords(whole) } });
    expect(activities.length).toBeGreaterThan(2);
    expect(JSON.stringify(activities)).not.toContain('Lees verder');
    expect(shownWords(activities)).toContain('Stap 899 is een regel.');
    const parts = activities.filter(({ text }) => text !== undefined);
    expect(parts.map(({ entities }) => nodesIn(entities).some((node) => 'citation' in node))).toEqual(
      parts.map((_, index) => index === parts.length - 1),
    );
  });
});

describe('choices in Teams', () => {
  const question = say('Bedoelt u een van deze vragen?', {
    choices: [
      item('Hoe zeg ik mijn abonnement op als ik binnenkort ga verhuizen naar het buitenland?', 'i1'),
      item('Hoe verhuis ik mijn abonnement?', 'i2'),
      { title: 'Geen van deze', value: { action: 'none-of-these', turnId: 't1' } },
    ],
  });

  it('are one card with the question, nothing beside it', () => {
    const activities = render(question);
    expect(activities).toHaveLength(1);
    expect(activities[0]).not.toHaveProperty('text');
    expect(activities[0]).not.toHaveProperty('suggestedActions');
    expect(activities[0]?.summary).toMatch(/^Bedoelt u een van deze vragen\?/);
  });

  it('are whole lines where a button would cut one of them, buttons else', () => {
    const body = cardOf(render(question)[0])?.body as { type: string }[];
    expect(body.map(({ type }) => type)).toEqual(['RichTextBlock', 'Container', 'Container', 'ActionSet']);
  });

  it('can be read where the card cannot be shown', () => {
    expect(cardOf(render(question)[0])?.fallbackText).toBe(
      [
        'Bedoelt u een van deze vragen?',
        '– Hoe zeg ik mijn abonnement op als ik binnenkort ga verhuizen naar het buitenland?',
        '– Hoe verhuis ik mijn abonnement?',
        '– Geen van deze',
      ].join('\n'),
    );
  });

  it('give way to the one that was tapped', () => {
    const [settled, ...others] = render({ ...question, chosen: 'Geen van deze' });
    expect(others).toEqual([]);
    expect(submitted(settled ? [settled] : [])).toEqual([]);
    expect(shownWords(settled ? [settled] : []).trim()).toBe(
      'Bedoelt u een van deze vragen? ✓ Geen van deze',
    );
  });

  it('leave link and whole answer below an answer when tapped', () => {
    const before = render(answer);
    const after = render({ ...answer, chosen: 'Nog iets' });
    expect(after).toHaveLength(before.length);
    expect(after[0]).toEqual(before[0]);
    expect(cardOf(after[1])?.actions).toEqual(cardOf(before[1])?.actions);
  });
});

describe('a hand-off in Teams', () => {
  const waiting = (place: number, text: string) =>
    say(text, {
      choices: [{ title: 'Stop met wachten', value: { action: 'cancel-request' } }],
      status: { handoff: 'waiting', agentName: null, queuePosition: place },
      collapseKey: 'queue-place',
    });

  it('is a card that tells the place and lets one stop', () => {
    const activities = render(waiting(3, 'U bent nummer 3 in de rij.'));
    expect(activities).toHaveLength(1);
    expect(shownWords(activities).trim()).toBe(
      'In de wachtrij: nummer 3 U bent nummer 3 in de rij. Stop met wachten',
    );
    expect(submitted(activities)).toEqual([{ action: 'cancel-request', title: 'Stop met wachten' }]);
  });

  it('has one shape, so that news takes the place of news', () => {
    const shape = (message: OutgoingMessage) => render(message).map((activity) => nodesIn(activity).length);
    expect(shape(waiting(3, 'U bent nummer 3 in de rij.'))).toEqual(
      shape(waiting(1, 'U bent als eerste aan de beurt.')),
    );
  });

  it('names the agent who took over, in the language of the customer', () => {
    const joined = say('Sanne takes over. You are talking to a person now.', {
      language: 'en',
      status: { handoff: 'with-agent', agentName: 'Sanne', queuePosition: null },
    });
    expect(shownWords(render(joined)).trim()).toMatch(/^Talking to Sanne Sanne takes over\./);
  });

  it('says its end in words alone', () => {
    const solved = say('Het gesprek is afgerond.', {
      status: { handoff: 'solved', agentName: null, queuePosition: null },
    });
    expect(render(solved)).toEqual([
      { type: 'message', text: 'Het gesprek is afgerond.', textFormat: 'markdown', locale: 'nl' },
    ]);
  });

  it('tells nobody of a status without words', () => {
    const status = { handoff: 'waiting', agentName: null, queuePosition: 2 } as const;
    expect(render(say('', { status }))).toEqual([
      expect.objectContaining({ type: 'event', name: 'conversation/status', value: status }),
    ]);
  });
});

describe('words in Teams', () => {
  it('begin with the name of an agent', () => {
    const [text] = render(
      say('Goedemiddag\\!  \nIk kijk het na\\.', {
        speaker: { kind: 'agent', name: 'Sanne_de *Wit*' },
        status: { handoff: 'with-agent', agentName: 'Sanne_de *Wit*', queuePosition: null },
      }),
    );
    expect(text?.text).toBe('**Sanne_de \\*Wit\\***\n\nGoedemiddag!  \nIk kijk het na.');
  });

  it.each([
    ['# Kop met **vet**', '**Kop met vet**'],
    ['a <b>x</b> & c \\&lt;', 'a &lt;b>x&lt;/b> & c &amp;lt;'],
    ['\\# geen kop', '\\# geen kop'],
    ['1\\. geen lijst', '1\\. geen lijst'],
    ['`code` en [link](https://a.example/x_(1))', '`code` en [link](https://a.example/x_%281%29)'],
    ['```\na\n\nb\n```', '```\na\n\nb\n```'],
    ['- een\n  - twee\n- drie', '- een\n\n  - twee\n- drie'],
    ['![de kaart](https://a.example/p.png)', '[de kaart](https://a.example/p.png)'],
  ])('write %j as Teams reads it', (markdown, shown) => {
    expect(render(say(markdown)).map(({ text }) => text)).toEqual([shown]);
  });

  it('show no control characters and no halves of characters', () => {
    const [text] = render(say('a\u0001b\u001bc \ud83d d'));
    expect(text?.text).toBe('abc \ufffd d');
  });
});
