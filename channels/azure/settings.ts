import { z } from 'zod';
import { matching, type Setting, type Settings, setting } from '../../index/platform/settings.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

/**
 * Settings of Azure Bot Service, by the names Microsoft gives them in Azure and in every Bot Framework bot. They switch
 * /api/messages on; see README.md for where Azure shows them.
 */
export const azureSettings = {
  MicrosoftAppId: matching(
    setting.optionalText('App id of the bot (Azure Bot, Configuration, Microsoft App ID).'),
    GUID,
    'must be an id such as 11111111-2222-3333-4444-555555555555',
  ),
  MicrosoftAppPassword: setting.secret(
    'Client secret of the app registration: its value, not its id. It ends by date. Not set for a managed identity.',
  ),
  MicrosoftAppType: {
    schema: z
      .string()
      .default('SingleTenant')
      .transform((text) => APP_TYPES.find((type) => type.toLowerCase() === text.toLowerCase()))
      .refine((type) => type !== undefined, `must be one of ${APP_TYPES.join(', ')}`)
      .transform((type) => type ?? 'SingleTenant'),
    about:
      'Type of the bot in Azure: SingleTenant, UserAssignedMSI (a managed identity) or MultiTenant (only bots made before August 2025).',
    example: 'SingleTenant',
  } satisfies Setting<(typeof APP_TYPES)[number]>,
  MicrosoftAppTenantId: matching(
    setting.optionalText('Tenant id of the app registration; every type but MultiTenant needs it.'),
    /^[\w-]+(\.[\w-]+)*$/,
    'must be an id such as 11111111-2222-3333-4444-555555555555 or a domain',
  ),
  ChannelService: matching(
    setting.optionalText(
      'https://botframework.azure.us for Azure of the US government; not set for all others.',
    ),
    /^https:\/\/botframework\.azure\.us$/,
    'must be https://botframework.azure.us or not set',
  ),
  AZURE_LOCAL: setting.flag(
    'Whether the Bot Framework Emulator and the Agents Playground on this machine may use /api/messages while MicrosoftAppId is not set. Behind a proxy on this machine anybody could then write as anybody, so that it is off unless asked for; never on where NODE_ENV is production or PUBLIC_URL is an address of the world.',
    false,
  ),
};

export type AzureSettings = Settings<typeof azureSettings>;
