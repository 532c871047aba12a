import type { ContentWords } from './content-words.js';

/** Changing what the bot answers from, in Dutch. */
export const contentNl: ContentWords = {
  title: 'Kennis',
  hint: 'Wijzig wat de bot antwoordt. De bron blijft zoals hij is, en je wijziging blijft staan bij elke ingest. Verbergen werkt meteen, al het andere met de volgende release.',
  label: 'Zoek een antwoord',
  submit: 'Zoeken',
  found: (count) => (count === 1 ? '1 antwoord gevonden' : `${count} antwoorden gevonden`),
  none: 'Niets gevonden. Probeer andere woorden. Verborgen antwoorden staan in de lijst hieronder.',
  changed: 'Door ons gewijzigd',
  noneChanged: 'Er is niets gewijzigd.',
  open: 'Wijzigen',
  openOf: (question) => `Wijzigen: ${question}`,
  back: 'Terug naar de kennis',
  by: (author, date) => `Antwoord van ${author}${date ? `, ${date}` : ''}`,
  original: 'Naar het oorspronkelijke antwoord',
  source: 'Wat de bron zegt',
  sourceBefore: 'Wat de bron zei toen dit werd gewijzigd',
  sourceNow: 'Wat de bron nu zegt',
  beneath: 'De bron is sindsdien veranderd. Kijk of je wijziging nog klopt en bewaar haar opnieuw.',
  gone: 'De bron heeft dit antwoord niet meer, dus niemand krijgt het. Komt het terug, dan geldt je wijziging weer.',
  uses: (answers, conversations) =>
    answers === 0
      ? 'Niet gegeven in de gesprekken die nog bewaard zijn.'
      : `${answers} keer gegeven, in ${conversations === 1 ? '1 gesprek dat nog bewaard is' : `${conversations} gesprekken die nog bewaard zijn`}.`,
  answer: 'Antwoord aan klanten',
  answerHint:
    'Markdown. Klanten lezen dat je bedrijf het heeft aangepast, en wanneer. Laat persoonsgegevens weg.',
  phrasings: 'Andere manieren om dit te vragen',
  phrasingsHint: 'Eén op elke regel, hooguit 10.',
  isHidden: 'Verbergen: niemand krijgt dit antwoord, meteen',
  isOutdated: 'Verouderd: de bot geeft het minder snel, met een waarschuwing',
  isPinned: 'Vastzetten',
  pinnedHint:
    'Waar topics hetzelfde vragen gaat dit antwoord voor, en waar een ander het tegenspreekt geldt dit.',
  keep: 'Wijziging bewaren',
  undo: 'Alles ongedaan maken',
  undoTitle: 'Alle wijzigingen aan dit antwoord ongedaan maken?',
  undoHint:
    'Klanten krijgen vanaf de volgende release wat de bron zegt. Een verborgen antwoord is weer te zien.',
  kept: 'Bewaard. Klanten krijgen het met de volgende release.',
  keptHidden: 'Bewaard. Niemand krijgt dit antwoord nog.',
  undone: 'De wijzigingen zijn ongedaan gemaakt.',
  changedBy: (name, at) => `Gewijzigd door ${name}, ${at}`,
  marks: {
    edited: 'aangepast',
    hidden: 'verborgen',
    outdated: 'verouderd',
    pinned: 'vastgezet',
    phrasings: (count) => (count === 1 ? '1 manier van vragen erbij' : `${count} manieren van vragen erbij`),
    live: 'live',
    next: 'met de volgende release',
    beneath: 'bron veranderd',
    gone: 'weg bij de bron',
  },
};
