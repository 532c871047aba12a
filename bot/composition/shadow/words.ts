import type { PreviewSide } from '../../contracts/content/desk-releases.js';
import type { ShadowChange, ShadowReport } from '../../contracts/content/desk-shadow.js';

/** What `npm run shadow` says. */
export interface ShadowWords {
  readonly usage: string;
  readonly none: (days: number) => string;
  readonly asked: (report: ShadowReport, days: number) => string;
  readonly leftOut: (times: number) => string;
  readonly noneToCompare: string;
  readonly now: string;
  readonly next: string;
  /** What customers get, in the rows of the table. */
  readonly verdicts: Readonly<Record<PreviewSide['verdict'], string>>;
  /** The same as a sentence above what they get. */
  readonly told: Readonly<Record<PreviewSide['verdict'], string>>;
  readonly kinds: Readonly<Record<ShadowChange['kind'], string>>;
  readonly same: string;
  readonly changes: (count: number) => string;
  readonly more: (count: number) => string;
  readonly progress: (done: number, total: number) => string;
}

const en: ShadowWords = {
  usage: `Usage: npm run shadow -- [--release ID|candidate] [--days 1] [--all] [--json] [--language nl|en]

Asks a release that is not live what customers asked in the last days, without their personal data, beside the live one: how many are
answered, and which questions change. Nothing of it is kept, nobody learns from it, and customers notice nothing. Without
--release it is the newest that is not live. --days goes from 1 to 30; at most 200 different questions are asked, the newest.`,
  none: (days) =>
    `Customers asked nothing ${days === 1 ? 'in the last 24 hours' : `in the last ${days} days`} that the bot searched for. --days looks further back.`,
  asked: ({ asked, different }, days) =>
    `${days === 1 ? 'The last 24 hours' : `The last ${days} days`}: ${asked === 1 ? '1 question' : `${asked} questions`}, ${different} different, without personal data.`,
  leftOut: (times) =>
    `Others were left out, asked at least ${times === 1 ? 'once' : `${times} times`}: no more are asked at once.`,
  noneToCompare: 'There is no live release to compare with.',
  now: 'live',
  next: 'asked for',
  verdicts: {
    answer: 'an answer',
    doubt: 'an answer, with doubt',
    choices: 'a choice of answers',
    person: 'the offer of a person',
  },
  told: {
    answer: 'This answer:',
    doubt: 'This answer, with doubt:',
    choices: 'A choice from:',
    person: 'The offer of a person.',
  },
  kinds: { lost: 'less than now', gained: 'more than now', other: 'something else' },
  same: 'No question is answered otherwise.',
  changes: (count) =>
    count === 1 ? '1 question changes:' : `${count} questions change, those with the most effect first:`,
  more: (count) => `${count} more: --all shows them.`,
  progress: (done, total) => `${done} of ${total} answers`,
};

const nl: ShadowWords = {
  usage: `Gebruik: npm run shadow -- [--release ID|candidate] [--days 1] [--all] [--json] [--language nl|en]

Vraagt een release die niet live is wat klanten de laatste dagen vroegen, zonder hun persoonsgegevens, naast de release die live is: hoeveel
er beantwoord worden, en welke vragen veranderen. Er wordt niets van bewaard of geleerd, en klanten merken er niets van. Zonder
--release is het de nieuwste die niet live is. --days gaat van 1 tot 30; hoogstens 200 verschillende vragen worden gesteld, de nieuwste.`,
  none: (days) =>
    `Klanten vroegen ${days === 1 ? 'in de laatste 24 uur' : `in de laatste ${days} dagen`} niets waar de bot naar gezocht heeft. --days kijkt verder terug.`,
  asked: ({ asked, different }, days) =>
    `${days === 1 ? 'De laatste 24 uur' : `De laatste ${days} dagen`}: ${asked === 1 ? '1 vraag' : `${asked} vragen`}, ${different} verschillend, zonder persoonsgegevens.`,
  leftOut: (times) =>
    `Andere zijn weggelaten, minstens ${times} keer gesteld: meer worden er niet tegelijk gevraagd.`,
  noneToCompare: 'Er is geen release live om mee te vergelijken.',
  now: 'live',
  next: 'gevraagd',
  verdicts: {
    answer: 'een antwoord',
    doubt: 'een antwoord, met voorbehoud',
    choices: 'een keuze uit antwoorden',
    person: 'een medewerker aangeboden',
  },
  told: {
    answer: 'Dit antwoord:',
    doubt: 'Dit antwoord, met voorbehoud:',
    choices: 'Een keuze uit:',
    person: 'Een medewerker aangeboden.',
  },
  kinds: { lost: 'minder dan nu', gained: 'meer dan nu', other: 'iets anders' },
  same: 'Geen vraag wordt anders beantwoord.',
  changes: (count) =>
    count === 1 ? '1 vraag verandert:' : `${count} vragen veranderen, die met het meeste effect eerst:`,
  more: (count) => `Nog ${count}: --all toont ze.`,
  progress: (done, total) => `${done} van ${total} antwoorden`,
};

export const SHADOW_WORDS: Readonly<Record<'nl' | 'en', ShadowWords>> = { nl, en };
