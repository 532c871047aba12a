import type { Channel, ChannelKind } from '../channel.js';
import type { ChannelDesk, ChannelDeskParts } from '../channel-desk.js';
import { deskChannel } from '../channels-at-desk.js';
import { createTeamsForm } from './create-teams-form.js';
import { createTeamsDesk } from './desk/teams-desk.js';
import { teamsErrors } from './errors.js';
import { hasTeamsDesk, type TeamsSettings, teamsSettings } from './settings.js';

/** Microsoft Teams: a form and a desk of its own, carried by the door of Azure. */
export const teamsChannel: ChannelKind<typeof teamsSettings> = {
  title: 'Microsoft Teams',
  settings: teamsSettings,
  errors: teamsErrors,
  create: (settings): Channel => ({
    forms: [createTeamsForm({ hasAiLabel: settings.TEAMS_AI_LABEL })],
    atDesk: { channels: [deskChannel('msteams', 'Teams', 'people')], doors: [] },
    ...(hasTeamsDesk(settings) ? { openDesk: (parts) => openDesk(settings, parts) } : {}),
    connect: () => null,
  }),
};

function openDesk(settings: TeamsSettings, parts: ChannelDeskParts): ChannelDesk {
  return createTeamsDesk(parts, {
    channelId: settings.TEAMS_DESK_CHANNEL,
    idleMs: settings.TEAMS_DESK_IDLE_MINUTES * 60_000,
    language: settings.TEAMS_DESK_LANGUAGE,
  });
}
