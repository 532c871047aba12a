import type { ToolWords } from './tool-words.js';

/** What agents look up, in Dutch. */
export const toolsNl: ToolWords = {
  ways: 'Meer op de desk',
  search: {
    title: 'Zoeken',
    label: 'Zoek in alle gesprekken',
    hint: 'Woorden uit één bericht, of de naam van de klant of de collega.',
    submit: 'Zoeken',
    filters: 'Verfijnen',
    channel: 'Kanaal',
    language: 'Taal',
    from: 'Vanaf',
    until: 'Tot en met',
    agent: 'Medewerker',
    all: 'alle',
    isEnded: 'Alleen gesprekken die klaar zijn',
    found: (count) => (count === 1 ? '1 gesprek gevonden' : `${count} gesprekken gevonden`),
    none: 'Niets gevonden. Probeer minder of andere woorden.',
    noneYet: 'In de nieuwste berichten staat het niet. Zoek verder terug.',
    more: 'Verder terug zoeken',
  },
  history: {
    title: 'Eerder contact',
    none: 'Deze klant had niet eerder contact.',
    thisOne: 'dit gesprek',
    botOnly: 'Alleen met de bot',
    had: (name) => `bij ${name}`,
    nobody: 'bij niemand',
    until: (from, until) => `${from} tot ${until}`,
    since: (from) => `sinds ${from}`,
    failed: 'Het eerdere contact kon niet worden geladen.',
  },
  states: {
    'with-bot': 'bij de bot',
    offered: 'bij de bot',
    waiting: 'wacht',
    'with-agent': 'loopt',
    solved: 'afgesloten',
    expired: 'verlopen',
  },
};
