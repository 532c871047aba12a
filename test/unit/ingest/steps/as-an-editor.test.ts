import { describe, expect, it } from 'vitest';
import type { ThreadReply } from '../../../../ingest/sources/contracts.js';
import { makeItem } from '../../../../ingest/steps/make-item.js';
import { makeReply, makeThread } from '../make-thread.js';

const RULES = {
  answerRule: { kind: 'accepted', minimumVotes: 3, staffRanks: [] },
  fallbackLanguage: 'nl',
  publicContacts: [],
} as const;

/** What an item shows first, or why there is none. */
function made(replies: readonly Partial<ThreadReply>[], title = 'Hoe maak ik het deksel open?'): string {
  const thread = makeThread({
    format: 'text',
    title,
    language: 'nl',
    asker: 'vrager',
    replies: replies.map((reply, at) =>
      makeReply({
        ...reply,
        id: `r${at + 1}`,
        isAccepted: reply.isAccepted ?? false,
        votes: reply.votes ?? 0,
        createdAt: reply.createdAt ?? `2024-03-0${at + 1}T10:00:00.000Z`,
      }),
    ),
  });
  const result = makeItem(thread, 'forum', RULES);
  return result.kind === 'item' ? result.item.answer : result.reason;
}

const member = (name: string, rank: string | null = null) => ({ name, rank });
const one = (body: string, more: Partial<ThreadReply> = {}) =>
  made([{ body, isAccepted: true, author: member('Ans'), ...more }]);

describe('what is only for the asker', () => {
  it.each([
    ['Je buurman heeft gelijk! Draai het deksel naar links.', 'Draai het deksel naar links.'],
    ['Geen paniek, dat hoort zo. Draai het deksel naar links.', 'Draai het deksel naar links.'],
    ['Draai het deksel naar links. Laat je even weten of het lukt?', 'Draai het deksel naar links.'],
    ['Oef, dat klinkt wel heel naar. Draai het deksel naar links.', 'Draai het deksel naar links.'],
    ['Draai het deksel naar links. Vergeet niet dit antwoord te accepteren.', 'Draai het deksel naar links.'],
    [
      'Draai het deksel naar links. Ik heb je ook een pb gestuurd met de rest.',
      'Draai het deksel naar links.',
    ],
    ['Draai het deksel naar links.\n\nVerstuurd vanaf mijn Fairphone', 'Draai het deksel naar links.'],
    ['Draai het deksel naar links.\n\nMet kookgroet,\nAns', 'Draai het deksel naar links.'],
    ['Draai het deksel naar links :rolling_pin: #koken', 'Draai het deksel naar links'],
    ['Draai het deksel naar links. Tussenstand: ja 61 %, nee 39 %.', 'Draai het deksel naar links.'],
  ])('goes: %s', (body, expected) => {
    expect(one(body)).toBe(expected);
  });

  it('goes where it speaks to somebody else of the thread, and a mention before the answer', () => {
    expect(
      made([
        { body: 'Met een hamer dan maar.', author: member('Bram') },
        {
          body: '@Bram slecht advies, niet doen.\n\n@Bram, leg het deksel eerst in warm water.',
          isAccepted: true,
          author: member('Ans'),
        },
      ]),
    ).toBe('Leg het deksel eerst in warm water.');
  });

  it.each(['Have at hand:', 'Here goes:', 'Succes gegarandeerd zo:'])(
    'stays where it introduces a list: %s',
    (lead) => {
      const list = '- een tang\n- warm water uit de ketel';
      expect(one(`Draai het deksel naar links. ${lead}\n\n${list}`)).toContain(lead);
      expect(one(`Hoi Bram:\n\nDraai het deksel naar links.`)).toBe('Draai het deksel naar links.');
    },
  );

  it('stays where it tells what to do', () => {
    const body = 'Vraag uw buurman om een tang en draai het deksel naar links.';
    expect(one(body)).toBe(body);
  });
});

describe("what the forum's page adds", () => {
  it.each([
    '#7 · di 12 mrt 2024, 14:22 · Berichten: 88',
    'Citeren | Melden | Omhoog',
    'Laatst bewerkt door Ans op 12-03-2024 14:22',
    'Pagina 2 van 5',
    'deksel.png (84.2 KiB) 131 keer bekeken',
    '12 people like this',
  ])('goes: %s', (line) => {
    expect(one(`Draai het deksel naar links.\n\n${line}`)).toBe('Draai het deksel naar links.');
  });
});

describe('which reply answers', () => {
  const tips = {
    body: 'Leg het deksel vijf minuten in warm water en draai het naar links.',
    author: member('Bram'),
  };

  it.each(['Dit dus ^^', 'Top, bedankt Bram!', 'Dank allen, het is gelukt.'])(
    'is the one before "%s"',
    (body) => {
      expect(made([tips, { body, isAccepted: true, author: member('vrager') }])).toBe(tips.body);
    },
  );

  it('is a later one that far more people voted for', () => {
    const accepted = { body: 'Gewoon hard trekken.', isAccepted: true, votes: 2, author: member('Ans') };
    expect(made([accepted, { ...tips, votes: 19 }])).toBe(tips.body);
    expect(made([accepted, { ...tips, votes: 5 }])).toBe(accepted.body);
  });

  it('is that of the company where the accepted one guesses', () => {
    const accepted = { body: 'Volgens mij moet je trekken.', isAccepted: true, author: member('Ans') };
    expect(made([accepted, { ...tips, author: member('Joke', 'Medewerker') }])).toBe(tips.body);
  });

  it('is the edit above what it takes back', () => {
    const body =
      'EDIT: het deksel is nu van plastic, dus nooit meer in warm water.\n\nOude tekst: leg het in warm water.';
    expect(one(body)).not.toContain('leg het in warm water');
  });

  it('is told with what its author adds soon after', () => {
    const result = makeItem(
      makeThread({
        format: 'text',
        replies: [
          makeReply({
            id: 'r1',
            isAccepted: true,
            body: tips.body,
            author: member('Bram'),
            createdAt: '2024-03-01T10:00:00.000Z',
          }),
          makeReply({
            id: 'r2',
            isAccepted: false,
            body: 'Oja, vergeten: droog je handen goed af.',
            author: member('Bram'),
            createdAt: '2024-03-01T11:00:00.000Z',
          }),
        ],
      }),
      'forum',
      RULES,
    );
    expect(result).toMatchObject({
      item: { additions: [{ text: 'Oja, vergeten: droog je handen goed af.' }] },
    });
  });

  it('is none while members name different prices, until somebody of rank decides', () => {
    const accepted = { body: 'Een nieuw deksel kost € 4.', isAccepted: true, author: member('Ans') };
    const other = { body: 'Dat klopt niet, ik betaalde € 9.', author: member('Bram') };
    const decided = {
      body: 'Een los deksel kost € 4, met ring is het € 9.',
      author: member('Joke', 'Moderator'),
    };
    expect(made([accepted, other])).toBe('contradicted');
    expect(made([accepted, other, decided])).not.toBe('contradicted');
  });

  it('may be of somebody with a hyphen in their name', () => {
    const accepted = { body: 'Draai het deksel naar links.', isAccepted: true, author: member('Ans-Marie') };
    const later = {
      body: 'Dat klopt niet meer, draai het deksel sinds 2024 naar rechts.',
      author: member('Jan-Kees', 'Expert'),
    };
    expect(made([accepted, later])).toContain('naar rechts');
  });
});

describe('what others see of an answer', () => {
  it('does not deny what stands above it', () => {
    const accepted = { body: 'Draai het deksel naar links.', isAccepted: true, author: member('Ans') };
    const better = 'Nee hoor, dat klopt niet: draai het deksel altijd naar rechts, ook bij oude potten.';
    const shown = made([accepted, { body: better, author: member('Bram', 'Moderator'), votes: 20 }]);
    expect(shown).toContain('naar rechts');
    expect(shown).not.toContain('klopt niet');
  });

  it('leaves the old text below an update', () => {
    const shown = one(
      'UPDATE juni 2024: draai het deksel voortaan naar rechts.\n\nOud antwoord: draai het naar links.',
    );
    expect(shown).toContain('naar rechts');
    expect(shown).not.toContain('naar links');
  });

  it('is what somebody says in place of what they took back', () => {
    const accepted = { body: 'Draai het deksel naar links.', isAccepted: true, author: member('Ans') };
    const later = {
      body: 'Sorry, ik zat ernaast, het deksel klemt: gebruik een doek en draai naar rechts.',
      author: member('Ans'),
    };
    const shown = made([accepted, later]);
    expect(shown).toContain('gebruik een doek');
    expect(shown).not.toContain('ernaast');
  });
});

describe('what is no answer', () => {
  it.each([
    ['Kun je mij je gegevens in een privébericht sturen?', 'private-reply'],
    ['Ik heb mijn antwoord weggehaald omdat het niet klopte.', 'withdrawn'],
    ['Haha, een koevoet en een blusdeken erbij ;)', 'joke'],
    ['Heeft iemand al een oplossing gevonden?', 'dead-end'],
    ['Ik heb precies hetzelfde probleem sinds dinsdag.', 'dead-end'],
    ['Bedankt allemaal, gelukt!', 'dead-end'],
  ])('%s', (body, reason) => {
    expect(one(body)).toBe(reason);
  });
});
