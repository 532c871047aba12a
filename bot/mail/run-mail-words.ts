import type { RunAlert } from '../contracts/mail/run-alert.js';

/** What a mail about a run of ingest says, in one language. */
interface RunMailWords {
  readonly subject: Readonly<Record<RunAlert['kind'], (company: string) => string>>;
  readonly what: Readonly<Record<RunAlert['kind'], (at: string, release: string) => string>>;
  readonly code: (code: string) => string;
  readonly reasons: string;
  readonly more: (count: number) => string;
  readonly todo: Readonly<Record<RunAlert['kind'], string>>;
  readonly once: string;
  readonly locale: string;
}

const nl: RunMailWords = {
  locale: 'nl-NL',
  subject: {
    failed: (company) => `${company}: het inlezen van de bronnen is mislukt`,
    'held-back': (company) => `${company}: een nieuwe versie van de kennis wacht op een besluit`,
  },
  what: {
    failed: (at) => `Het inlezen van de bronnen is mislukt (${at}). De bot antwoordt met wat hij al wist.`,
    'held-back': (at, release) =>
      `Er is een nieuwe versie van de kennis gemaakt (${at}${release}), en zij is niet live gezet. De bot antwoordt met de vorige.`,
  },
  code: (code) => `De fout heeft de code ${code}.`,
  reasons: 'Dit spreekt ertegen:',
  more: (count) => `en nog ${count}`,
  todo: {
    failed:
      'Wat te doen: een beheerder kijkt in het logboek van de server, daar staat waarom. “npm run ingest -- check” probeert of elke bron bereikbaar is. Daarna kan het inlezen op de desk opnieuw worden begonnen, onder Releases.',
    'held-back':
      'Wat te doen: een contentredacteur of beheerder bekijkt op de desk onder Releases wat er zou veranderen, en zet de nieuwe versie live of laat haar liggen.',
  },
  once: 'Over dezelfde oorzaak komt geen tweede e-mail, tenzij het tussendoor goed is gegaan. Antwoorden op deze e-mail worden niet gelezen.',
};

const en: RunMailWords = {
  locale: 'en-GB',
  subject: {
    failed: (company) => `${company}: reading the sources failed`,
    'held-back': (company) => `${company}: a new version of the knowledge waits for a decision`,
  },
  what: {
    failed: (at) => `Reading the sources failed (${at}). The bot answers with what it knew.`,
    'held-back': (at, release) =>
      `A new version of the knowledge was made (${at}${release}) and did not go live. The bot answers with the one before.`,
  },
  code: (code) => `The error has the code ${code}.`,
  reasons: 'This speaks against it:',
  more: (count) => `and ${count} more`,
  todo: {
    failed:
      'What to do: an administrator looks into the server’s log, which says why. “npm run ingest -- check” tries whether each source can be reached. Then reading can be begun again at the desk, under Releases.',
    'held-back':
      'What to do: a content editor or administrator looks at the desk, under Releases, at what would change, and makes the new version live or leaves it.',
  },
  once: 'No second e-mail comes about the same cause unless it went well in between. Replies to this e-mail are not read.',
};

/** The words of a language. */
export function runMailWords(language: RunAlert['language']): RunMailWords {
  return language === 'nl' ? nl : en;
}
