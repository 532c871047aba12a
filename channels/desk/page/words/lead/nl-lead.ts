import type { LeadWords } from './lead-words.js';

const people = (count: number) => (count === 1 ? '1 klant' : `${count} klanten`);

/** De pagina van de teamleider in het Nederlands. */
export const leadNl: LeadWords = {
  title: 'Teamoverzicht',
  now: {
    title: 'Nu',
    waiting: 'wachten',
    longest: 'langste wachttijd',
    atRisk: 'beloftes bijna te laat',
    broken: 'beloftes te laat',
    live: 'lopende gesprekken',
    byTeam: 'Per team',
    noTeam: 'Zonder team',
  },
  people: {
    title: 'Wie is er',
    name: 'Naam',
    presence: 'Aanwezig',
    load: 'Bezet',
    presences: { available: 'beschikbaar', away: 'afwezig', gone: 'weg' },
    counts: (here, away, gone) => `${here} beschikbaar, ${away} afwezig, ${gone} weg`,
    mayHave: (load, capacity) => (capacity === null ? String(load) : `${load} van ${capacity}`),
  },
  live: {
    title: 'Lopende gesprekken',
    hint: 'Lees je mee, dan zien de collega en de klant dat. Je kunt notities schrijven; antwoorden doet de collega.',
    none: 'Er lopen nu geen gesprekken.',
    more: (count) => `… en nog ${count}`,
    join: 'Meelezen',
    joinOf: (customer) => `Meelezen: ${customer}`,
    joinUnseen: 'Ongezien meelezen',
    joinUnseenOf: (customer) => `Ongezien meelezen: ${customer}`,
    reassign: 'Doorgeven',
    reassignOf: (customer) => `Doorgeven: ${customer}`,
    reassignHint:
      'De klant hoort wie het gesprek krijgt. Een collega heeft even de tijd om het aan te nemen; daarna mag het hele team.',
  },
  reading: {
    seen: 'Je leest mee. De collega en de klant zien dat.',
    unseen: 'Je leest ongezien mee.',
    leave: 'Stoppen met meelezen',
    others: (names) => `${names.join(', ')} ${names.length === 1 ? 'leest' : 'lezen'} mee.`,
    inRow: (names) => `leest mee: ${names.join(', ')}`,
    hint: 'Wie meeleest, schrijft alleen notities.',
  },
  week: {
    satisfaction: 'Tevredenheid, laatste 7 dagen',
    average: (average, count) => `${average} van 5, van ${people(count)}`,
    nobody: 'Nog geen klant gaf een cijfer.',
    score: 'Cijfer',
    answers: 'Klanten',
    comments: 'Toelichtingen',
    said: (score, agent) => (agent === null ? `${score} van 5` : `${score} van 5, over ${agent}`),
  },
  heard: {
    title: 'Gehoord door de bot, laatste 7 dagen',
    hint: 'Klachten en verkoopkansen, ook uit gesprekken die de bot zelf afhandelde.',
    none: 'De bot hoorde geen klachten of verkoopkansen.',
    counts: (complaints, sales) =>
      `${complaints} ${complaints === 1 ? 'klacht' : 'klachten'}, ${sales} ${sales === 1 ? 'verkoopkans' : 'verkoopkansen'}`,
    kinds: { complaint: 'klacht', sales: 'verkoopkans' },
  },
};
