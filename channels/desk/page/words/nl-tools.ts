import { contentNl } from './content/nl-content.js';
import { draftsNl } from './content/nl-drafts.js';
import { pairsNl } from './content/nl-pairs.js';
import { releasesNl } from './content/nl-releases.js';
import { shadowNl } from './content/nl-shadow.js';
import { staleNl } from './content/nl-stale.js';
import { movesNl } from './moves/nl-moves.js';
import { privacyNl } from './privacy/nl-privacy.js';
import { replyToolsNl } from './reply/nl-reply-tools.js';
import { securityNl } from './security/nl-security.js';
import { signsNl } from './signs/nl-signs.js';
import type { ToolWords } from './tool-words.js';

/** What agents look up, in Dutch. */
export const toolsNl: ToolWords = {
  ways: 'Meer op de desk',
  quotes: (name) => (name === '' ? 'In antwoord op' : `In antwoord op ${name}`),
  card: 'Stuurde',
  website: {
    customer: 'Ingelogd als',
    email: 'E-mail',
    page: 'Op pagina',
    campaign: 'Kwam via campagne',
    link: 'Kwam via link',
    ad: 'Kwam via advertentie',
  },
  reply: replyToolsNl,
  privacy: privacyNl,
  content: contentNl,
  drafts: draftsNl,
  stale: staleNl,
  pairs: pairsNl,
  releases: releasesNl,
  shadow: shadowNl,
  security: securityNl,
  moves: movesNl,
  signs: signsNl,
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
    reopened: 'Niet opgelost: klant kwam terug',
    until: (from, until) => `${from} tot ${until}`,
    since: (from) => `sinds ${from}`,
    failed: 'Het eerdere contact kon niet worden geladen.',
  },
  withBot: {
    title: 'Bij de bot',
    hint: 'Klanten die vandaag met de bot praten, de nieuwste bovenaan. Je leest mee en kunt overnemen.',
    none: 'Niemand praat nu met de bot.',
    take: 'Overnemen van de bot',
    reopen: 'Heropenen',
    takeFirst: 'De bot beantwoordt deze klant. Neem het gesprek over om zelf te antwoorden.',
    reopenFirst: 'Dit gesprek is afgesloten. Heropen het om de klant nog te schrijven.',
    wrote: (ago) => `schreef ${ago} geleden`,
  },
  notes: {
    add: 'Notitie voor collega’s',
    goOn: 'Verder met je notitie',
    label: 'Notitie voor collega’s',
    hint: 'De klant ziet dit niet. Met @naam laat je een collega meekijken.',
    keep: 'Notitie bewaren',
    badge: 'notitie, alleen voor collega’s',
    names: 'Collega’s om te noemen',
    of: (name) => `Notitie van ${name}`,
    mentions: 'Genoemd',
    mentionsHint: 'Collega’s noemden je hier. Wat je opent, verdwijnt uit deze lijst.',
    noMentions: 'Niemand heeft je genoemd in een notitie die je nog niet zag.',
    mentionsNames: (names) => `Genoemd: ${names.join(', ')}`,
    by: (name) => `notitie van ${name}`,
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
