import type { AccountWords } from './account-words.js';

/** Accounts and new passwords in English. */
export const accountsEn: AccountWords = {
  locked: 'locked',
  signedIn: (browsers) => (browsers === 1 ? 'signed in' : `signed in in ${browsers} browsers`),
  lastSignedIn: (moment) => `last signed in ${moment}`,
  notSignedIn: 'not signed in',
  newPassword: 'New password',
  changes: {
    lock: 'Lock',
    unlock: 'Unlock',
    remove: 'Remove',
    'end-sessions': 'Sign out everywhere',
    'reset-second-factor': 'Take two steps away',
  },
  done: {
    lock: (name) => `The account of ${name} is locked.`,
    unlock: (name) => `The account of ${name} is unlocked.`,
    remove: (name) => `The account of ${name} is removed.`,
    'end-sessions': (name) => `${name} is signed out everywhere.`,
    'reset-second-factor': (name) => `${name} signs in without a code until it is set up again.`,
  },
  confirm: {
    lock: {
      title: (name) => `Lock the account of ${name}?`,
      hint: 'They are signed out at once and cannot sign in until you unlock it. Links they made stop working.',
      ownHint:
        'This is your own account. You are signed out at once and cannot sign in until another administrator unlocks it. Links you made stop working.',
    },
    remove: {
      title: (name) => `Remove the account of ${name}?`,
      hint: 'They are signed out at once and their e-mail address is deleted; their name stays on what they said. This cannot be undone, but you can invite them again.',
      ownHint:
        'This is your own account. You are signed out at once and your e-mail address is deleted; your name stays on what you said. This cannot be undone, but another administrator can invite you again.',
    },
    'end-sessions': {
      title: (name) => `Sign ${name} out everywhere?`,
      hint: 'Every browser they use is signed out at once. They can sign in again.',
      ownHint:
        'This is your own account. Every browser you use is signed out at once, this one too. You can sign in again.',
    },
    'reset-second-factor': {
      title: (name) => `Take signing in in two steps from ${name}?`,
      hint: 'Do this only when you are sure that your colleague asks for it. They are signed out at once and then sign in with the password alone.',
      ownHint:
        'This is your own account. You are signed out at once and then sign in with the password alone.',
    },
  },
  roleChanged: (name, role) => `${name} is now: ${role}.`,
  link: (name) => `One-time link to a new password for ${name}`,
  linkHint: (until) =>
    `Works once, until ${until}, and signs the account out everywhere. Copy it now: it is not kept. Give it to your colleague yourself.`,
  reset: {
    title: 'Choose a new password',
    intro: (name) => `${name}, choose a new password for the desk. You are then signed out everywhere else.`,
    password: 'New password',
    submit: 'Keep this password',
    invalidTitle: 'This link does not work',
    invalid: 'The link was used already, has ended or is not complete. Ask an administrator for a new one.',
  },
};
