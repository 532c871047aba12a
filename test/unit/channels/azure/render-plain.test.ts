import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { plainTree } from '../../../../bot/said.js';
import { renderPlain } from '../../../../channels/azure/render-plain.js';
import { safeLink } from '../../../../channels/page/safe-link.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { inWords } from '../../../support/in-words.js';
import { firstLost, lettersOf, outgoingMessages } from '../../../support/outgoing-messages.js';
import { properties, runs } from '../../../support/properties.js';
import { AGENT, ANSWER, CHOICES, said } from '../../../support/widget-messages.js';

const textOf = (message: OutgoingMessage) =>
  `\n${renderPlain(message)
    .map(({ text }) => text)
    .join('\n---\n')}\n`;

const everyMessage = properties(outgoingMessages(), renderPlain, runs(300));

describe('a message on any other channel', () => {
  it('says an answer with source, age and question in Markdown', () => {
    expect(textOf(ANSWER)).toBe(`
**Hoe zet ik mijn abonnement over op eSIM?**

> Dat regelt u zelf in _Mijn Zwaluw_:
>${' '}
> 1. Ga naar **Simkaart**.
> 2. Kies **Overstappen naar eSIM**.
> 3. Scan de QR-code met uw nieuwe telefoon.

Dit is een deel van het antwoord; het hele antwoord staat achter de link.

Antwoord van Pieter_K (Superuser), 3 maart 2025 · [Naar de community](https://community.zwaluw.example/t/1#2)

Dit antwoord is ouder dan een jaar. Controleer of het nog klopt.

Helpt dit u verder?

Ja / Nee
`);
  });

  it('lists questions by number, other choices on a line', () => {
    expect(textOf(CHOICES)).toBe(`
Bedoelt u een van deze vragen?

1. Hoe reset ik mijn Zwaluw Box?
2. Hoe krijg ik beter bereik met wifi?
3. Geen van deze

Typ het nummer van uw keuze.
`);
    const choices = [
      { title: 'Ja, graag', value: { action: 'request-person' } },
      { title: 'Nee, dank u', value: { action: 'decline-person' } },
    ] as const;
    expect(textOf(said('Een mens?', { choices }))).toBe('\nEen mens?\n\nJa, graag / Nee, dank u\n');
  });

  it('says what to type where there is one question alone', () => {
    const value = { action: 'pick-item', turnId: 't', itemId: 'a' } as const;
    const choices = [{ title: 'Hoe reset ik mijn Zwaluw Box?', value }];
    const list = '\n\n1. Hoe reset ik mijn Zwaluw Box?\n\n';
    expect(textOf({ ...ANSWER, choices })).toContain(
      `${list}Typ 1 voor deze vraag.\n\nHelpt dit u verder?\n\nJa / Nee\n`,
    );
    expect(textOf({ ...ANSWER, choices, language: 'en' })).toContain(`${list}Type 1 for this question.`);
  });

  it('offers the choices as buttons that post their title', () => {
    const title = 'Hoe zet ik mijn abonnement over op eSIM als ik mijn oude telefoon niet meer heb?';
    const value = { action: 'pick-item', turnId: 't', itemId: 'a' } as const;
    const [activity] = renderPlain({ ...ANSWER, choices: [{ title, value }] });
    expect(activity?.suggestedActions).toEqual({
      to: [],
      actions: [
        { type: 'imBack', title: 'Ja', value: 'Ja' },
        { type: 'imBack', title: 'Nee', value: 'Nee' },
        {
          type: 'imBack',
          title: 'Hoe zet ik mijn abonnement over op eSIM als ik mijn oude telefoon niet…',
          value: title,
        },
      ],
    });
  });

  it('names a person who speaks', () => {
    expect(textOf(said('Ik kijk het na.', { speaker: AGENT }))).toBe(
      '\n**Sanne de Wit**\n\nIk kijk het na.\n',
    );
    expect(renderPlain(said('Ik kijk het na.', { speaker: AGENT }))).toMatchObject([
      { type: 'message', from: { name: 'Sanne de Wit' }, textFormat: 'markdown', locale: 'nl' },
    ]);
  });

  it('of a person comes as it was typed', () => {
    const typed = 'Mail info@zwaluw.nl (klant 12-34), kosten: ~5 euro* of 2 x 3 = 6!';
    const message = said(typed, { speaker: AGENT, tree: plainTree(typed) });
    expect(textOf(message)).toBe(`\n**Sanne de Wit**\n\n${typed}\n`);
  });

  it('lets nothing of a community act', () => {
    const text = '<img src=x> <@U1> <!channel> `<!here|x>` \\![x](https://a.example/p.png)';
    const source = ANSWER.source && {
      ...ANSWER.source,
      question: '<!channel>',
      line: '<b>',
      linkTitle: '](https://b.example)',
    };
    const shown = textOf({ ...ANSWER, ...inWords(text), source, feedback: null });
    expect(shown).toContain('**&lt;!channel>**');
    expect(shown).toContain(
      '> &lt;img src=x> &lt;@U1> &lt;!channel> `<\u2060!here|x>` \\![x](https://a.example/p.png)',
    );
    expect(shown).toContain('&lt;b> · [\\](https://b.example)](https://community.zwaluw.example/t/1#2)');
  });

  it('that says nothing is an event with the status', () => {
    const status = { handoff: 'waiting', agentName: null, queuePosition: 2 } as const;
    expect(renderPlain(said('', { speaker: AGENT, status }))).toMatchObject([
      { type: 'event', name: 'conversation/status', value: status },
    ]);
  });

  it('loses no words, keeps their order and fits', () => {
    everyMessage((message, parts) => {
      const words = lettersOf(...parts.map(({ text = '' }) => text));
      const { more, source, feedback } = message;
      const isWhole = more && safeLink(source?.url ?? '') === null;
      const said = [
        source?.question ?? '',
        treeWords((isWhole ? more : message).tree),
        source?.line ?? '',
        source?.ageNote ?? '',
        feedback?.question ?? '',
        feedback?.no.title ?? '',
      ];
      expect(firstLost(lettersOf(...said), words)).toBeNull();
      for (const { title } of message.choices) expect(words).toContain(lettersOf(title));
      expect(parts.length).toBeGreaterThan(0);
      for (const { text = '' } of parts) expect(text.length).toBeLessThanOrEqual(4_000);
    });
  });

  it('has buttons on its last part alone, each a title', () => {
    everyMessage((message, parts) => {
      expect(renderPlain(message)).toEqual(parts);
      for (const part of parts.slice(0, -1)) expect(part.suggestedActions).toBeUndefined();
      const { actions } = (parts.at(-1)?.suggestedActions ?? { actions: [] }) as {
        actions: { title: string; value: string }[];
      };
      const titles = [message.feedback?.yes, message.feedback?.no, ...message.choices].map((choice) =>
        lettersOf(choice?.title ?? ''),
      );
      for (const { title, value } of actions) {
        expect(title.length).toBeLessThanOrEqual(75);
        expect(titles).toContain(lettersOf(value));
      }
    });
  });
});
