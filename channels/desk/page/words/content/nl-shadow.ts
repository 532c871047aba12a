import type { ShadowPageWords } from './shadow-words.js';

/** Customers' questions, put to a release that waits, in Dutch. */
export const shadowNl: ShadowPageWords = {
  title: 'Vragen van klanten',
  hint: 'Stelt deze release wat klanten echt vroegen, zonder hun persoonsgegevens, naast de release die live is. Klanten merken er niets van, en er wordt niets van bewaard: na een kwartier is de uitkomst weg.',
  days: 'Vragen van',
  day: (days) => (days === 1 ? 'de laatste 24 uur' : `de laatste ${days} dagen`),
  start: 'Leg ze voor aan deze release',
  stop: 'Stoppen',
  begins: 'Zoekt de vragen bij elkaar …',
  asking: 'Stelt de vragen',
  elsewhere: (by) => `${by} laat net de vragen aan een andere release stellen. Wacht tot dat klaar is.`,
  failed: (code) => `Het is mislukt. In het logboek van de server staat ${code}.`,
  stopped: 'Het is gestopt.',
  none: (days) =>
    `Klanten vroegen ${days === 1 ? 'in de laatste 24 uur' : `in de laatste ${days} dagen`} niets waar de bot naar gezocht heeft.`,
  done: (asked, different, by) =>
    `${asked === 1 ? '1 vraag' : `${asked} vragen`}, ${different} verschillend, gesteld door ${by}.`,
  leftOut: (times) =>
    `Andere zijn weggelaten, minstens ${times} keer gesteld: meer worden er niet tegelijk gevraagd.`,
  nobodyLive: 'Er is geen release live om mee te vergelijken.',
  given: 'De klant krijgt',
  verdicts: {
    answer: 'een antwoord',
    doubt: 'een antwoord, met voorbehoud',
    choices: 'een keuze uit antwoorden',
    person: 'een medewerker aangeboden',
  },
  same: 'Geen vraag wordt anders beantwoord.',
  changes: (count) =>
    count === 1 ? '1 vraag verandert' : `${count} vragen veranderen, die met het meeste effect eerst`,
  kinds: { lost: 'minder dan nu', gained: 'meer dan nu', other: 'iets anders dan nu' },
  times: (times) => (times === 1 ? '1 keer gevraagd' : `${times} keer gevraagd`),
  more: 'Meer tonen',
};
