import type { ReportWords } from './contracts.js';

const plural = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

export const nl: ReportWords = {
  language: 'nl',
  added: (count) => `Nieuw (${count})`,
  changed: (count) => `Gewijzigd (${count})`,
  changedBesides: (count) =>
    `Bij ${plural(count, 'item wijzigen', 'items wijzigen')} alleen stemmen, data of labels: niets wat gelezen wordt.`,
  withdrawn: (count) => `Ingetrokken (${count})`,
  joined: (count) => `Samengevoegd: elders dezelfde vraag, nu een extra formulering (${count})`,
  redacted: (count) => `Geanonimiseerd: persoonsgegevens vervangen (${count})`,
  leftOut: (count, reason) => `Weggelaten: ${reason} (${count})`,
  nothingChanges: 'Er komt geen item bij, er wijzigt er geen en er gaat er geen weg.',
  more: (count) => `… en nog ${count} ("plan --all" noemt ze)`,
  before: 'nu',
  after: 'nieuw',
  joins: (title) => `hoort bij "${title}"`,
  parts: {
    title: 'vraag',
    answer: 'antwoord',
    author: 'auteur',
    corrections: 'correcties',
    phrasings: 'andere formuleringen',
    link: 'link',
  },
  skipReasons: {
    'broken-row': 'niet te lezen',
    'line-too-long': 'regel te lang',
    unreachable: 'deze keer niet gekregen van de bron; wat die eerder gaf, blijft',
    'id-used-twice': 'id tweemaal gebruikt',
    deleted: 'verwijderd',
    'not-a-question': 'berichten van een andere soort',
    comment: 'opmerkingen',
    'no-accepted-answer': 'geen geaccepteerd antwoord',
    'no-question': 'geen vraag in de titel',
    'answer-empty': 'van het antwoord blijft niets over',
    'answer-too-long': 'antwoord te lang',
    'damaged-text': 'er gingen letters verloren voordat de tekst hier kwam',
    'points-elsewhere': 'verwijst alleen naar een andere reactie',
    'private-reply': 'privé beantwoord',
    'dead-end': 'loopt dood',
    withdrawn: 'door de schrijver ingetrokken',
    joke: 'een grap',
    contradicted: 'leden noemen verschillende prijzen; bepaal welke klopt',
  },
  questionsHead: (asked) => `Uw vragen (${asked} met een bekend antwoord)`,
  verdictsBeside: (count) =>
    `Daarnaast ${plural(count, 'vraag', 'vragen')} van klanten en medewerkers gesteld; die worden genoemd, niet geteld.`,
  rightLine: (before, after) => `Goed beantwoord: nu ${before}, met de nieuwe versie ${after}.`,
  changeLine: (change, low, high) =>
    `Verschil: ${change} punten; met 95 % zekerheid tussen ${low} en ${high}.`,
  precisionLine: (before, after, sure) =>
    `Van de antwoorden zonder voorbehoud klopt nu ${before}, straks ${after} (${plural(sure, 'antwoord', 'antwoorden')}).`,
  needed: (needed) =>
    `Dat is te weinig om een verschil van twee punten te zien: daarvoor zijn ongeveer ${needed} vragen nodig (INGEST_LABELS).`,
  better: (count) => `Beter (${count})`,
  worse: (count) => `Slechter (${count})`,
  failing: (count) => `Moeten goed gaan en gaan niet goed, nu niet en straks niet (${count})`,
  mustPass: 'moet goed gaan',
  outcomes: {
    wrong: 'verkeerd antwoord',
    person: 'geen antwoord, een medewerker',
    other: 'een antwoord waarover niemand oordeelde',
    offered: 'bij de keuzes',
    right: 'goed antwoord',
  },
  noEffect: {
    'no-questions':
      'Wat dit voor klanten betekent, is niet bekend: geen vraag met een bekend antwoord gaat over deze items. Geef bestanden met zulke vragen op (INGEST_LABELS).',
    'nothing-live': 'Er staat nog geen versie live, dus er valt niets te vergelijken.',
    'live-unreadable':
      'De live versie hoort bij een ander model of een andere programmaversie; de vragen kunnen niet aan beide gesteld worden.',
    'nothing-changes': 'De live versie bevat hetzelfde, dus geen antwoord verandert.',
  },
  itemsGo: (source, held, gone) => `van de ${held} items van "${source}" zouden er ${gone} weggaan`,
  answersLess: (before, after) =>
    `van de eigen vragen met weggelaten woorden beantwoordt deze versie ${after}, de live versie ${before}`,
  fewerRight: (asked, change, low, high) =>
    `van ${asked} bekende vragen worden er minder goed beantwoord: ${change} punten, met 95 % zekerheid tussen ${low} en ${high}`,
  mustPassLost: (count, names) =>
    `${plural(count, 'vraag die goed moet gaan, verliest het goede antwoord', 'vragen die goed moeten gaan, verliezen het goede antwoord')}: ${names}`,
  lessPrecise: (before, after, wanted, sure) =>
    `van de ${sure} antwoorden zonder voorbehoud klopt ${after}, bij de live versie ${before}; gewenst is ${wanted}`,
  wouldGoLive: 'Een run zou dit publiceren.',
  wouldBeHeldBack: 'Een run zou dit tegenhouden:',
  isHeldBack: (id) =>
    `Tegengehouden: de live versie blijft. Met "npm run ingest -- publish ${id}" zet u de nieuwe live. Reden:`,
  wasForced: 'Toch gepubliceerd (--force), hoewel',
  gone: 'map verwijderd',
  noneLive: 'Er staat geen versie live.',
  items: (count) => plural(count, 'item', 'items'),
  acts: {
    built: 'gebouwd',
    'held-back': 'tegengehouden',
    published: 'gepubliceerd',
    forced: 'toch gepubliceerd',
    left: 'verlaten door terug te gaan',
    returned: 'weer live door terug te gaan',
  },
  by: 'door',
  isLive: (release) => `Versie ${release} staat live.`,
  isLiveAgain: (release) => `Versie ${release} staat weer live.`,
  isNamed: (id, name) => `Versie ${id} heet nu "${name}".`,
  noVersion: (item) => `Geen versie die onthouden wordt, bevatte een item "${item}".`,
  notInRelease: (item, release) => `De versie "${release}" bevatte het item "${item}" niet.`,
  versionFrom: (release) => `Vanaf versie ${release}`,
  versionUntil: (release) => `tot en met versie ${release}`,
  stillThere: 'en nog in de nieuwste',
  writtenBy: 'Geschreven door',
  thread: 'Topic',
  run: (sources, read) => `De run las ${plural(read, 'topic', 'topics')} van ${sources}`,
  formerly: 'Tot dan toe, en door dit antwoord verbeterd:',
  noLink: 'geen link',
};
