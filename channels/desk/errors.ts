import type { DeliveryProblem } from '../../bot/contracts/channels.js';
import { defineErrors } from '../../index/platform/errors.js';

const UNSENDABLE: Readonly<Record<DeliveryProblem, string>> = {
  'window-closed':
    'the channel allows no answer so long after the customer’s last message. Wait until the customer writes again, or use other means such as phone or e-mail',
  unreachable:
    'nothing reaches this customer in the channel any more. Wait until the customer writes again, or use other means such as phone or e-mail',
  'not-accepted': 'the channel does not accept this message. Change it or make it shorter, and send it again',
  'gave-up':
    'sending went wrong for too long. Send it again later, or use other means such as phone or e-mail',
};

/** Errors of the desk's API, beside those of all channels (`channels/errors.ts`). */
export const deskErrors = defineErrors({
  DESK_SIGN_IN_REFUSED: (_: Record<string, never>) =>
    'The e-mail address or the password is wrong. Check both; an administrator can make you a link to choose a new password.',
  DESK_SESSION_ENDED: (_: Record<string, never>) =>
    'Nobody is signed in with this browser, or the session has ended. Sign in again.',
  DESK_SECOND_FACTOR_NEEDED: (_: Record<string, never>) =>
    'This account must sign in with a code beside the password, and none is set up. Set up an authenticator app first.',
  DESK_NOT_ALLOWED: (facts: { role: string }) =>
    `This is for administrators; you are signed in as "${facts.role}". Ask an administrator to do it.`,
  DESK_FOREIGN_PAGE: (facts: { reason: string }) =>
    `The request did not come from the desk's own page (${facts.reason}), so nothing was done. Open the desk at its own address.`,
  DESK_CONVERSATION_UNKNOWN: (_: Record<string, never>) =>
    'There is no such conversation. It may have been removed after its time; go back to the queue.',
  DESK_CONVERSATION_TAKEN: (facts: { agentName: string | null; state: string }) =>
    facts.agentName === null
      ? `The conversation is "${facts.state}", so this cannot be done any more. Look at the queue again.`
      : `${facts.agentName} has this conversation. Choose another one, or ask ${facts.agentName} to give it back.`,
  DESK_CONVERSATION_OFFERED: (facts: { agentName: string }) =>
    `The conversation is offered to ${facts.agentName} just now. Wait until they take or decline it, or choose another one.`,
  DESK_FULL: (facts: { load: number; weight: number; capacity: number }) =>
    `You have ${facts.load} of ${facts.capacity} units, and this conversation takes ${facts.weight}. Close one or give one back first.`,
  DESK_CANNOT_REACH: (facts: { problem: DeliveryProblem }) =>
    `The reply was not sent: ${UNSENDABLE[facts.problem]}.`,
  DESK_REPLY_KEY_USED: (_: Record<string, never>) =>
    'Another reply was said under the key of this one, so this one was not said. Send it again with a key of its own.',
  DESK_NEWER_MESSAGES: (facts: { count: number }) =>
    `The reply was not sent: ${facts.count === 1 ? 'a message' : `${facts.count} messages`} came that its author had not seen. Read what came, and send the reply again if it still fits.`,
  DESK_TOO_MANY_NOTES: (facts: { most: number }) =>
    `The note was not kept: the conversation has ${facts.most} notes already, as many as it may have.`,
  DESK_CANNED_UNKNOWN: (_: Record<string, never>) =>
    'There is no such canned answer. Somebody may have removed it; load the page anew.',
  DESK_CANNED_SHORTCUT_USED: (_: Record<string, never>) =>
    'Another canned answer in this language has this shortcut, so nothing was kept. Choose another one.',
  DESK_TOO_MANY_CANNED: (facts: { most: number }) =>
    `The canned answer was not kept: there are ${facts.most} already, as many as there may be. Remove one that is not used.`,
  DESK_KNOWLEDGE_NOT_READY: (_: Record<string, never>) =>
    'The knowledge cannot be searched now, because its index is being built. Try it again in a while.',
  DESK_CONTENT_ONLY: (facts: { role: string }) =>
    `This is for content editors and administrators; you are signed in as "${facts.role}". Ask one of them to do it.`,
  DESK_LEADS_ONLY: (facts: { role: string }) =>
    `This is for team leads and administrators; you are signed in as "${facts.role}". Ask one of them to do it.`,
  DESK_UNSEEN_OFF: (_: Record<string, never>) =>
    'Nobody may read along unseen here. Read along seen, or have an operator switch DESK_READ_UNSEEN on.',
  DESK_ITEM_UNKNOWN: (_: Record<string, never>) =>
    'There is no such item in the knowledge. A newer release may have left it out; search for it again.',
  DESK_ITEM_CHANGED: (_: Record<string, never>) =>
    'A colleague changed this item since you looked at it, so nothing was kept. Open it again, and make your change to what it says now.',
  DESK_TOO_MANY_EDITS: (_: Record<string, never>) =>
    'The change was not kept: as many items are changed as there may be. Take back changes that are not needed any more.',
  DESK_ANSWER_NOT_YOURS: (_: Record<string, never>) =>
    'Only who has the conversation, or had it when it ended, can put its answer forward. Ask that colleague to do it.',
  DESK_DRAFT_UNKNOWN: (_: Record<string, never>) =>
    'There is no such answer any more: a colleague has decided about it, its author took it back, or its conversation was deleted. Load the list anew.',
  DESK_DRAFT_OWN: (_: Record<string, never>) =>
    'You put this answer forward yourself, so somebody else must approve it. Ask another content editor or administrator.',
  DESK_TOO_MANY_DRAFTS: (_: Record<string, never>) =>
    'The answer was not kept: there are as many as there may be. Decide about those that wait, or take back what nobody needs any more.',
  DESK_DRAFTS_OFF: (_: Record<string, never>) =>
    'Answers cannot be put forward at this desk, because the server that runs it keeps none. Ask an administrator to look at its log.',
  DESK_RELEASE_UNKNOWN: (_: Record<string, never>) =>
    'There is no such release, or it cannot be used any more: its folder was cleared away, or another version or model made it. Load the list anew.',
  DESK_RELEASE_REFUSED: (facts: { code: string }) =>
    `Nothing was changed (${facts.code}). Load the page anew and look at what is live; the log of the server says more.`,
  DESK_INGEST_RUNNING: (_: Record<string, never>) =>
    'The sources are being read, or a colleague is switching releases just now. Wait until that is done, and try it again.',
  DESK_FILE_UNKNOWN: (_: Record<string, never>) =>
    'The reply was not sent: a file of it is not there any more, or was sent before. Choose it again.',
  DESK_FILES_NOT_TAKEN: (_: Record<string, never>) =>
    'Files cannot be sent through this channel, so nothing was kept. Tell the customer in words, or use e-mail.',
  DESK_KNOWLEDGE_BUSY: (_: Record<string, never>) =>
    'Several searches of this account are under way already. Wait until they are done.',
  DESK_TARGET_UNKNOWN: (_: Record<string, never>) =>
    'The conversation was not passed on: there is no such team or colleague, or nobody can sign in as them. Choose another one.',
  DESK_TARGET_AWAY: (facts: { agentName: string }) =>
    `The conversation was not passed on: ${facts.agentName} is away, so that nothing is kept for them. Choose another colleague or a team.`,
  DESK_SNOOZE_TIME: (facts: { latest: string }) =>
    `The conversation was not set aside: the time is less than a minute from now, or later than ${facts.latest}. Choose another one.`,
  DESK_LABEL_UNKNOWN: (_: Record<string, never>) =>
    'There is no such label. Somebody may have removed it; load the page anew.',
  DESK_LABEL_NAME_USED: (_: Record<string, never>) =>
    'There is a label of this name already, so nothing was kept. Choose another name.',
  DESK_TOO_MANY_LABELS: (facts: { most: number }) =>
    `The label was not kept: there are ${facts.most} already, as many as there may be. Remove one first.`,
  DESK_VIEW_UNKNOWN: (_: Record<string, never>) =>
    'There is no such view. It may have been removed on another page; load the page anew.',
  DESK_TOO_MANY_VIEWS: (facts: { most: number }) =>
    `The view was not kept: there are ${facts.most} already, as many as there may be. Remove one first.`,
  DESK_TOO_MANY_STREAMS: (facts: { limit: number }) =>
    `This account has ${facts.limit} desk pages open already. Close some of them.`,
});

/** HTTP statuses of these errors and of those that the accounts raise (`bot/errors.ts`). */
export const deskStatuses: Readonly<Record<string, number>> = {
  PASSWORD_TOO_SHORT: 400,
  PICTURE_REFUSED: 400,
  PASSWORD_GUESSABLE: 400,
  DESK_SNOOZE_TIME: 400,
  PASSWORD_WRONG: 400,
  DESK_SIGN_IN_REFUSED: 401,
  CODE_NEEDED: 401,
  SIGN_ON_DENIED: 401,
  SIGN_ON_EXPIRED: 401,
  SIGN_ON_FAILED: 401,
  CODE_WRONG: 401,
  DESK_SESSION_ENDED: 401,
  DESK_NOT_ALLOWED: 403,
  DESK_SECOND_FACTOR_NEEDED: 403,
  DESK_FOREIGN_PAGE: 403,
  DESK_CONTENT_ONLY: 403,
  DESK_ANSWER_NOT_YOURS: 403,
  DESK_DRAFT_OWN: 403,
  DESK_LEADS_ONLY: 403,
  DESK_UNSEEN_OFF: 403,
  INVITATION_FORBIDDEN: 403,
  ACCOUNT_CHANGE_FORBIDDEN: 403,
  PASSWORDS_OFF: 403,
  SIGN_ON_LOCKED: 403,
  SIGN_ON_NO_ADDRESS: 403,
  SIGN_ON_NO_ROLE: 403,
  ACCOUNT_UNKNOWN: 404,
  SIGN_ON_OFF: 404,
  DESK_CONVERSATION_UNKNOWN: 404,
  DESK_CANNED_UNKNOWN: 404,
  DESK_TARGET_UNKNOWN: 404,
  DESK_LABEL_UNKNOWN: 404,
  DESK_VIEW_UNKNOWN: 404,
  DESK_ITEM_UNKNOWN: 404,
  DESK_DRAFT_UNKNOWN: 404,
  DESK_RELEASE_UNKNOWN: 404,
  ACCOUNT_EXISTS: 409,
  SIGN_ON_ADDRESS_USED: 409,
  SIGN_ON_ONLY_WAY: 409,
  SIGN_ON_TAKEN: 409,
  PERSON_TOO_MANY: 409,
  ACCOUNT_LOCKED: 409,
  LAST_ADMINISTRATOR: 409,
  SECOND_FACTOR_ON: 409,
  SECOND_FACTOR_DEMANDED: 409,
  DESK_CONVERSATION_TAKEN: 409,
  DESK_CONVERSATION_OFFERED: 409,
  DESK_FULL: 409,
  DESK_TARGET_AWAY: 409,
  DESK_REPLY_KEY_USED: 409,
  DESK_FILE_UNKNOWN: 409,
  DESK_FILES_NOT_TAKEN: 409,
  DESK_NEWER_MESSAGES: 409,
  DESK_TOO_MANY_NOTES: 409,
  DESK_CANNED_SHORTCUT_USED: 409,
  DESK_TOO_MANY_CANNED: 409,
  DESK_LABEL_NAME_USED: 409,
  DESK_TOO_MANY_LABELS: 409,
  DESK_TOO_MANY_VIEWS: 409,
  DESK_ITEM_CHANGED: 409,
  DESK_TOO_MANY_EDITS: 409,
  DESK_TOO_MANY_DRAFTS: 409,
  DESK_RELEASE_REFUSED: 409,
  DESK_INGEST_RUNNING: 409,
  INVITATION_INVALID: 410,
  RESET_INVALID: 410,
  DESK_CANNOT_REACH: 422,
  DESK_KNOWLEDGE_BUSY: 429,
  DESK_TOO_MANY_STREAMS: 429,
  PASSWORDS_BUSY: 429,
  CODES_PAUSED: 429,
  PASSWORD_CHECK_FAILED: 503,
  SECOND_FACTOR_KEY_LOST: 503,
  SIGN_ON_UNREACHABLE: 503,
  DESK_KNOWLEDGE_NOT_READY: 503,
  DESK_DRAFTS_OFF: 503,
};
