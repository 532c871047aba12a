import { describe, expect, it } from 'vitest';
import type { ThreadReply } from '../../../../../ingest/sources/contracts.js';
import { makeItem } from '../../../../../ingest/steps/make-item.js';
import { makeReply, makeThread } from '../../make-thread.js';

const RULES = {
  answerRule: { kind: 'accepted-or-outstanding', minimumVotes: 3, staffRanks: [] },
  fallbackLanguage: 'nl',
  publicContacts: [],
} as const;
const TITLE = 'Welke zak hoort in de stofzuiger, en wat kost een filter?';

/** What an item shows, additions behind it, or why there is none. */
function shown(replies: readonly Partial<ThreadReply>[], title = TITLE, body = ''): string {
  const thread = makeThread({
    format: 'text',
    title,
    body,
    language: 'nl',
    asker: 'vrager',
    replies: replies.map((reply, at) =>
      makeReply({
        isAccepted: false,
        votes: 0,
        author: { name: `lid${at}`, rank: null },
        createdAt: `2024-03-0${at + 1}T10:00:00.000Z`,
        ...reply,
        id: `r${at + 1}`,
      }),
    ),
  });
  const result = makeItem(thread, 'forum', RULES);
  if (result.kind !== 'item') return result.reason;
  return [result.item.answer, ...(result.item.additions ?? []).map(({ text }) => text)].join(' + ');
}

const BAG = 'De stofzuiger neemt zakken van type G, die staan onder het deksel vermeld.';
const asker = { name: 'vrager', rank: null };

describe('a thread in which nobody accepted a reply', () => {
  it('is answered by the reply that far more people voted for', () => {
    expect(
      shown([
        { body: 'Gewoon een boodschappentas erin plakken.', votes: 1 },
        { body: BAG, votes: 12 },
      ]),
    ).toBe(BAG);
  });

  it('is answered by the company where people voted for its reply', () => {
    const author = { name: 'Zuigwinkel', rank: 'Medewerker' };
    expect(
      shown([
        { body: 'Misschien type F, geen idee eigenlijk hoor.', votes: 2 },
        { body: BAG, votes: 4, author },
      ]),
    ).toBe(BAG);
  });

  it('is answered by the reply after which its asker wrote that it worked', () => {
    expect(
      shown([
        { body: 'Zet de stofzuiger uit, druk op de knop en haal het filter eruit.' },
        { body: 'Dat was het, opgelost!', author: asker },
      ]),
    ).toBe('Zet de stofzuiger uit, druk op de knop en haal het filter eruit.');
  });

  it('is answered by two replies that each answer a part of what is asked', () => {
    expect(
      shown([
        { body: BAG, votes: 5 },
        { body: 'Een filter kost 9 euro en gaat een jaar mee.', votes: 4 },
      ]),
    ).toBe(`${BAG} + Een filter kost 9 euro en gaat een jaar mee.`);
  });

  it.each([
    [
      'two replies are about as good',
      [
        { body: BAG, votes: 6 },
        { body: 'De stofzuiger neemt alleen zakken van type P, al jaren.', votes: 5 },
      ],
    ],
    ['few people voted', [{ body: BAG, votes: 2 }]],
    [
      'the asker says that it did not help',
      [{ body: BAG }, { body: 'Dat werkte helaas niet.', author: asker }],
    ],
    [
      'somebody whom as many believe objects',
      [
        { body: BAG, votes: 6 },
        { body: 'Dat klopt niet, type G past er niet op.', votes: 5 },
      ],
    ],
  ])('has no answer where %s', (_title, replies) => {
    expect(shown(replies, 'Welke zak hoort in de stofzuiger?')).toBe('no-accepted-answer');
  });
});

describe('an accepted reply that says nothing itself', () => {
  it.each(['Hartstikke mooi, je bent een held ;)', 'Ta ever so much!', 'Briljant man'])(
    'gives way to the one it thanks for: %s',
    (body) => {
      expect(shown([{ body: BAG }, { body, author: asker, isAccepted: true }])).toBe(BAG);
    },
  );

  it('stays where nobody else said anything', () => {
    expect(shown([{ body: 'De rode zak past.', author: asker, isAccepted: true }])).toBe('De rode zak past.');
  });

  it('stays where the asker tells what it was', () => {
    expect(shown([{ body: BAG }, { body: 'Het was de slang.', author: asker, isAccepted: true }])).toBe(
      'Het was de slang.',
    );
  });
});

describe('a reply that helps nobody later', () => {
  it.each([
    ['Kijk hier: https://oud.example/gids.pdf', 'points-elsewhere'],
    ['Ik haal dit bericht weg, sorry, ik zat fout.', 'withdrawn'],
    ['Please disregard my post, I took it back.', 'withdrawn'],
    ['I checked your order and it leaves our warehouse tomorrow.', 'dead-end'],
    ['We hebben uw dossier bekeken en het bedrag staat vrijdag op uw rekening.', 'dead-end'],
    ['Er is vandaag een storing in Assen, de monteurs zijn bezig.', 'dead-end'],
    ['Met mijn referral code krijg je korting!', 'dead-end'],
    ['Ik heb het inmiddels zelf gevonden.', 'dead-end'],
    ['Bij mij werkt alles weer.', 'dead-end'],
  ])('becomes no item: %s', (body, reason) => {
    expect(shown([{ body, isAccepted: true }])).toBe(reason);
  });

  it('is left where people laugh at it', () => {
    const joke = { body: 'Met een hele grote lepel natuurlijk, zoals vroeger.', isAccepted: true };
    expect(shown([joke, { body: 'Hahaha, die is goed.' }])).toBe('joke');
    expect(shown([joke, { body: 'Fijne dag nog.' }])).not.toBe('joke');
    expect(shown([{ body: 'Gooi hem van het balkon, dan is hij leeg, hahaha', isAccepted: true }])).toBe(
      'joke',
    );
  });

  it.each([
    ['Bij een storing zet je de stofzuiger uit en wacht je 10 minuten.'],
    ['[De gids met alle zakken](https://winkel.example/gids)'],
    ['Het filter is elke vrijdag te koop bij de winkel voor 9 euro.'],
  ])('is none where others can use it: %s', (body) => {
    expect(shown([{ body, isAccepted: true }])).not.toMatch(/^(?:dead-end|points-elsewhere|withdrawn|joke)$/);
  });
});

describe('what a correction leaves standing', () => {
  const first = {
    body: 'Een nieuwe slang is binnen 14 dagen te ruilen. Het filter bestel je via het menu Onderdelen.',
    isAccepted: true,
  };

  it('is shown beside it, and the corrected sentence is not', () => {
    const body = 'Correctie: sinds mei 2025 staat het filter niet meer onder Onderdelen maar onder Winkel.';
    const said = shown([
      first,
      { body, author: { name: 'Mo', rank: 'Moderator' }, createdAt: '2025-06-01T10:00:00.000Z' },
    ]);
    expect(said).toContain('binnen 14 dagen te ruilen');
    expect(said).toMatch(/^sinds mei 2025/);
    expect(said).not.toContain('via het menu Onderdelen');
  });

  it('is nothing where the correction is of the verdict', () => {
    const said = shown([
      { body: 'Nee, de slang is na 14 dagen niet te ruilen.', isAccepted: true },
      {
        body: 'Dit klopt niet meer: sinds 2025 is de slang wel te ruilen.',
        author: { name: 'Mo', rank: 'Moderator' },
        createdAt: '2025-06-01T10:00:00.000Z',
      },
    ]);
    expect(said).toBe('Dit klopt niet meer: sinds 2025 is de slang wel te ruilen.');
  });

  it('is corrected also by who denies its number soon after', () => {
    const said = shown([
      { body: 'Een filter mag je tot 2028 gratis ruilen.', isAccepted: true },
      {
        body: 'Filters zijn tot 2026 gratis te ruilen, niet tot 2028.',
        author: { name: 'Mo', rank: 'Moderator' },
      },
    ]);
    expect(said).toBe('Filters zijn tot 2026 gratis te ruilen, niet tot 2028.');
  });
});

describe('what stands around the words of an answer', () => {
  const one = (body: string) => shown([{ body, isAccepted: true }]);
  const steps =
    'Zet het apparaat uit en klap het deksel open. Draai de zak los en druk de nieuwe in de houder.';

  it.each([
    [
      'a story before it',
      `Toen ik hier kwam wonen in 2011 was ik de koning te rijk met mijn eigen huis.\n\n${steps}`,
    ],
    ['a story behind it', `${steps}\n\nUiteindelijk heb ik er nog een avond om gelachen met ons gezin.`],
    ['a call to its asker', `Wat een mooi verhaal, vrager! ${steps}`],
    ['shouting with a smile', `KALM VRAGER :-) ${steps}`],
    ['faces', `🎉😀 ${steps}`],
    [
      'buttons and counters',
      `Geplaatst: wo 3 apr, 09:11   Berichten: 812\n${steps}\n[ Dit bericht is 3 keer gewijzigd ]  Terug naar boven`,
    ],
    ['a note on editing', `[Bewerkt: typefout verbeterd]\n${steps}`],
    [
      'a card under the closing',
      `${steps}\n\nGroetjes,\nWillemijn van der Aa\nVrijwilliger bij het repaircafé in de wijk Oost`,
    ],
    ['what the asker showed', `Op je foto zie ik een wat ouder model. ${steps}`],
    ['thumbs with their numbers', `${steps}\n👍 14   👎 2`],
    ['initials', `${steps} ^WA`],
    ['a footer under a rule', `${steps}\n\n-----\nGroene vingers, rode oren`],
  ])('goes: %s', (_title, body) => {
    expect(one(body)).toBe(steps);
  });

  it.each([
    [
      'a story that tells what helped',
      'Ik had hetzelfde en heb toen de slang vervangen, dat hielp.\n\nZet hem uit. Draai de slang los.',
    ],
    ['a verdict', 'Ja! Zet hem eerst uit. Draai de slang los.'],
    ['a warning', 'Zet hem uit. Draai de slang los. Trek nooit aan het snoer!'],
    ['signs that mean something', 'Druk op ▶ en kies ⚙ Onderhoud.'],
  ])('stays: %s', (_title, body) => {
    expect(one(body)).toBe(body);
  });
});

describe('a thread in which a joke was accepted', () => {
  const joke = { body: 'Gewoon een bezem kopen, haha.', isAccepted: true, votes: 12 };

  it('is answered by the one other reply that tells what to do', () => {
    expect(shown([joke, { body: BAG.replace('neemt', 'gebruik:'), votes: 3 }])).toContain('type G');
  });

  it('is not answered where nobody voted for it, or where several tell what to do', () => {
    expect(shown([joke, { body: `Kijk onder het deksel. ${BAG}`, votes: 0 }])).toBe('joke');
    expect(
      shown([
        joke,
        { body: `Kijk onder het deksel. ${BAG}`, votes: 3 },
        { body: 'Bestel gewoon een zak van type H bij de winkel om de hoek.', votes: 3 },
      ]),
    ).toBe('joke');
  });
});

describe('a question of two that is asked in short words', () => {
  it('has both halves', () => {
    const limit = {
      body: 'Je limiet verhoog je in het menu onder Betalen, dan Limiet.',
      isAccepted: true,
      votes: 4,
    };
    const card = { body: 'Een andere pas vraag je aan in het menu onder Betalen, dan Vervangen.', votes: 7 };
    expect(
      shown(
        [limit, card],
        'Limiet en pas',
        'Hoe verhoog ik mijn limiet? En hoe vraag ik een andere pas aan?',
      ),
    ).toContain('dan Limiet. + Een andere pas');
  });
});
