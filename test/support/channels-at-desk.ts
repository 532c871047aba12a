import { channelsAtDesk, createChannels, settingsOfChannels } from '../../channels/channels.js';
import { channelSettings } from '../../channels/settings.js';
import { joinSettings, parseSettings } from '../../index/platform/settings.js';

/** What the desk is told of the real channels as they are without settings. */
export const CHANNELS_AT_DESK = channelsAtDesk(
  createChannels(parseSettings(joinSettings(channelSettings, settingsOfChannels), {}), {
    isProduction: false,
  }),
);
