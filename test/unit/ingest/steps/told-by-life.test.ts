import { describe, expect, it } from 'vitest';
import type { ThreadReply } from '../../../../ingest/sources/contracts.js';
import { makeItem } from '../../../../ingest/steps/make-item.js';
import { redact } from '../../../../ingest/steps/redact.js';
import { makeReply, makeThread } from '../make-thread.js';

const RULES = {
  answerRule: { kind: 'accepted', minimumVotes: 3, staffRanks: [] },
  fallbackLanguage: 'nl',
  publicContacts: [],
} as const;

/** What an item shows first and beside it, or why there is none. */
function made(replies: readonly Partial<ThreadReply>[], title = 'Waarom lekt de kraan?') {
  const thread = makeThread({
    format: 'html',
    title,
    language: 'nl',
    asker: 'vrager',
    replies: replies.map((reply, at) =>
      makeReply({
        ...reply,
        id: `r${at + 1}`,
        isAccepted: at === 0,
        votes: reply.votes ?? 0,
        createdAt: reply.createdAt ?? `2024-03-0${at + 1}T10:00:00.000Z`,
      }),
    ),
  });
  const result = makeItem(thread, 'forum', RULES);
  if (result.kind === 'skipped') return { answer: null, reason: result.reason, additions: [] };
  return { answer: result.item.answer, reason: null, additions: result.item.additions ?? [] };
}

const ans = { name: 'Ans', rank: null };
const vrager = { name: 'vrager', rank: null };
const TIP = { body: '<p>Draai de kraan dicht en vervang het leertje.</p>', author: ans };

describe('what the asker found out', () => {
  it('stands instead of an answer that did not help', () => {
    const found =
      '<p>Het leertje hielp niet. Het lag aan de aansluiting onder de gootsteen, met nieuwe tape is het over.</p>';
    expect(made([TIP, { body: found, author: vrager }]).answer).toContain('met nieuwe tape is het over');
  });

  it('stands beside one of which nothing is said', () => {
    const found = '<p>Het bleek de aansluiting van de slang, sinds die vast zit is het droog.</p>';
    const { answer, additions } = made([TIP, { body: found, author: vrager }]);
    expect(answer).toContain('vervang het leertje');
    expect(additions.map(({ text }) => text).join()).toContain('de aansluiting van de slang');
  });
});

describe('what its writer goes on to say', () => {
  it('stands beside the answer where nobody spoke in between', () => {
    const more = { body: '<p>Neem wel een leertje van 14 mm.</p>', author: ans };
    expect(made([TIP, more]).additions.map(({ text }) => text)).toEqual(['Neem wel een leertje van 14 mm.']);
  });
});

describe('who denies words of the answer', () => {
  it('corrects it', () => {
    const first = { body: '<p>Dan moet je de hele kraan vervangen.</p>', author: ans };
    const denied =
      '<p>Niet de hele kraan. Alleen het binnenwerk van de kraan is stuk, dat schroef je er zo uit.</p>';
    const { answer } = made([first, { body: denied, author: { name: 'Bo', rank: 'Vrijwilliger' } }]);
    expect(answer).toContain('Alleen het binnenwerk');
  });
});

describe('wit in place of an answer', () => {
  it('gives way to the one reply on what is asked', () => {
    const wit = { body: '<p>Hij huilt om zijn jeugd.</p>', author: ans, votes: 9 };
    const tip = {
      body: '<p>De kraan lekt als het leertje hard geworden is, een nieuw kost een paar cent.</p>',
      author: { name: 'Bo', rank: null },
      votes: 3,
    };
    expect(made([wit, tip]).answer).toContain('het leertje hard geworden');
  });
});

describe('names around a reply', () => {
  it.each(['<p>Ans, twee katten en een moestuin</p>', '<p>Geaccepteerd door vrager</p>', '<p>Ans</p>'])(
    'go: %s',
    (line) => {
      expect(made([{ ...TIP, body: `${TIP.body}${line}` }]).answer).toBe(
        'Draai de kraan dicht en vervang het leertje.',
      );
    },
  );
});

describe('a quotation with the paper it stands in', () => {
  it('is the answer', () => {
    const body =
      '<blockquote><p>De huurder vervangt leertjes van kranen zelf.</p></blockquote><p>Staat zo in de huurvoorwaarden, artikel 7.</p>';
    expect(made([{ ...TIP, body }]).answer).toContain('vervangt leertjes van kranen zelf');
  });
});

describe('personal data as people write it', () => {
  it.each([
    ['nl', 'Ik woon in de Kastanje-\nlaan 31 c, achter.', 'laan 31'],
    ['nl', 'Mijn bsn is een twee drie vier vijf zes zeven acht twee.', 'vijf zes'],
    ['nl', 'Paspoort NR 2C4 8LD 5 is weg.', '2C4'],
    ['nl', 'De loodgieter, Sander Mulder, heeft gekeken.', 'Mulder'],
    ['en', 'Auntie Dot has the same tap.', 'Dot'],
    ['en', 'Reg AB 21 CDE was towed.', 'CDE'],
  ])('goes (%s): %s', (language, text, hidden) => {
    expect(redact(text, language).text).not.toContain(hidden);
  });

  it.each([
    ['en', 'Grid reference SU 412 118 is the pump.'],
    ['nl', 'Vraag het na bij voorlichting@waterbedrijf.example.'],
    ['nl', 'De schrijver, Jan Wolkers, had er ook een.'],
  ])('stays where it is nobody’s (%s): %s', (language, text) => {
    expect(redact(text, language).text).toBe(text);
  });
});
