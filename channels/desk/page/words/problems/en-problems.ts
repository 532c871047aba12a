import type { DeskWords } from '../word-list.js';

/** What went wrong, by the code of the server, in English. */
export const problemsEn: DeskWords['problems'] = {
  Unreachable: 'The server cannot be reached. Try again in a moment.',
  DeskSignInRefused: 'The e-mail address or the password is wrong.',
  DeskSessionEnded: 'Your session has ended. Sign in again.',
  DeskNotAllowed: 'Only administrators can do this.',
  DeskForeignPage: 'This request did not come from the desk itself. Open the desk at its own address.',
  DeskConversationTaken: 'This cannot be done any more: the conversation has changed meanwhile.',
  BackInQueue: 'You had no connection, so this conversation is back in the queue.',
  DeskConversationOffered: 'This conversation is offered to a colleague now.',
  DeskFull: 'You cannot have this conversation as well. Close one or give one back first.',
  DeskCannotReach: 'Your reply was not sent.',
  DeskFileUnknown: 'Your reply was not sent: a file of it is not there any more. Choose it again.',
  DeskFilesNotTaken: 'Files cannot be sent through this channel.',
  DeskCannedUnknown: 'This canned answer is not there any more. Load the page again.',
  DeskCannedShortcutUsed: 'A canned answer in this language has this shortcut already.',
  DeskTooManyCanned: 'There are as many canned answers as there may be. Remove one first.',
  DeskKnowledgeBusy: 'Several searches of yours are still under way. Wait a moment.',
  DeskKnowledgeNotReady: 'Searching is not possible now: the knowledge is being read. Try again later.',
  DeskTooManyNotes: 'This conversation has as many notes as it may have.',
  DeskReplyKeyUsed: 'This reply was not sent. Copy its words, discard it and send them as a new reply.',
  DeskNewerMessages: 'Your reply was not sent: something was written meanwhile. Read it first.',
  DeskConversationUnknown: 'This conversation is not here (any more).',
  AccountExists:
    'There is an account with this e-mail address already. Sign in with it, or ask an administrator for a link to a new password.',
  PersonTooMany:
    'This address leads to several customers. Find the right conversation and look up its customer alone.',
  AccountUnknown: 'There is no such account any more. Load the page again.',
  AccountChangeForbidden: 'Only administrators can change accounts.',
  AccountLocked: 'This account is locked. Unlock it first.',
  LastAdministrator:
    'This is the last administrator who can sign in. Invite or unlock another administrator first.',
  ResetInvalid: 'This link was used already or has ended.',
  PasswordGuessable:
    'This password is easy to guess: a common one, a row of keys, a few signs over and over, or your own name or e-mail address. Take a sentence of a few words.',
  PasswordTooShort: 'This password is too short. Take a sentence of a few words.',
  InvitationForbidden: 'Only administrators can invite.',
  InvitationInvalid: 'This invitation was used already or has ended.',
  PasswordsBusy: 'Too many people are signing in at once. Try again in a few seconds.',
  PasswordCheckFailed: 'Your password was not checked or saved: nothing changed. Try again in a moment.',
  TooManyRequests: 'Too many tries. Wait a minute.',
  BadArgument: 'Not everything is filled in well.',
  BodyTooLarge: 'This message is too long.',
  other: 'Something went wrong. Try again in a moment.',
};
