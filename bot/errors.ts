import { defineErrors } from '../index/platform/errors.js';

const GUESSABLE = {
  'few-signs': 'is made of very few different characters',
  row: 'is a row of keys or of the alphabet',
  own: 'is the name or the e-mail address of its account',
  company: 'is the name of the company',
  common: 'is one of the most common, or a common word',
} as const;

/** Errors of conversations, hand-offs and desk accounts. */
export const botErrors = defineErrors({
  NOTHING_TO_EVALUATE: (facts: { directory: string }) =>
    `No release is live in ${facts.directory}: run ingest first, or name a corpus.`,
  SERVER_RUNNING: (facts: { directory: string }) =>
    `Another server works in ${facts.directory}, and two would answer beside each other. Stop that one first, or give this one a RUNTIME_DIR of its own.`,
  INVITATION_INVALID: (_: Record<string, never>) =>
    'This invitation is unknown, was used already or has ended. Ask an administrator for a new one.',
  INVITATION_FORBIDDEN: (facts: { agentId: string }) =>
    `The agent ${facts.agentId} is not an administrator and cannot invite anybody. Ask an administrator to send the invitation.`,
  ACCOUNT_EXISTS: (facts: { email: string }) =>
    `There is an account for ${facts.email} already. Sign in with it, or use another e-mail address; an administrator can make a link with which it gets a new password.`,
  ACCOUNT_UNKNOWN: (facts: { agentId: string }) =>
    `There is no account ${facts.agentId}; it may have been removed. Read the list of accounts again.`,
  ACCOUNT_CHANGE_FORBIDDEN: (facts: { agentId: string }) =>
    `The agent ${facts.agentId} is no administrator, or not any more, and cannot change accounts. Ask an administrator to do it.`,
  ACCOUNT_LOCKED: (facts: { agentId: string }) =>
    `The account ${facts.agentId} is locked, so a new password would open nothing. Unlock it first.`,
  LAST_ADMINISTRATOR: (facts: { agentId: string; change: 'locked' | 'removed' | 'demoted' }) =>
    `The account ${facts.agentId} is the last administrator who can sign in, so it was not ${facts.change}. Invite or unlock another administrator first.`,
  RESET_INVALID: (_: Record<string, never>) =>
    'This link to a new password is unknown, was used already or has ended. Ask an administrator for a new one.',
  PASSWORD_GUESSABLE: (facts: { reason: keyof typeof GUESSABLE }) =>
    `The password ${GUESSABLE[facts.reason]}, so it is tried first by whoever guesses. A sentence of a few words is easy to remember.`,
  PASSWORD_TOO_SHORT: (facts: { minimum: number; length: number }) =>
    `The password has ${facts.length} characters; at least ${facts.minimum} are needed. A sentence of a few words is easy to remember.`,
  PASSWORD_WRONG: (_: Record<string, never>) =>
    'The password is not that of the account, so nothing was changed. Type it again.',
  CODE_NEEDED: (_: Record<string, never>) =>
    'This account signs in with a code beside the password. Type the code of the authenticator app, or a recovery code.',
  CODE_WRONG: (_: Record<string, never>) =>
    'The code is wrong, too old, or was used before. Wait for the next one in the app and look whether the clock of the device is right; a recovery code works once.',
  CODES_PAUSED: (facts: { minutes: number }) =>
    `Too many wrong codes were typed, so no code of the app is taken for ${facts.minutes} minutes. A recovery code works; an administrator can take the second factor away.`,
  SECOND_FACTOR_ON: (_: Record<string, never>) =>
    'The second factor of this account is on already. Switch it off first to set it up anew.',
  SECOND_FACTOR_KEY_LOST: (facts: { keyId: string }) =>
    `The key ${facts.keyId} with which the second factor of this account was sealed is not there, so no code of the app can be checked. A recovery code works; an administrator can take the second factor away. Operators: put second-factor-key, or DESK_SECRETS_KEY, back as it was.`,
  SECOND_FACTOR_KEY_UNUSABLE: (facts: { path: string; reason: string }) =>
    `The key of second factors cannot be read or made at ${facts.path}: ${facts.reason}. Correct the file's rights, or set DESK_SECRETS_KEY.`,
  SECOND_FACTOR_DEMANDED: (_: Record<string, never>) =>
    'The second factor cannot be switched off, because DESK_SECOND_FACTOR demands it of this account. An administrator can take it away to set it up anew.',
  PICTURE_REFUSED: (facts: { bytes: number }) =>
    `The picture (${facts.bytes} bytes) is no PNG or JPEG of at most 20,000 bytes and 512 pixels each way, so it was not kept. Make it smaller, or choose another one.`,
  PASSWORDS_OFF: (_: Record<string, never>) =>
    'Nobody signs in here with a password (DESK_PASSWORDS). Sign in with the account of your company.',
  SIGN_ON_INCOMPLETE: (facts: { what: string }) =>
    `Signing in through a provider is set by half: ${facts.what}. See "Signing in through a provider" in bot/accounts/README.md.`,
  SIGN_ON_OFF: (_: Record<string, never>) =>
    'No provider is set through which people sign in here. Sign in with an e-mail address and a password.',
  // Whoever signs in reads it, so that the reason is for the log only.
  SIGN_ON_UNREACHABLE: (_: { reason: string }) =>
    'The provider of sign-ins cannot be reached, or does not answer as it should. Try again in a minute; if it stays, ask an administrator.',
  SIGN_ON_EXPIRED: (_: Record<string, never>) =>
    'The sign-in took too long, or was begun in another browser. Begin it again.',
  SIGN_ON_DENIED: (_: { reason: string }) =>
    'The provider did not let this sign-in through, or it was broken off there. Begin it again, or ask an administrator.',
  SIGN_ON_FAILED: (_: { reason: string }) =>
    'What the provider of sign-ins told could not be taken. Begin again; if it stays, the log tells why.',
  SIGN_ON_NO_ROLE: (_: Record<string, never>) =>
    'The provider knows this account, but it is in no group that may work here. Ask an administrator of your company to add it.',
  SIGN_ON_NO_ADDRESS: (_: Record<string, never>) =>
    'The provider tells no e-mail address of this account, or one that was not verified. Ask an administrator of your company to set it.',
  SIGN_ON_ADDRESS_USED: (_: Record<string, never>) =>
    'There is an account with this e-mail address already. Sign in with its password and link it under "My account"; an address alone does not show that it is yours.',
  SIGN_ON_LOCKED: (_: Record<string, never>) =>
    'This account is locked, so it cannot sign in. Ask an administrator to unlock it.',
  SIGN_ON_TAKEN: (_: Record<string, never>) =>
    'This person at the provider has an account of their own here, so that it was not linked. An administrator can remove that account first.',
  SIGN_ON_ONLY_WAY: (_: Record<string, never>) =>
    'This account has no password, so without the link nobody could sign in with it. Ask an administrator for a link to a new password first.',
  PASSWORDS_BUSY: (facts: { waiting: number }) =>
    `Too many people sign in at this moment (${facts.waiting} wait), so the password was not looked at. Try again in a few seconds.`,
  // Whoever signs in reads it, so that the reason is for the log only.
  PASSWORD_CHECK_FAILED: (_: { reason: string }) =>
    'The password could not be worked on, and nothing was changed. Try again; if it stays, the log tells why.',
  PERSON_TOO_MANY: (facts: { people: number; most: number }) =>
    `This e-mail address leads to ${facts.people} customers; at most ${facts.most} are taken for one person. Find the right ones and name each by channel and id (--customer CHANNEL:ID).`,
  NO_STORE: (facts: { path: string }) =>
    `There is no conversation store at ${facts.path}. Run the command in the server's folder, with its RUNTIME_DIR.`,
  SHADOW_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command is not understood: ${facts.reason}. "npm run shadow -- --help" tells how it is used.`,
  NO_CANDIDATE: (_: Record<string, never>) =>
    'There is no release beside the live one to ask. "npm run ingest -- --no-publish" makes one that waits.',
  PRIVACY_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command is not understood: ${facts.reason}. "npm run privacy -- help" tells how it is used.`,
  BACKUP_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command is not understood: ${facts.reason}. "npm run backup -- --help" and "npm run restore -- --help" tell how they are used.`,
  BACKUP_FAILED: (facts: { folder: string; reason: string }) =>
    `No backup was written to ${facts.folder} (${facts.reason}), and nothing that looks like one is there. Check that the folder can be written and its disk has room, and run it again.`,
  BACKUP_INCOMPLETE: (facts: { folder: string; reason: string }) =>
    `${facts.folder} is no whole backup: ${facts.reason}. Nothing was changed. Name the folder that "npm run backup" said it wrote.`,
  BACKUP_DAMAGED: (facts: { folder: string; file: string; reason: string }) =>
    `The backup in ${facts.folder} is damaged: ${facts.file} ${facts.reason}. Nothing was changed. Put back another backup.`,
  RESTORE_FOLDER_USED: (facts: { directory: string; found: string }) =>
    `The folder ${facts.directory} is not empty (${facts.found}), and nothing was changed. Give RUNTIME_DIR another folder, or say --replace: what is there is deleted once the backup is in its place.`,
  RESTORE_FAILED: (facts: { directory: string; reason: string }) =>
    `The backup could not be put back into ${facts.directory} (${facts.reason}). Check the rights of the folder and the room on its disk, and run it again; until then a server that was stopped half-way does not start there.`,
  RESTORE_UNFINISHED: (facts: { directory: string }) =>
    `A restore into ${facts.directory} was cut short, so that half of what is there is old. Run "npm run restore" again with --replace; it goes on from any state.`,
  INGEST_AT_WORK: (facts: { directory: string }) =>
    `An ingest works in ${facts.directory}, and nothing was changed. Wait until it is done, or stop it, and run the restore again.`,
  ERASURE_KEYS_DIFFER: (facts: { directory: string }) =>
    `What was erased is remembered under one key in ${facts.directory} and under another in the backup, so that neither can be held against the other. Nothing was changed. Put the file erasure-key that belongs to this backup into an empty folder and restore there.`,
  HANDOFF_MOVE_ILLEGAL: (facts: { state: string; move: string }) =>
    `A hand-off that is "${facts.state}" cannot take the move "${facts.move}". See the table in bot/handoff/transitions.ts.`,
  ACTIVITY_MALFORMED: (facts: { missing: string }) =>
    `An activity without ${facts.missing} cannot be handled. A channel must give every activity a channelId, a conversation.id and a from.id.`,
  NOT_CONTINUED_BY_ADAPTER: (_: Record<string, never>) =>
    'The adapter of our own channels keeps no conversation to go on with. What is said outside of a turn goes into the outbox (bot/outbox).',
  WEBCHAT_CONVERSATION_UNKNOWN: (facts: { conversationId: string }) =>
    `The web chat conversation ${facts.conversationId} is not in the store: it was never started or has passed its date. Start a new one.`,
  SAFETY_TEXTS_UNREADABLE: (facts: { path: string; reason: string }) =>
    `The texts that are said in danger cannot be read from ${facts.path}: ${facts.reason}. Correct the file or SAFETY_TEXTS; without that setting the bundled texts are used.`,
  SAFETY_TEXTS_INVALID: (facts: { path: string; country: string; complaints: string }) =>
    `The texts that are said in danger, in ${facts.path}, have the wrong form, or none for the country ${facts.country}:\n${facts.complaints}\nSee data/facts/README.md for the form, and COUNTRY for the country.`,
  COMPANY_FACTS_UNREADABLE: (facts: { path: string; reason: string }) =>
    `What the company says of itself cannot be read from ${facts.path}: ${facts.reason}. Correct the file or COMPANY_FACTS; without that setting the facts of the sample company are used.`,
  COMPANY_FACTS_INVALID: (facts: { path: string; complaints: string }) =>
    `What the company says of itself, in ${facts.path}, has the wrong form:\n${facts.complaints}\nSee data/facts/README.md for the form.`,
  OPENING_HOURS_UNREADABLE: (facts: { path: string; reason: string }) =>
    `The opening hours cannot be read from ${facts.path}: ${facts.reason}. Correct the file or OPENING_HOURS; without that setting the hours of the sample company are used.`,
  OPENING_HOURS_INVALID: (facts: { path: string; complaints: string }) =>
    `The opening hours, in ${facts.path}, have the wrong form:\n${facts.complaints}\nSee data/facts/README.md for the form.`,
  SEARCH_FILTERS_UNREADABLE: (facts: { path: string; reason: string }) =>
    `What may be searched cannot be read from ${facts.path}: ${facts.reason}. Correct the file or SEARCH_FILTERS; without that setting everything is searched.`,
  SEARCH_FILTERS_INVALID: (facts: { path: string; complaints: string }) =>
    `What may be searched, in ${facts.path}, has the wrong form:\n${facts.complaints}\nSee data/facts/README.md for the form.`,
  DESK_TEAMS_UNREADABLE: (facts: { path: string; reason: string }) =>
    `The teams of the desk cannot be read from ${facts.path}: ${facts.reason}. Correct the file or DESK_TEAMS; without that setting there is one queue for everybody.`,
  DESK_TEAMS_INVALID: (facts: { path: string; complaints: string }) =>
    `The teams of the desk, in ${facts.path}, have the wrong form:\n${facts.complaints}\nSee data/facts/README.md for the form.`,
  MAIL_SETTINGS_INCOMPLETE: (facts: { missing: string; given: string }) =>
    `${facts.given} is set and ${facts.missing} is not, so no mail could be sent. Set both, or neither.`,
  WEBCHAT_CONVERSATION_FULL: (facts: { activities: number; bytes: number }) =>
    `The conversation holds ${facts.activities} messages with ${facts.bytes} bytes and takes no more. Start a new conversation to go on.`,
});
