import type { RunWords } from './contracts.js';

const publish = (id: string) => `met "npm run ingest -- publish ${id}" zet u haar live`;

export const nl: RunWords = {
  labels: {
    sources: 'Bronnen',
    read: 'Gelezen',
    items: 'Items',
    duplicates: 'Dubbel',
    skipped: 'Weggelaten',
    redacted: 'Anoniem',
    unfinished: 'Afgebroken',
    withheld: 'Verborgen',
    learned: 'Geleerd',
    labels: 'Labels',
    embedded: 'Vectoren',
    confidence: 'Zekerheid',
    duration: 'Duur',
    release: 'Versie',
  },
  threads: (count) => `${count} topics`,
  changes: ({ added, changed, removed, unchanged, items }) =>
    `${added} nieuw, ${changed} gewijzigd, ${removed} ingetrokken, ${unchanged} gelijk gebleven; ${items} in totaal`,
  phrasings: (count) => `${count} werden een extra formulering`,
  brokeOff: (source, reason) => `${source} is niet tot het einde gelezen en houdt wat er was: ${reason}`,
  withheld: (count) =>
    `${count}: zonder persoonsgegevens blijft geen hele zin over, dus antwoordt een medewerker`,
  wordingsInUse: (count) =>
    `${count} ${count === 1 ? 'formulering' : 'formuleringen'} van klanten in gebruik`,
  wordingsOpen: (count) => `${count} te beoordelen ("npm run ingest -- review")`,
  labelsFrom: (files, verdicts) => `${files} uit bestanden, ${verdicts} uit oordelen`,
  labelsWaiting: (said, days, addresses) =>
    `${said.labels} van onbekende klanten tellen nog niet mee: van ${said.days} van ${days} dagen en ${said.addresses} van ${addresses} adressen`,
  leftOut: (reason) => `weggelaten: ${reason}`,
  texts: (count) => `${count} teksten`,
  unknown: (needed, there) =>
    `hoeveel er beantwoord zal worden, is nog niet bekend: daarvoor zijn ${needed} labels nodig; nu zijn er ${Math.floor(there)}`,
  expected: (coverage, precision, labels) =>
    `beantwoordt ongeveer ${coverage} bij een precisie van ${precision}; ${Math.floor(labels)} labels`,
  seconds: (seconds) => `${seconds.replace('.', ',')} s`,
  outcomes: {
    published: (id) => `${id} staat live`,
    unchanged: (id) => `ongewijzigd, ${id} blijft live`,
    built: (id) => `${id} is gebouwd; ${publish(id)}`,
    'held-back': (id) => `${id} bevat dit, maar daarvan is teruggegaan; ${publish(id)}`,
    guarded: (id) => `${id} is gebouwd en tegengehouden; ${publish(id)}`,
    planned: () => 'geen: dit was een plan',
  },
};
