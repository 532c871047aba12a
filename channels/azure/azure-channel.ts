import type { Channel, ChannelConnection, ChannelKind, ChannelParts } from '../channel.js';
import { AZURE_AT_DESK } from './at-desk.js';
import { type AzureOptions, azureOptions } from './azure-options.js';
import { createCloudAdapter } from './connector/cloud-adapter.js';
import { createAzure } from './create-azure.js';
import { azureErrors } from './errors.js';
import { renderMail, renderPlain } from './render-plain.js';
import { azureSettings } from './settings.js';

/** Azure Bot Service, whose one door carries Teams and many other channels. */
export const azureChannel: ChannelKind<typeof azureSettings> = {
  title: 'Azure Bot Service',
  settings: azureSettings,
  errors: azureErrors,
  create(settings, { isProduction }): Channel {
    const options = azureOptions(settings, isProduction);
    return {
      forms: [
        { channelId: '*', render: renderPlain },
        { channelId: 'email', render: renderMail, isOneMessage: true },
      ],
      atDesk: AZURE_AT_DESK,
      connect: (parts) => connect(options, parts, settings.PUBLIC_URL ?? null),
    };
  },
};

function connect(options: AzureOptions, parts: ChannelParts, publicUrl: string | null): ChannelConnection {
  const { bot, files, forms, desks, log, clock } = parts;
  const azure = createAzure({
    options,
    connector: createCloudAdapter({ identity: options.identity, clock }),
    bot,
    forms,
    sending: { files, publicUrl },
    desks,
    files,
    log,
    clock,
  });
  if (!options.identity) {
    log.info('Teams and other channels of Azure are off; see channels/azure/README.md.', {
      isServedToThisMachine: options.isLocalAllowed,
    });
  }
  return azure;
}
