import type { PaletteWords } from './palette-words.js';

/** Het zoekvenster en de toetsen in het Nederlands. */
export const paletteNl: PaletteWords = {
  open: 'Zoek alles',
  title: 'Zoek acties, pagina’s, mensen en gesprekken',
  label: 'Wat zoek je?',
  groups: { action: 'Acties', page: 'Pagina’s', person: 'Collega’s', conversation: 'Gesprekken' },
  found: (count) => (count === 0 ? 'Niets gevonden.' : count === 1 ? '1 resultaat' : `${count} resultaten`),
  queue: 'Wachtrij',
  showKeys: 'Toetsen',
  status: (status) => `Status: ${status}`,
  language: 'English',
  keys: {
    title: 'Toetsen',
    close: 'Sluiten',
    rows: [
      { keys: ['Ctrl K', 'Cmd K'], does: 'Zoek een actie, pagina, collega of gesprek' },
      { keys: ['Alt Omlaag', 'Alt Omhoog'], does: 'Volgend of vorig gesprek in de lijst' },
      { keys: ['/'], does: 'In een antwoord: standaardantwoord op snelcode' },
      { keys: ['@'], does: 'In een notitie: collega noemen' },
      { keys: ['Omlaag', 'Omhoog', 'Enter'], does: 'In een lijst met keuzes: kiezen' },
      { keys: ['Esc'], does: 'Venster of lijst sluiten' },
      { keys: ['Tab', 'Shift Tab'], does: 'Naar het volgende of vorige onderdeel' },
      { keys: ['?'], does: 'Deze lijst' },
    ],
  },
};
