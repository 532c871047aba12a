import { defineErrors } from '../../index/platform/errors.js';

/** Errors of Azure Bot Service, beside those of all channels (`channels/errors.ts`). */
export const azureErrors = defineErrors({
  AZURE_HALF_SET: (facts: { type: string; missing: string }) =>
    `Azure Bot Service is half set up: a bot of the type ${facts.type} needs ${facts.missing} too. Set it, or none of the Microsoft settings to leave the channel off.`,
  AZURE_SECRET_UNWANTED: (_: Record<string, never>) =>
    'MicrosoftAppPassword is set, but a managed identity (MicrosoftAppType UserAssignedMSI) has no secret. Take the secret away, or set MicrosoftAppType to SingleTenant.',
  AZURE_OFF: (_: Record<string, never>) =>
    'This bot is not connected to Azure Bot Service. Set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId as channels/azure/README.md says.',
  AZURE_LOCAL_ONLY: (facts: { reason: string }) =>
    `Without MicrosoftAppId only programs on this machine may send messages, and ${facts.reason}. Set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId to be reached by Azure Bot Service.`,
  AZURE_CALLER_REFUSED: (facts: { reason: string }) =>
    `The call was not verified as one of Azure Bot Service for this bot: ${facts.reason}`,
  AZURE_KEYS_UNREACHABLE: (_: Record<string, never>) =>
    'The keys that Azure Bot Service signs with cannot be read now, so the call was not taken. Send it again; if it stays, let this server reach https://login.botframework.com.',
  AZURE_ACTIVITY_MALFORMED: (facts: { reason: string }) =>
    `The activity cannot be taken: ${facts.reason}. See "Activity" in the Bot Framework protocol.`,
  AZURE_POST_ONLY: (_: Record<string, never>) => 'Activities are sent to this address by POST.',
});

/** HTTP statuses of these errors where they answer a request. */
export const azureStatuses: Readonly<Record<string, number>> = {
  AZURE_OFF: 403,
  AZURE_LOCAL_ONLY: 403,
  AZURE_CALLER_REFUSED: 401,
  // A 5xx, so that the platform delivers again.
  AZURE_KEYS_UNREACHABLE: 503,
  AZURE_ACTIVITY_MALFORMED: 400,
  AZURE_POST_ONLY: 405,
};
