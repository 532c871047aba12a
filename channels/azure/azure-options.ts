import type { AzureIdentity } from './connector/contracts.js';
import { azureErrors } from './errors.js';
import { isLoopbackUrl } from './loopback.js';
import type { AzureSettings } from './settings.js';

/** Azure Bot Service as it is set up. */
export interface AzureOptions {
  /** The bot's registration; null without one. */
  readonly identity: AzureIdentity | null;
  /** Whether, without a registration, programs on this machine may send messages. */
  readonly isLocalAllowed: boolean;
}

type Name = 'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppTenantId';

/** What each type of bot needs, as Microsoft's own configuration demands it. */
const NEEDED: Readonly<Record<AzureIdentity['type'], readonly Name[]>> = {
  SingleTenant: ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'],
  UserAssignedMSI: ['MicrosoftAppId', 'MicrosoftAppTenantId'],
  MultiTenant: ['MicrosoftAppId', 'MicrosoftAppPassword'],
};

/**
 * What the settings say of Azure Bot Service. Without a registration, nobody is served in production, nor where the
 * server has an address in the world.
 * @param settings `PUBLIC_URL` is the server's address; undefined where not set
 * @param isProduction whether NODE_ENV is `production`
 * @throws AZURE_HALF_SET where some of the needed settings are missing, AZURE_SECRET_UNWANTED
 */
export function azureOptions(
  settings: AzureSettings & { readonly PUBLIC_URL: string | undefined },
  isProduction: boolean,
): AzureOptions {
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password = null,
    MicrosoftAppTenantId: tenantId = null,
    MicrosoftAppType: type,
    ChannelService: channelService = null,
  } = settings;
  if (!isAnySet(settings)) {
    const isPublic = settings.PUBLIC_URL !== undefined && !isLoopbackUrl(settings.PUBLIC_URL);
    return { identity: null, isLocalAllowed: settings.AZURE_LOCAL && !isProduction && !isPublic };
  }
  const missing = NEEDED[type].filter((name) => settings[name] === undefined);
  if (appId === undefined || missing.length > 0) {
    throw azureErrors.AZURE_HALF_SET({ type, missing: missing.join(' and ') });
  }
  const isManaged = type === 'UserAssignedMSI';
  if (isManaged && password !== null) throw azureErrors.AZURE_SECRET_UNWANTED({});
  const identity = {
    appId,
    type,
    channelService,
    password,
    tenantId: type === 'MultiTenant' ? null : tenantId,
  };
  return { identity, isLocalAllowed: false };
}

function isAnySet(settings: AzureSettings): boolean {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, ChannelService } = settings;
  const texts = [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, ChannelService];
  return settings.MicrosoftAppType !== 'SingleTenant' || texts.some((text) => text !== undefined);
}
