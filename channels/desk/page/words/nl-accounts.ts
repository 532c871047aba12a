import type { AccountWords } from './account-words.js';

/** Accounts en nieuwe wachtwoorden in het Nederlands. */
export const accountsNl: AccountWords = {
  locked: 'geblokkeerd',
  signedIn: (browsers) => (browsers === 1 ? 'ingelogd' : `ingelogd in ${browsers} browsers`),
  lastSignedIn: (moment) => `laatst ingelogd ${moment}`,
  notSignedIn: 'niet ingelogd',
  newPassword: 'Nieuw wachtwoord',
  changes: {
    lock: 'Blokkeren',
    unlock: 'Deblokkeren',
    remove: 'Verwijderen',
    'end-sessions': 'Overal uitloggen',
    'reset-second-factor': 'Twee stappen wissen',
  },
  done: {
    lock: (name) => `Het account van ${name} is geblokkeerd.`,
    unlock: (name) => `Het account van ${name} is gedeblokkeerd.`,
    remove: (name) => `Het account van ${name} is verwijderd.`,
    'end-sessions': (name) => `${name} is overal uitgelogd.`,
    'reset-second-factor': (name) => `${name} logt in zonder code tot die opnieuw is ingesteld.`,
  },
  confirm: {
    lock: {
      title: (name) => `Het account van ${name} blokkeren?`,
      hint: 'Deze collega is meteen uitgelogd en kan pas weer inloggen als je het account deblokkeert. Gemaakte links werken niet meer.',
      ownHint:
        'Dit is je eigen account. Je bent meteen uitgelogd en kunt pas weer inloggen als een andere beheerder het deblokkeert. Links die je hebt gemaakt werken niet meer.',
    },
    remove: {
      title: (name) => `Het account van ${name} verwijderen?`,
      hint: 'Deze collega is meteen uitgelogd en het e-mailadres wordt gewist; de naam blijft staan bij wat er gezegd is. Dit kan niet ongedaan worden gemaakt, maar opnieuw uitnodigen kan wel.',
      ownHint:
        'Dit is je eigen account. Je bent meteen uitgelogd en je e-mailadres wordt gewist; je naam blijft staan bij wat je hebt gezegd. Dit kan niet ongedaan worden gemaakt, maar een andere beheerder kan je opnieuw uitnodigen.',
    },
    'end-sessions': {
      title: (name) => `${name} overal uitloggen?`,
      hint: 'Elke browser van deze collega is meteen uitgelogd. Opnieuw inloggen kan.',
      ownHint:
        'Dit is je eigen account. Elke browser van jou is meteen uitgelogd, ook deze. Opnieuw inloggen kan.',
    },
    'reset-second-factor': {
      title: (name) => `Inloggen in twee stappen van ${name} wissen?`,
      hint: 'Doe dit alleen als je zeker weet dat je collega het zelf vraagt. Deze collega is meteen uitgelogd en logt daarna in met alleen het wachtwoord.',
      ownHint:
        'Dit is je eigen account. Je bent meteen uitgelogd en logt daarna in met alleen het wachtwoord.',
    },
  },
  roleChanged: (name, role) => `${name} is nu: ${role}.`,
  link: (name) => `Link voor één keer naar een nieuw wachtwoord voor ${name}`,
  linkHint: (until) =>
    `Werkt één keer, tot ${until}, en logt het account overal uit. Kopieer hem nu: hij wordt niet bewaard. Geef hem zelf aan je collega.`,
  reset: {
    title: 'Kies een nieuw wachtwoord',
    intro: (name) =>
      `${name}, kies een nieuw wachtwoord voor de desk. Je wordt daarna overal elders uitgelogd.`,
    password: 'Nieuw wachtwoord',
    submit: 'Wachtwoord bewaren',
    invalidTitle: 'Deze link werkt niet',
    invalid: 'De link is al gebruikt, is verlopen of is niet compleet. Vraag een beheerder om een nieuwe.',
  },
};
