import type { Channel, ChannelKind, ChannelParts } from '../channel.js';
import { type ChannelsAtDesk, deskChannel } from '../channels-at-desk.js';
import type { ChannelSettings } from '../settings.js';
import { createWebchat, WEBCHAT_FORMS } from './create-webchat.js';
import { loadSigningKey } from './signing-key.js';

/** The chat on the company's website. Its settings are the server's. */
export const webchatChannel: ChannelKind<Record<never, never>> = {
  title: 'Web chat',
  settings: {},
  errors: {},
  create: (settings): Channel => ({
    forms: WEBCHAT_FORMS,
    atDesk: AT_DESK,
    connect: (parts) => connect(settings, parts),
  }),
};

const WEBSITE = { nl: 'Website', en: 'Website' };

const AT_DESK: ChannelsAtDesk = {
  channels: [deskChannel('directline', WEBSITE, 'globe'), deskChannel('webchat', WEBSITE, 'globe')],
  doors: [{ door: 'webchat', name: { nl: 'De website', en: 'The website' }, because: {} }],
};

function connect(settings: ChannelSettings, parts: ChannelParts) {
  const { runtimePath, bot, botName, files, webchatStore: store, mail, log, clock } = parts;
  return createWebchat({
    settings,
    signingKey: loadSigningKey(settings.WEBCHAT_SIGNING_KEY, runtimePath('webchat-signing-key')),
    store,
    bot,
    botAccount: { id: 'bot', name: botName, role: 'bot' },
    files,
    ...(mail ? { mail } : {}),
    log,
    clock,
  });
}
