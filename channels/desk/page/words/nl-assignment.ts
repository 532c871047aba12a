import type { AssignmentWords } from './assignment-words.js';

/** Aanbiedingen, teams en beschikbaarheid in het Nederlands. */
export const assignmentNl: AssignmentWords = {
  status: 'Status',
  statuses: { available: 'Beschikbaar', away: 'Afwezig' },
  load: (load, capacity) => (capacity === null ? `bezet: ${load}` : `bezet: ${load} van ${capacity}`),
  awayForMissing: 'Je staat op afwezig, omdat je twee gesprekken niet hebt aangenomen.',
  available: 'Ik ben er weer',
  offers: 'Voor jou',
  offered: (names) =>
    names.length === 1 ? `${names[0]} wordt aan jou aangeboden.` : `Voor jou: ${names.join(', ')}.`,
  left: (left) => `nog ${left}`,
  take: 'Aannemen',
  takeFrom: (customer) => `Aannemen: ${customer}`,
  decline: 'Weigeren',
  declineFrom: (customer) => `Weigeren: ${customer}`,
  offeredTo: (agent) => `aangeboden aan ${agent}`,
  team: 'Team',
  allTeams: 'Alle teams',
  nobodyInTeam: 'Niemand wacht op dit team.',
  offeredToOther: (agent) =>
    `Dit gesprek wordt nu aan ${agent} aangeboden. Probeer het over een halve minuut.`,
  promise: {
    title: 'Antwoord beloofd',
    left: (duration) => `antwoord beloofd: nog ${duration}`,
    before: (deadline) => `antwoord beloofd voor ${deadline}`,
    stopped: 'belofte staat stil: de klant is aan zet',
    broken: 'te laat met antwoord',
    atRisk: (names) =>
      names.length === 1
        ? `Bijna te laat: ${names[0]} wacht op een beloofd antwoord.`
        : `Bijna te laat: ${names.length} klanten wachten op een beloofd antwoord.`,
    show: 'Bekijken',
    rating: { title: 'Tevredenheid', score: (score) => `${score} van 5`, comment: 'Toelichting' },
  },
};
