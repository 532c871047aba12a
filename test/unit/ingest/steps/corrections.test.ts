import { describe, expect, it } from 'vitest';
import type { ThreadReply } from '../../../../ingest/sources/contracts.js';
import { correctionsIn, readLater } from '../../../../ingest/steps/corrections/find-corrections.js';
import { makeReply, makeThread } from '../make-thread.js';

const STAFF: ReadonlySet<string> = new Set(['moderator']);

interface Case {
  readonly title: string;
  readonly answer: string;
  /** The replies behind it: words, then what else is to be known. */
  readonly later: readonly (readonly [string, Partial<ThreadReply>?])[];
}

const expert = { author: { name: 'Wim', rank: 'Expert' } };
const member = { author: { name: 'Bo', rank: 'Member' } };
const asker = { author: { name: 'Asker', rank: 'New member' } };
const years = { createdAt: '2025-05-01T10:00:00Z' };

function corrected({ title, answer, later }: Case): (readonly [string, boolean])[] {
  const replies = [
    makeReply({
      id: 'answer',
      isAccepted: true,
      body: answer,
      votes: 4,
      author: { name: 'Ina', rank: 'Member' },
      createdAt: '2021-03-01T10:00:00Z',
    }),
    ...later.map(([body, fields], at) =>
      makeReply({ id: String(at + 1), body, createdAt: '2021-03-02T10:00:00Z', ...fields }),
    ),
  ];
  const thread = makeThread({ title, format: 'text', asker: 'Asker', replies });
  const found = correctionsIn(readLater(thread, replies[0] as ThreadReply, STAFF));
  return found.map(({ reply, contradicts }) => [reply.id, contradicts]);
}

const PARKING = {
  title: 'Hoeveel kost een tweede parkeervergunning?',
  answer: 'Een tweede parkeervergunning kost € 40 per kwartaal, je vraagt hem aan bij het loket.',
};
const LIBRARY = {
  title: 'Can I borrow e-books with a youth card?',
  answer: 'No, e-books are only available with an adult card. You can read them in the library itself.',
};
const POOL = {
  title: 'Mag ik mijn eigen zwemvliezen meenemen?',
  answer: 'Nee, eigen zwemvliezen zijn niet toegestaan in het zwembad. Je kunt ze wel huren bij de kassa.',
};
const RETURNS = {
  title: 'How long do I have to return shoes?',
  answer: 'You have 14 days to return shoes, counted from the day the parcel arrives.',
};

describe('a later reply is part of the answer', () => {
  it.each<readonly [string, Case]>([
    [
      'of an expert with another price',
      {
        ...PARKING,
        later: [
          [
            'Sinds vorig jaar is de prijs omhoog: een tweede vergunning kost nu € 65 per kwartaal.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'that says it is out of date and what holds',
      {
        ...PARKING,
        later: [
          [
            'Dit is inmiddels gewijzigd. Aanvragen bij het loket gaat niet meer, dat moet online met DigiD.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'of staff, with a date ahead',
      {
        ...PARKING,
        later: [
          [
            'Let op: per 1 juli wordt de tweede parkeervergunning gratis voor mantelzorgers.',
            { author: { name: 'Gemeente', rank: 'Moderator' }, ...years },
          ],
        ],
      },
    ],
    [
      'of the author, who was wrong',
      {
        ...PARKING,
        later: [
          [
            'Ik zat ernaast met dat bedrag: het is € 45 per kwartaal, zie ik nu op mijn afschrift.',
            { author: { name: 'Ina', rank: 'Member' } },
          ],
        ],
      },
    ],
    [
      'of a member whom others agreed with',
      {
        ...PARKING,
        later: [
          [
            'Het antwoord hierboven is verouderd, tegenwoordig betaal je € 52 per kwartaal.',
            { ...member, ...years, votes: 7 },
          ],
        ],
      },
    ],
    [
      'of a member who is thanked for it',
      {
        ...PARKING,
        later: [
          ['Klopt niet meer: sinds 2024 kost de tweede vergunning € 58.', { ...member, ...years }],
          ['Bedankt, dat staat inderdaad zo op de site.', { author: { name: 'Els', rank: null }, ...years }],
        ],
      },
    ],
    [
      'of the asker, who found that it is otherwise',
      {
        ...POOL,
        later: [
          [
            'Correctie: bij navraag blijkt dat eigen zwemvliezen wel zijn toegestaan, alleen tijdens het banenzwemmen niet.',
            asker,
          ],
        ],
      },
    ],
    [
      'that turns a no into a yes',
      {
        ...POOL,
        later: [
          [
            'Voor latere lezers: vanaf september 2023 mag je gewoon je eigen zwemvliezen meenemen.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'in English that turns a no into a yes',
      {
        ...LIBRARY,
        later: [
          [
            'Things have changed: since last summer youth cards can borrow e-books too.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'in English with the start of a rule',
      {
        ...LIBRARY,
        later: [
          [
            'Heads-up for anyone finding this: as of 1 January e-books are included with every card.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'in English with another number of days',
      {
        ...RETURNS,
        later: [['No longer correct, they now give you 30 days for shoes.', { ...expert, ...years }]],
      },
    ],
    [
      'in English of the author',
      {
        ...RETURNS,
        later: [
          [
            'Small correction from me: the 14 days start when you order, and it is 21 days for members.',
            { author: { name: 'Ina', rank: 'Member' } },
          ],
        ],
      },
    ],
    [
      'in English with an updated limit',
      {
        ...RETURNS,
        later: [
          [
            'Update March 2025: the return window for shoes was extended to 60 days.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'although a question stands in between',
      {
        ...LIBRARY,
        later: [
          ['Is this still the case?', { ...member, ...years }],
          [
            'No, that rule was scrapped. Youth cards get e-books as well these days.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
  ])('%s', (_title, thread) => {
    expect(corrected(thread).filter(([, contradicts]) => contradicts)).toHaveLength(1);
  });

  it('that only adds stands beside it', () => {
    const later = [
      [
        'Aanvulling: neem bij het loket ook het kentekenbewijs van de tweede auto mee, anders sturen ze je weg.',
        expert,
      ],
    ] as const;
    expect(corrected({ ...PARKING, later })).toEqual([['1', false]]);
  });

  it('newest last where there are several', () => {
    const later = [
      [
        'Sinds 2023 is het € 50, het bedrag hierboven klopt niet meer.',
        { ...expert, createdAt: '2023-05-01T10:00:00Z' },
      ],
      [
        'Dat is ook al achterhaald: sinds 2025 is het € 60.',
        { ...expert, author: { name: 'Pim', rank: 'Expert' }, ...years },
      ],
    ] as const;
    expect(corrected({ ...PARKING, later }).at(-1)).toEqual(['2', true]);
  });
});

describe('a later reply is no part of the answer', () => {
  it.each<readonly [string, Case]>([
    [
      'that asks whether it still holds',
      {
        ...PARKING,
        later: [['Klopt dit nog? Ik las dat het sinds 2024 gratis is?', { ...expert, ...years }]],
      },
    ],
    [
      'that says it still holds',
      {
        ...PARKING,
        later: [['In 2025 nog steeds zo, er is niets veranderd aan de vergunning.', { ...expert, ...years }]],
      },
    ],
    [
      'that guesses',
      {
        ...PARKING,
        later: [
          ['Volgens mij is het sinds kort € 60, maar ik weet het niet zeker.', { ...expert, ...years }],
        ],
      },
    ],
    [
      'of somebody nobody knows',
      {
        ...PARKING,
        later: [
          ['Dit klopt niet meer, het kost nu € 500.', { author: { name: 'x', rank: 'Nieuw lid' }, ...years }],
        ],
      },
    ],
    [
      'that is contradicted next',
      {
        ...PARKING,
        later: [
          [
            'Dat klopt niet meer, sinds 2024 is de tweede vergunning gratis.',
            { ...member, ...years, votes: 5 },
          ],
          [
            'Nee, dat is niet waar: gratis is alleen de bezoekerspas, de vergunning kost nog altijd € 40.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
    [
      'that is taken back',
      {
        ...PARKING,
        later: [
          ['Klopt niet meer, per 1 mei is het € 55 per kwartaal.', { ...expert, ...years }],
          ['Sorry, ik was in de war met een andere gemeente.', { ...expert, ...years }],
        ],
      },
    ],
    ['with thanks', { ...POOL, later: [['Jammer, maar bedankt voor het snelle antwoord!', asker]] }],
    [
      'of the asker, how it went',
      {
        ...PARKING,
        later: [['Update: vandaag aangevraagd en de vergunning lag er binnen 3 dagen, top.', asker]],
      },
    ],
    [
      'with the same trouble',
      {
        ...LIBRARY,
        later: [
          ['Same here, my daughter cannot borrow e-books since the new app either.', { ...member, votes: 9 }],
        ],
      },
    ],
    [
      'that happened elsewhere',
      {
        ...RETURNS,
        later: [['My previous supplier has given me 100 days since 2022.', { ...expert, ...years }]],
      },
    ],
    [
      'that corrects somebody else',
      {
        ...RETURNS,
        later: [
          [
            'It is only 7 days for shoes according to the flyer in the shop.',
            { author: { name: 'sam', rank: null } },
          ],
          ['@sam That is wrong, the flyer is about swimwear. Shoes are 14 days.', expert],
        ],
      },
    ],
    [
      'that jokes',
      { ...POOL, later: [['Nu nog een snorkel en je bent er klaar voor 😄', { ...expert, ...years }]] },
    ],
    [
      'of a moderator who tidies up',
      {
        ...LIBRARY,
        later: [
          [
            'Marked as a duplicate of this topic and moved to E-books.',
            { author: { name: 'Mod', rank: 'Moderator' } },
          ],
        ],
      },
    ],
    [
      'on another subject',
      {
        ...RETURNS,
        later: [['Since 2024 the café on the ground floor is open on Sundays.', { ...expert, ...years }]],
      },
    ],
    [
      'that wishes',
      {
        ...LIBRARY,
        later: [
          [
            'I hope they change this from next year, e-books should be free for kids.',
            { ...expert, ...years },
          ],
        ],
      },
    ],
  ])('%s', (_title, thread) => {
    expect(corrected(thread)).toEqual([]);
  });
});
