import { defineErrors } from '../../index/platform/errors.js';

/** Errors of Messenger, beside those of all channels (`channels/errors.ts`). */
export const messengerErrors = defineErrors({
  MESSENGER_HALF_SET: (facts: { set: string; missing: string }) =>
    `Messenger is half set up. Set: ${facts.set}. Missing: ${facts.missing}. Set all three, or none to leave Messenger off.`,
  MESSENGER_TOKEN_WRONG: (_: Record<string, never>) =>
    'The verify token is not the one of MESSENGER_VERIFY_TOKEN. Type the same text into the field "Verify token" of the webhook at Meta.',
  MESSENGER_SIGNATURE_WRONG: (_: Record<string, never>) =>
    'X-Hub-Signature-256 is missing or was not made with MESSENGER_APP_SECRET, so nothing was done. Compare the setting with the app secret at Meta.',
  MESSENGER_NOT_A_PAGE: (facts: { object: string }) =>
    `The event is of "${facts.object}", and only those of a page are taken. Subscribe the webhook to the product "Page" at Meta.`,
  MESSENGER_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command is not understood: ${facts.reason}. See "npm run messenger -- help".`,
  MESSENGER_OFF: (_: Record<string, never>) =>
    'Messenger is switched off. Set MESSENGER_APP_SECRET, MESSENGER_VERIFY_TOKEN and MESSENGER_PAGE_ACCESS_TOKEN first; channels/messenger/README.md says where Meta shows them.',
  MESSENGER_NAMES_MISSING: (facts: { names: string }) =>
    `The profile of the page cannot be set without ${facts.names}: it would greet customers under the name of the sample company. Set it in the environment or in .env.`,
  MESSENGER_QUESTIONS_INVALID: (facts: { path: string; reason: string }) =>
    `The questions in ${facts.path} cannot be used: ${facts.reason}. Write {"nl": ["…"], "en": ["…"]} with at most 4 questions of at most 80 characters each.`,
  MESSENGER_PROFILE_FAILED: (facts: { action: string; reason: string; remedy: string }) =>
    `The profile of the page could not be ${facts.action}. ${facts.reason}. ${facts.remedy}`,
});

/** HTTP statuses of these errors where they answer a request. */
export const messengerStatuses: Readonly<Record<string, number>> = {
  MESSENGER_TOKEN_WRONG: 403,
  MESSENGER_SIGNATURE_WRONG: 403,
  MESSENGER_NOT_A_PAGE: 404,
};
