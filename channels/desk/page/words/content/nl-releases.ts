import type { ReleaseWords } from './release-words.js';

/** Releases of the knowledge, in Dutch. */
export const releasesNl: ReleaseWords = {
  title: 'Releases',
  hint: 'Elke release is wat de bot op één moment weet. Eén ervan is live. Kijk wat een nieuwe verandert voordat je haar publiceert; teruggaan kost een seconde.',
  back: 'Terug naar de releases',
  run: {
    title: 'Bronnen inlezen',
    start: 'Nu inlezen',
    full: 'Alles opnieuw lezen, ook wat niet veranderd is',
    none: 'Er is niets ingelezen sinds de server is gestart.',
    by: (name, at) => `Gestart door ${name}, ${at}`,
    schedule: 'het rooster',
    phase: (phase) =>
      phase
        .replace(/^reading /, 'Leest ')
        .replace(/^embedding$/, 'Bepaalt waar teksten over gaan')
        .replace(/^looking for asides$/, 'Haalt eruit wat alleen voor de vraagsteller was')
        .replace(/^comparing threads$/, 'Vergelijkt topics')
        .replace(/^building release$/, 'Stelt de release samen')
        .replace(/^asking the live release$/, 'Stelt je vragen aan de release die live is')
        .replace(/^asking the new release$/, 'Stelt je vragen aan de nieuwe release')
        .replace(/^publishing .*$/, 'Publiceert'),
    outcomes: {
      done: 'Klaar.',
      'held-back': 'Er ligt een release klaar die op je wacht: kijk hieronder wat ertegen spreekt.',
      failed: 'Het is mislukt. Wat live is, is niet veranderd.',
      elsewhere: 'Er wordt al ingelezen, op de terminal of door een andere server. Wacht tot dat klaar is.',
      stopped: 'Het is met de server gestopt.',
    },
    begins: 'Het begint …',
    code: (code) => `In het logboek van de server staat waarom, onder ${code}.`,
  },
  none: 'Er is nog geen release.',
  items: (count) => (count === 1 ? '1 antwoord' : `${count} antwoorden`),
  live: 'live',
  liveSince: (at) => `live sinds ${at}`,
  gone: 'niet meer bewaard',
  waits: 'wacht op een besluit',
  look: 'Bekijken',
  lookOf: (name) => `${name} bekijken`,
  acts: {
    built: 'gemaakt',
    'held-back': 'tegengehouden',
    published: 'gepubliceerd',
    forced: 'toch gepubliceerd',
    left: 'teruggegaan vanaf deze',
    returned: 'teruggegaan naar deze',
  },
  act: (what, by, at) => (by === '' ? `${what}, ${at}` : `${what} door ${by}, ${at}`),
  actors: { 'the server': 'de server', 'the schedule': 'het rooster' },
  publish: 'Publiceren',
  rollback: 'Terug naar de vorige',
  publishTitle: (name) => `${name} publiceren?`,
  publishHint: 'Vanaf dan krijgen klanten deze antwoorden. Niemand verliest zijn gesprek.',
  rollbackTitle: 'Teruggaan naar de vorige release?',
  rollbackHint: 'Vanaf dan krijgen klanten de antwoorden van de release die hiervoor live was.',
  why: 'Waarom (collega’s lezen dit)',
  rename: 'Naam bewaren',
  name: 'Naam van deze release',
  published: 'Gepubliceerd. Klanten krijgen deze antwoorden binnen enkele seconden.',
  rolledBack: 'Teruggegaan. Klanten krijgen binnen enkele seconden de antwoorden van eerst.',
  renamed: 'De naam is bewaard.',
  plan: {
    title: 'Wat ze verandert',
    none: 'Van deze release is niet bewaard wat ze verandert.',
    against: 'Dit spreekt ertegen:',
    kinds: {
      worse: 'Vragen die slechter worden',
      failing: 'Vragen die goed moeten gaan en dat niet doen',
      better: 'Vragen die beter worden',
      changed: 'Gewijzigd',
      added: 'Nieuw',
      withdrawn: 'Ingetrokken',
      contradicted: 'Spreken elkaar tegen',
      joined: 'Samengevoegd met een ander',
      redacted: 'Persoonsgegevens vervangen',
      'left-out': 'Weggelaten',
    },
    before: 'Nu',
    after: 'Nieuw',
    more: 'Meer tonen',
    nothing: 'Er verandert geen antwoord.',
    source: 'Naar de bron',
    cutOff: (kept) => `De eerste ${kept} zijn bewaard.`,
  },
  preview: {
    title: 'Wat zou de bot zeggen?',
    hint: 'Stel een vraag zoals een klant dat zou doen. Er wordt niets van bewaard.',
    question: 'Vraag',
    ask: 'Vragen',
    live: 'Nu live',
    asked: 'Deze release',
    verdicts: {
      answer: 'De klant krijgt dit antwoord:',
      doubt: 'De klant krijgt dit antwoord, met voorbehoud:',
      choices: 'De klant kiest uit:',
      person: 'De klant krijgt een medewerker aangeboden. Dichtstbij:',
    },
    nobodyLive: 'Er is geen release live.',
    same: 'Beide geven hetzelfde.',
  },
};
