import { joinSettings, type Settings } from '../index/platform/settings.js';
import { azureChannel } from './azure/azure-channel.js';
import type {
  Channel,
  ChannelConnection,
  ChannelKind,
  ChannelParts,
  ChannelSurroundings,
} from './channel.js';
import type { ChannelDeskParts } from './channel-desk.js';
import type { ChannelsAtDesk } from './channels-at-desk.js';
import { messengerChannel } from './messenger/messenger-channel.js';
import type { ChannelSettings } from './settings.js';
import { teamsChannel } from './teams/teams-channel.js';
import { webchatChannel } from './webchat/webchat-channel.js';

/** Every channel. A new one is a folder beside this file and a word here. */
const KINDS = [webchatChannel, messengerChannel, azureChannel, teamsChannel] as const;

export const channelKinds: readonly ChannelKind[] = KINDS;

/** The settings of all channels, beside those of the server. */
export const settingsOfChannels = joinSettings(...KINDS.map(({ settings }) => settings));

/**
 * Every channel as it is set.
 * @throws the coded error of one that is set by half
 */
export function createChannels(
  settings: ChannelSettings & Settings<typeof settingsOfChannels>,
  surroundings: ChannelSurroundings,
): readonly Channel[] {
  return KINDS.map((kind) => kind.create(settings, surroundings));
}

/**
 * Connects all channels that are switched on to the bot.
 * @param agents the desk, where agents may work within channels as well
 */
export function connectChannels(
  channels: readonly Channel[],
  parts: Omit<ChannelParts, 'forms' | 'desks'>,
  agents: Pick<ChannelDeskParts, 'desk' | 'assignment' | 'accounts' | 'tools' | 'elsewhere'> | null = null,
): readonly ChannelConnection[] {
  const forms = channels.flatMap((channel) => channel.forms);
  const { botName, log, clock } = parts;
  const forDesks = agents && { ...agents, atDesk: channelsAtDesk(channels), botName, log, clock };
  const desks = forDesks ? channels.flatMap((channel) => channel.openDesk?.(forDesks) ?? []) : [];
  return channels.flatMap((channel) => channel.connect({ ...parts, forms, desks }) ?? []);
}

/** What the desk must know of all of them. */
export function channelsAtDesk(channels: readonly Channel[]): ChannelsAtDesk {
  return {
    channels: channels.flatMap(({ atDesk }) => atDesk.channels),
    doors: channels.flatMap(({ atDesk }) => atDesk.doors),
  };
}
