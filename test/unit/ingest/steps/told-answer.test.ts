import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import { correctionsIn, readLater } from '../../../../ingest/steps/corrections/find-corrections.js';
import { findOvertaken } from '../../../../ingest/steps/corrections/find-overtaken.js';
import { tellNewer } from '../../../../ingest/steps/corrections/tell-newer.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { makeReply, makeThread } from '../make-thread.js';

const ORIGIN = { source: 'forum', fallbackLanguage: 'nl', publicContacts: [] };

function told(...bodies: readonly string[]): Item {
  const [answer = '', ...later] = bodies;
  const replies = [
    makeReply({
      id: 'first',
      isAccepted: true,
      body: answer,
      author: { name: 'Ina', rank: null },
      createdAt: '2021-03-01T10:00:00Z',
      url: 'https://forum.example/t/1/2',
    }),
    ...later.map((body, at) =>
      makeReply({
        id: `later-${at}`,
        body,
        author: { name: 'Wim', rank: 'Expert' },
        createdAt: `2024-0${at + 1}-01T10:00:00Z`,
        url: `https://forum.example/t/1/${at + 3}`,
      }),
    ),
  ];
  const thread = makeThread({
    title: 'Hoeveel kost een tweede pasje?',
    format: 'markdown',
    language: 'nl',
    replies,
  });
  const [first] = replies;
  if (!first) throw new Error('no answer');
  const result = toItem(thread, first, ORIGIN, correctionsIn(readLater(thread, first, new Set())));
  if (result.kind === 'skipped') throw new Error(result.reason);
  return result.item;
}

const FIRST = 'Een tweede pasje kost € 5. Je haalt het bij de balie.';

describe('the answer of an item', () => {
  it('is the correction, under the name of who wrote it, with the first answer behind it', () => {
    const item = told(
      FIRST,
      'Let op, het antwoord hierboven klopt niet meer. Sinds dit jaar kost een tweede pasje € 8 en je krijgt het per post.',
    );
    expect(item).toMatchObject({
      answer: 'Sinds dit jaar kost een tweede pasje € 8 en je krijgt het per post.',
      author: { name: 'Wim', rank: 'Expert' },
      answeredAt: '2024-01-01T10:00:00Z',
      url: 'https://forum.example/t/1/3',
      earlier: [
        {
          text: FIRST,
          author: { name: 'Ina', rank: null },
          at: '2021-03-01T10:00:00Z',
          url: 'https://forum.example/t/1/2',
        },
      ],
    });
  });

  it('is the newest of several corrections', () => {
    const item = told(
      FIRST,
      'Klopt niet meer, een pasje kost nu € 8.',
      'Inmiddels is een tweede pasje gratis geworden.',
    );
    expect(item.answer).toBe('Inmiddels is een tweede pasje gratis geworden.');
    expect(item.earlier?.map(({ text }) => text)).toEqual(['Klopt niet meer, een pasje kost nu € 8.', FIRST]);
  });

  it('is cleaned and redacted in the correction too', () => {
    const item = told(
      FIRST,
      'Sinds 2024 is het € 9 voor een pasje, mail jan@example.com voor korting.\n\nGroeten, Wim',
    );
    expect(item.answer).toBe('Sinds 2024 is het € 9 voor een pasje, mail [e-mailadres] voor korting.');
  });

  it.each([
    `${FIRST}\n\n**EDIT (mei 2024):** dit klopt niet meer, een tweede pasje kost nu € 8.`,
    `${FIRST}\n\nUPDATE 2024: inmiddels kost het € 8.`,
    `${FIRST} EDIT: per 1 mei is het verhoogd naar € 8.`,
    `${FIRST}\n\nCorrectie: ik had het mis, het is € 8 per pasje.`,
  ])('begins with what its author came back on: %s', (body) => {
    const item = told(body);
    expect(item.answer).toMatch(/^\W*(dit klopt|inmiddels|per 1 mei|ik had het mis)/);
    expect(item.author.name).toBe('Ina');
    expect(item.earlier?.[0]?.text).toBe(FIRST);
  });

  it.each([
    `${FIRST}\n\nEDIT: typefout hersteld.`,
    `${FIRST}\n\nUpdate: het werkt ook in het weekend.`,
    `${FIRST} Update de app voordat je het aanvraagt.`,
  ])('stays whole with an edit that only adds: %s', (body) => {
    const item = told(body);
    expect(item.answer.startsWith(FIRST)).toBe(true);
    expect(item.earlier).toBeUndefined();
  });

  it('leaves out what its author struck out', () => {
    expect(told(`~~Een pasje kost € 4.~~ ${FIRST}`).answer).toBe(FIRST);
  });
});

const at = (year: number) => `${year}-06-01T10:00:00Z`;
const OLD = exampleItem({
  id: 'forum:old',
  question: 'Kan ik met een strippenkaart naar het openluchtmuseum?',
  answer: 'Nee, dat kan niet. De strippenkaart is alleen geldig in de bus.',
  answeredAt: at(2019),
  language: 'nl',
  tags: [],
  url: 'https://forum.example/t/10/2',
});
const NEW = exampleItem({
  id: 'forum:new',
  question: 'Strippenkaart openluchtmuseum, hoe werkt dat?',
  answer: 'Sinds 2022 kan je met de strippenkaart ook naar het museum. Je stempelt bij de kassa.',
  answeredAt: at(2023),
  language: 'nl',
  tags: [],
  url: 'https://forum.example/t/20/2',
});
const others = Array.from({ length: 12 }, (_, number) =>
  exampleItem({
    id: `forum:${number}`,
    question: `Vraag nummer ${number} over onderwerp${number}?`,
    language: 'nl',
    tags: [],
  }),
);
const overtaken = (...items: readonly Item[]) =>
  [...findOvertaken(() => [...others, ...items])].map(([id, { id: newer }]) => [id, newer]);

describe('an answer that a newer thread overtook', () => {
  it('is found by the same question with the other verdict since a year', () => {
    expect(overtaken(OLD, NEW)).toEqual([['forum:old', 'forum:new']]);
  });

  it('is found by another price', () => {
    const price = { ...OLD, answer: 'Het museum kost met strippenkaart € 5.' };
    const newPrice = { ...NEW, answer: 'Tegenwoordig kost het museum met strippenkaart € 7.' };
    expect(overtaken(price, newPrice)).toEqual([['forum:old', 'forum:new']]);
  });

  it('is found by a link from an answer that calls it outdated', () => {
    const linking = {
      ...NEW,
      question: 'Naar buiten met de trein',
      answer:
        'Dat oude topic ([dit](https://forum.example/t/10)) is van 2019. Inmiddels geldt de kaart overal.',
    };
    expect(overtaken(OLD, { ...linking, tags: ['strippenkaart'] })).toEqual([['forum:old', 'forum:new']]);
  });

  it.each([
    [
      'the newer says the same',
      OLD,
      { ...NEW, answer: 'Nee, ook sinds 2022 kan dat niet met de strippenkaart.' },
    ],
    ['the newer is not newer', { ...OLD, answeredAt: at(2024) }, NEW],
    ['the newer is of the same weeks', { ...OLD, answeredAt: '2023-05-20T10:00:00Z' }, NEW],
    [
      'the newer speaks of no change',
      OLD,
      { ...NEW, answer: 'Ja, neem je strippenkaart mee naar de kassa.' },
    ],
    ['they ask different things', OLD, { ...NEW, question: 'Strippenkaart kwijt op het station van Ede' }],
    ['they are in two languages', { ...OLD, language: 'en' }, NEW],
    ['the time of one is not known', { ...OLD, answeredAt: null }, NEW],
  ])('is none where %s', (_title, older, newer) => {
    expect(overtaken(older, newer)).toEqual([]);
  });

  it('is told with the newer one, whose question is named, and stands behind it', () => {
    expect(tellNewer(OLD, NEW)).toMatchObject({
      id: 'forum:old',
      question: OLD.question,
      answer: NEW.answer,
      answeredIn: NEW.question,
      whatChanged: 'Sinds 2022 kan je met de strippenkaart ook naar het museum.',
      url: NEW.url,
      answeredAt: NEW.answeredAt,
      earlier: [{ text: OLD.answer, at: OLD.answeredAt }],
    });
  });
});
