import type { Activity } from '../../bot/contracts/activities.js';
import type { FileDownload } from '../../bot/contracts/channels.js';
import type { Channel, ChannelConnection, ChannelKind, ChannelParts } from '../channel.js';
import { messengerAtDesk } from './at-desk.js';
import { createMessenger } from './create-messenger.js';
import { messengerErrors } from './errors.js';
import { type MessengerOptions, messengerOptions } from './messenger-options.js';
import { AGENT_PICTURE_PATH } from './picture-router.js';
import { metaDownloads } from './reading/meta-downloads.js';
import { readActivity } from './reading/read-activity.js';
import { renderMessage } from './rendering/render-message.js';
import { createMessengerTransport } from './sending/transport.js';
import { messengerSettings } from './settings.js';

/** Facebook Messenger: without Azure by its own webhook, and in its own form also through Azure. */
export const messengerChannel: ChannelKind<typeof messengerSettings> = {
  title: 'Facebook Messenger',
  settings: messengerSettings,
  errors: messengerErrors,
  create(settings): Channel {
    const options = messengerOptions(settings);
    return {
      forms: [{ channelId: 'facebook', render: renderMessage, read: readActivity, downloads: readDownloads }],
      atDesk: messengerAtDesk({ canAgentsReplyLate: settings.MESSENGER_HUMAN_AGENT }),
      connect: (parts) => options && connect(options, parts, settings.PUBLIC_URL),
    };
  },
};

function readDownloads(activity: Activity): readonly FileDownload[] {
  const [reading] = readActivity(activity);
  return reading?.kind === 'activity' ? metaDownloads(reading.activity) : [];
}

/** The webhook, the picture of agents, and the way back. */
function connect(
  options: MessengerOptions,
  { bot, files, log, clock }: ChannelParts,
  publicUrl: string | undefined,
): ChannelConnection {
  // Meta fetches pictures from https addresses only.
  const defaultPicture = publicUrl?.startsWith('https://') ? `${publicUrl}${AGENT_PICTURE_PATH}` : null;
  const transport = createMessengerTransport({ options, files, log, clock, defaultPicture });
  const { lookUpName } = transport;
  const { door } = createMessenger({ options, bot, transport, files, lookUpName, log, clock });
  return { door, transport };
}
