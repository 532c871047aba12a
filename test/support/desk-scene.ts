import type { BestGuess } from '../../bot/contracts/desk.js';
import type { AnswerSource } from '../../bot/contracts/messages.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';
import type { FakeDesk } from './fake-desk.js';
import { inWords } from './in-words.js';

const SOURCE: AnswerSource = {
  itemId: 'file:12',
  question: 'Hoe lang duurt het overzetten van mijn nummer?',
  author: 'Pieter_K',
  authorRank: 'Superuser',
  answeredAt: '2023-03-03T10:00:00Z',
  url: 'https://community.example.com/t/12#a3',
  licence: null,
  language: 'nl',
  line: 'Antwoord van Pieter_K (Superuser), 3 maart 2023',
  linkTitle: 'Naar de community',
  ageNote: 'Dit antwoord is meer dan twee jaar oud.',
};

export const GUESS: BestGuess = {
  question: SOURCE.question,
  tree: parseAnswer(
    'Overzetten duurt **één tot drie werkdagen**:\n\n1. Vraag het aan bij je nieuwe provider.\n2. Geef je *oude* nummer en klantgegevens op.\n3. Je krijgt een sms met de datum.\n\nOp die dag wissel je de simkaart.',
  ),
  probability: 0.58,
  source: SOURCE,
};

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const hoursAhead = (hours: number) => minutesAgo(-60 * hours);

export interface DeskScene {
  readonly anna: string;
  readonly john: string;
  /** On Messenger, to be answered for seven days more. */
  readonly fatima: string;
  readonly others: string;
  /** Answered by somebody in Meta Business Suite. */
  readonly elsewhere: string;
}

/** Fills a desk with an ordinary morning: customers on several channels, and some who are answered already. */
export function setScene(desk: FakeDesk): DeskScene {
  const anna = desk.customerWaits(
    {
      customerName: 'Anna de Vries',
      question: 'Mijn nummer is na drie dagen nog niet over, hoe lang duurt dat?',
      reason: 'not-helpful',
      waitingSince: minutesAgo(7),
      customerWroteAt: minutesAgo(6),
    },
    [
      {
        from: 'bot',
        name: 'Zwaluw-bot',
        at: minutesAgo(10),
        ...inWords(
          'Hallo! Ik ben de digitale assistent van Zwaluw. Stel je vraag, of typ **medewerker** om iemand te spreken.',
        ),
      },
      { at: minutesAgo(9), text: 'Mijn nummer is na drie dagen nog niet over, hoe lang duurt dat?' },
      {
        from: 'bot',
        name: 'Zwaluw-bot',
        at: minutesAgo(9),
        ...inWords(
          '1. Vraag het overzetten aan bij je **nieuwe** provider.\n2. Houd je oude klantnummer bij de hand.\n3. Binnen drie werkdagen krijg je een sms.',
        ),
        source: SOURCE,
      },
      { at: minutesAgo(8), text: 'dat heb ik al gedaan :(\nik wil graag iemand spreken' },
      {
        from: 'bot',
        name: 'Zwaluw-bot',
        at: minutesAgo(7),
        ...inWords('Ik haal er een medewerker bij. Je bent nummer 1 in de rij.'),
      },
      { at: minutesAgo(6), text: 'ok dank <b>je</b>' },
    ],
    GUESS,
  );
  const john = desk.customerWaits(
    {
      customerName: 'John Abernathy',
      language: 'en',
      channelId: 'msteams',
      reason: 'account',
      question: 'Why was I charged twice in October?',
      waitingSince: minutesAgo(18),
      customerWroteAt: minutesAgo(18),
    },
    [{ at: minutesAgo(18), text: 'Why was I charged twice in October?' }],
  );
  const fatima = desk.customerWaits(
    {
      customerName: 'Fatima El Amrani',
      channelId: 'facebook',
      reason: 'complaint',
      mood: 'annoyed',
      priority: 'high',
      question: 'Dit is de derde keer dat de monteur niet komt opdagen, ik ben er klaar mee',
      waitingSince: minutesAgo(1),
      customerWroteAt: minutesAgo(1),
      replyUntil: hoursAhead(24 * 7),
    },
    [
      {
        at: minutesAgo(1),
        text: 'Dit is de derde keer dat de monteur niet komt opdagen, ik ben er klaar mee',
      },
    ],
  );
  const others = desk.customerWaits({
    customerName: 'Joris',
    question: 'wifi op zolder valt steeds weg',
    reason: 'not-sure',
    state: 'with-agent',
    holder: { kind: 'agent', id: 'somebody-else', name: 'Mehmet' },
    waitingSince: minutesAgo(25),
    claimedAt: minutesAgo(20),
  });
  const elsewhere = desk.customerWaits(
    {
      customerName: 'Ilse Bakker',
      channelId: 'facebook',
      question: 'kan mijn abonnement per direct stoppen?',
      reason: 'elsewhere',
      state: 'with-agent',
      holder: { kind: 'elsewhere', name: 'Meta Business Suite' },
      waitingSince: minutesAgo(30),
      claimedAt: minutesAgo(4),
      replyUntil: hoursAhead(24 * 7),
    },
    [
      { at: minutesAgo(30), text: 'kan mijn abonnement per direct stoppen?' },
      {
        from: 'agent',
        name: 'Meta Business Suite',
        at: minutesAgo(4),
        delivery: 'read',
        text: 'Dat regelen we vandaag nog voor je.',
      },
    ],
  );
  return { anna, john, fatima, others, elsewhere };
}
