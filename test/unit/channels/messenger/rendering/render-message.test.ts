import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { Choice, OutgoingMessage } from '../../../../../bot/contracts/messages.js';
import { renderMessage } from '../../../../../channels/messenger/rendering/render-message.js';
import { inWords } from '../../../../support/in-words.js';
import { AGENT, ANSWER, CHOICES, said } from '../../../../support/widget-messages.js';

const pick = (title: string, itemId = title): Choice => ({
  title,
  value: { action: 'pick-item', turnId: 't1', itemId },
});
const NONE: Choice = { title: 'Geen van deze', value: { action: 'none-of-these', turnId: 't1' } };
const { source, feedback } = ANSWER;

describe('an answer on Messenger', () => {
  it('reads in Dutch as words, source and question', () => {
    expect(shown(ANSWER)).toBe(`
Dat regelt u zelf in Mijn Zwaluw:
1. Ga naar Simkaart.
2. Kies Overstappen naar eSIM.
3. Scan de QR-code met uw nieuwe telefoon.
---
┌ Hoe zet ik mijn abonnement over op eSIM?
│ Antwoord van Pieter_K (Superuser), 3 maart 2025
└ [Lees verder → https://community.zwaluw.example/t/1#2]
---
Dit antwoord is ouder dan een jaar. Controleer of het nog klopt.

Helpt dit u verder?
(Ja) (Nee)
`);
  });

  it('reads in English with a long question and alternatives', () => {
    const question =
      'Is there a daily price for using the internet on my phone outside of Europe, and where do I see it?';
    const message = said(
      'Turn on `Data roaming` ([all countries](https://zwaluw.example/roaming)):\n\n- EU: *free*',
      {
        language: 'en',
        isQuote: true,
        source: source && {
          ...source,
          question,
          line: 'Answer by Mary_B, 2 June 2021',
          licence: 'CC BY-SA 4.0',
          ageNote: null,
        },
        choices: [pick('What does roaming cost in Turkey?'), pick('Why is my internet slow abroad?')],
        feedback: feedback && {
          question: 'Did this help?',
          yes: { ...feedback.yes, title: 'Yes' },
          no: { ...feedback.no, title: 'No' },
        },
      },
    );
    expect(shown(message)).toBe(`
Turn on Data roaming (all countries: https://zwaluw.example/roaming):
• EU: free
---
┌ “${question}”
│ Answer by Mary_B, 2 June 2021 · CC BY-SA 4.0
└ [Naar de community → https://community.zwaluw.example/t/1#2]
---
1. What does roaming cost in Turkey?
2. Why is my internet slow abroad?

Did this help?
(Yes) (No) (1) (2)
`);
  });

  it('is whole, with its source in words, where no link leads on', () => {
    const message = { ...ANSWER, source: source && { ...source, url: null, ageNote: null } };
    expect(shown(message)).toBe(`
Dat regelt u zelf in Mijn Zwaluw:
1. Ga naar Simkaart.
2. Kies Overstappen naar eSIM.
3. Scan de QR-code met uw nieuwe telefoon.

De QR-code is 14 dagen geldig en u kunt hem één keer gebruiken. Overstappen is gratis.

“Hoe zet ik mijn abonnement over op eSIM?”
Antwoord van Pieter_K (Superuser), 3 maart 2025

Helpt dit u verder?
(Ja) (Nee)
`);
  });

  it('treats an address that is none of the web as no link', () => {
    const parts = renderMessage({ ...ANSWER, source: source && { ...source, url: 'javascript:alert(1)' } });
    expect(parts).toHaveLength(1);
    expect(parts[0]?.text).toContain('Overstappen is gratis.');
    expect(JSON.stringify(parts)).not.toContain('javascript');
  });

  it('says the link bare where no template can hold the source', () => {
    const long = { ...ANSWER, source: source && { ...source, question: 'hoe '.repeat(200) } };
    expect(renderMessage(long)[0]?.text).toContain(
      '\nNaar de community: https://community.zwaluw.example/t/1#2\n',
    );
    const url = `https://community.zwaluw.example/${'t'.repeat(1_000)}`;
    const far = renderMessage({ ...ANSWER, source: source && { ...source, url } });
    expect(far[0]?.text).toContain(`\nNaar de community: ${url}\n`);
  });

  it('is cut between paragraphs, with quick replies on the last part', () => {
    const paragraph = 'Dit is een zin van zo ongeveer zestig tekens, met een punt. '.repeat(15).trim();
    const parts = renderMessage({
      ...ANSWER,
      ...inWords(`${paragraph}\n\n${paragraph}\n\n${paragraph}`),
      source: null,
      more: null,
    });
    expect(parts.map(({ text }) => text)).toEqual([
      `${paragraph}\n\n${paragraph}`,
      `${paragraph}\n\nHelpt dit u verder?`,
    ]);
    expect(parts.map((part) => repliesOf(part).length)).toEqual([0, 2]);
  });
});

describe('choices on Messenger', () => {
  it('read as a numbered list with numbers to tap', () => {
    expect(shown(CHOICES)).toBe(`
Bedoelt u een van deze vragen?

1. Hoe reset ik mijn Zwaluw Box?
2. Hoe krijg ik beter bereik met wifi?
(1) (2) (Geen van deze)
`);
  });

  it('are quick replies alone where all titles fit', () => {
    const choices = [pick('PUK-code kwijt'), pick('Pincode kwijt'), NONE];
    expect(shown(said('Kies:', { choices }))).toBe(
      '\nKies:\n(PUK-code kwijt) (Pincode kwijt) (Geen van deze)\n',
    );
  });

  it('are listed all where one question is too long', () => {
    const choices = [pick('PUK-code kwijt'), pick('Hoe verander ik mijn pincode?'), NONE];
    expect(shown(said('Kies:', { choices }))).toBe(
      '\nKies:\n\n1. PUK-code kwijt\n2. Hoe verander ik mijn pincode?\n(1) (2) (Geen van deze)\n',
    );
  });

  it('carry their value, as long as Messenger takes it', () => {
    const choices = [pick('Kort'), pick('Te veel', 'x'.repeat(1_000))];
    const parts = renderMessage(said('Kies:', { choices }));
    expect(parts[0]?.text).toBe('Kies:\n\n1. Kort\n2. Te veel');
    expect(repliesOf(parts[0]).map(({ title, payload }) => [title, JSON.parse(payload)])).toEqual([
      ['1', { action: 'pick-item', turnId: 't1', itemId: 'Kort' }],
    ]);
  });

  it('of the same title are told apart by number', () => {
    const choices = [pick('Wifi', 'a'), pick('Wifi', 'b')];
    expect(shown(said('Kies:', { choices }))).toBe('\nKies:\n\n1. Wifi\n2. Wifi\n(1) (2)\n');
  });

  it('beyond the 13th are in the list', () => {
    const choices = Array.from({ length: 15 }, (_, index) => pick(`Vraag ${index + 1}`));
    const [part] = renderMessage(said('Kies:', { choices }));
    expect(part?.text).toContain('\n15. Vraag 15');
    expect(repliesOf(part)).toHaveLength(13);
  });

  it('that are no question keep their words, cut on the button', () => {
    const choices: Choice[] = [
      { title: 'Blijf wachten', value: { action: 'request-person' } },
      { title: 'Verder met een medewerker', value: { action: 'decline-person' } },
    ];
    expect(shown(said('En nu?', { choices }))).toBe(
      '\nEn nu?\n\n• Verder met een medewerker\n(Blijf wachten) (Verder met een…)\n',
    );
  });

  it('have a list to hang on where nothing is said', () => {
    expect(shown(said('', { choices: [pick('Wifi')] }))).toBe('\n1. Wifi\n(1)\n');
  });
});

describe('other messages on Messenger', () => {
  it('carry speaker and language', () => {
    expect(renderMessage(said('Hallo \\*Jan\\*!', { speaker: AGENT }))).toEqual([
      {
        type: 'message',
        from: { id: 'agent', name: 'Sanne de Wit', role: 'bot' },
        locale: 'nl',
        textFormat: 'plain',
        text: 'Hallo *Jan*!',
      },
    ]);
  });

  it('that say nothing are an event with the status', () => {
    const status = { handoff: 'waiting', agentName: null, queuePosition: 2 } as const;
    const activities = [said('', { status }), said(' **** ', { status })].map(renderMessage);
    for (const parts of activities) {
      expect(parts).toMatchObject([{ type: 'event', name: 'conversation/status', value: status }]);
    }
  });
});

interface QuickReply {
  readonly title: string;
  readonly payload: string;
}

function repliesOf(activity: Activity | undefined): readonly QuickReply[] {
  const own = activity?.channelData as { quick_replies?: readonly QuickReply[] } | undefined;
  return own?.quick_replies ?? [];
}

/** What the customer sees: bubbles with a line between, cards with an edge, buttons in brackets. */
function shown(message: OutgoingMessage): string {
  const bubbles = renderMessage(message).map((activity) => {
    const replies = repliesOf(activity).map(({ title }) => `(${title})`);
    return [activity.text ?? cardOf(activity), replies.join(' ')].filter((line) => line !== '').join('\n');
  });
  return `\n${bubbles.join('\n---\n')}\n`;
}

interface Button {
  readonly title: string;
  readonly url: string;
}

function cardOf({ channelData }: Activity): string {
  const { payload } = (channelData as { attachment: { payload: Record<string, unknown> } }).attachment;
  const [element = { title: '', subtitle: '', buttons: [] }] = (payload.elements ?? []) as {
    title: string;
    subtitle: string;
    buttons: Button[];
  }[];
  const lines =
    payload.template_type === 'generic' ? [element.title, element.subtitle] : `${payload.text}`.split('\n');
  const buttons = payload.template_type === 'generic' ? element.buttons : (payload.buttons as Button[]);
  return [
    ...lines.map((line, index) => `${index === 0 ? '┌' : '│'} ${line}`),
    `└ ${buttons.map(({ title, url }) => `[${title} → ${url}]`).join(' ')}`,
  ].join('\n');
}
